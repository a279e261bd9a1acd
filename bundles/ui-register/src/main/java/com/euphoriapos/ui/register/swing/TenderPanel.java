package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.TenderPresenter;
import com.euphoriapos.ui.register.TenderState;
import com.euphoriapos.ui.register.TenderState.QuickAmount;
import com.euphoriapos.ui.register.TenderView;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The tender screen: what is sold at the left, the payment at the right. Event thread only. */
final class TenderPanel extends JPanel implements TenderView {
    private static final int QUICK = 6;

    private final transient TenderPresenter presenter;
    private final transient Caps caps;
    private final MessagePane messages;
    private final TenderSummary summary;
    private final TenderAmounts amounts;
    private final PosButton cash;
    private final JLabel hint = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final JPanel methods =
            new JPanel(new MigLayout("insets 0, gap 16, fill", "[198!,fill][grow]", "[56!,fill]"));
    private final JPanel quickGrid = new JPanel(new MigLayout(
            "insets 0, gap 10, fill, wrap 2", "[grow,fill,sg q][grow,fill,sg q]", "[grow,fill,sg r]".repeat(3)));
    private final Keypad keypad;
    private final PosButton take;
    private Room room = Room.NORMAL;
    private transient List<QuickAmount> quickShown = List.of();

    TenderPanel(TenderPresenter presenter, MessagePane messages, Caps caps) {
        this.presenter = presenter;
        this.messages = messages;
        this.caps = caps;
        summary = new TenderSummary(presenter, caps);
        amounts = new TenderAmounts();
        cash = PosButton.secondary("Cash").glyph(Glyph.CASH).key(caps.method(1));
        cash.setChosen(true);
        take = PosButton.pay("Take cash").glyph(Glyph.CASH).key(caps.accept()).on(presenter::take);
        keypad = Keypad.amount(new Keypad.Listener() {
            @Override
            public void typed(String digits) {
                if (digits.equals("00")) {
                    presenter.doubleZero();
                } else {
                    presenter.digit(digits.charAt(0));
                }
            }

            @Override
            public void backspace() {
                presenter.backspace();
            }
        });
        quickGrid.setOpaque(false);
        methods.setOpaque(false);
        methods.add(cash);
        methods.add(hint, "wmin 0");
        makeRoomForMessages();
        setFocusable(true);
        arrange(Room.NORMAL);
        bindKeys();
    }

    /** For previews of the screen. */
    TenderPresenter presenter() {
        return presenter;
    }

    /** A message takes the place of the hint, never that of the keys or of the button. */
    private void makeRoomForMessages() {
        messages.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentShown(ComponentEvent e) {
                giveWay();
            }

            @Override
            public void componentHidden(ComponentEvent e) {
                giveWay();
            }
        });
    }

    private void giveWay() {
        methods.setVisible(!messages.isVisible());
    }

    /** Leaving the screen drops what was still to be told, such as that its last message has gone. */
    @Override
    public void addNotify() {
        super.addNotify();
        giveWay();
    }

    private void bindKeys() {
        RegisterKeys.digits(this, digit -> presenter.digit((char) ('0' + digit)));
        KeyBindings.bind(this, RegisterKeys.POINT, presenter::point);
        KeyBindings.bind(this, PosKeys.BACKSPACE, presenter::backspace);
        KeyBindings.bind(this, PosKeys.ACCEPT, presenter::enter);
        KeyBindings.bind(this, PosKeys.BACK, presenter::escape);
        KeyBindings.bind(this, PosKeys.method(1), () -> presenter.quick(0));
        for (int i = 0; i < QUICK; i++) {
            int index = i;
            KeyBindings.bind(this, PosKeys.amount(i + 1), () -> presenter.quick(index));
        }
    }

    /** Before the layout, so that no picture of another width is ever shown. */
    @Override
    public void doLayout() {
        if (Room.of(getWidth()) != room) {
            arrange(Room.of(getWidth()));
        }
        super.doLayout();
    }

    private void arrange(Room newRoom) {
        room = newRoom;
        removeAll();
        int left = room == Room.SMALL ? 316 : room == Room.NORMAL ? 392 : 520;
        setLayout(new MigLayout("insets 12, gap 12, fill", "[" + left + "!,fill][grow,fill]", "[grow,fill]"));
        amounts.fit(room);
        add(summary, "wmin 0, hmin 0");
        add(payment(), "wmin 0, hmin 0");
    }

    private Card payment() {
        Card card = new Card(new MigLayout(
                "insets 15 17 17 17, gap 0, fill, hidemode 3",
                "[grow,fill]",
                "[118!,fill]14[pref!,fill]16[grow,fill]14[80!,fill]"));
        JPanel keys = new JPanel(new MigLayout("insets 0, gap 16, fill", "[45%,fill][grow,fill]", "[grow,fill]"));
        keys.setOpaque(false);
        keys.add(quickGrid, "wmin 0, hmin 0");
        keys.add(keypad, "wmin 0, hmin 0");
        card.add(amounts, "cell 0 0, wmin 0");
        card.add(methods, "cell 0 1, wmin 0");
        card.add(messages, "cell 0 1, growx, wmin 0");
        card.add(keys, "cell 0 2, wmin 0, hmin 0");
        card.add(take, "cell 0 3, wmin 0");
        return card;
    }

    @Override
    public void render(TenderState state) {
        Edt.check();
        summary.show(state);
        amounts.show(state);
        showQuick(state);
        boolean problem = !state.problem().isEmpty();
        hint.setText(problem ? state.problem() : "Digits fill up from the cents: 2 6 0 0 0 is 260.00");
        Text.tone(hint, problem ? Tone.DANGER : Tone.TEXT2);
        hint.setIcon(problem ? Glyph.ALERT_OCTAGON_FILLED.icon(18, Tone.DANGER) : null);
        take.setText(state.outcomeShort() ? "Take" : "Take cash");
        take.setValue(state.given());
        take.setKey(state.scansWaiting() > 0 ? null : caps.accept());
        if (problem) {
            take.disable(state.problem());
        } else {
            take.allow();
        }
        take.setBusy(state.busy());
    }

    private void showQuick(TenderState state) {
        if (!state.quick().equals(quickShown)) {
            quickShown = state.quick();
            quickGrid.removeAll();
            for (int i = 0; i < QUICK && i < quickShown.size(); i++) {
                int index = i;
                QuickAmount amount = quickShown.get(i);
                quickGrid.add(
                        PosButton.amount(amount.name(), amount.amount())
                                .key(caps.amount(i + 1))
                                .on(() -> presenter.quick(index)),
                        "wmin 0, hmin 44");
            }
            quickGrid.revalidate();
        }
        for (int i = 0; i < quickGrid.getComponentCount(); i++) {
            if (quickGrid.getComponent(i) instanceof PosButton button) {
                button.setChosen(i == state.chosenQuick());
            }
        }
        quickGrid.repaint();
    }

    @Override
    public boolean dismissMessage() {
        Edt.check();
        return messages.choose(Caps.DISMISS);
    }
}
