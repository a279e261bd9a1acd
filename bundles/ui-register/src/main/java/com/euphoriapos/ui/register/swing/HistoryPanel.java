package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.SearchField;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.kit.widget.TwoLineList;
import com.euphoriapos.ui.register.HistoryPresenter;
import com.euphoriapos.ui.register.HistoryState;
import com.euphoriapos.ui.register.HistoryView;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** The history: sales at the left, the receipt of the chosen one at the right. Event thread only. */
final class HistoryPanel extends JPanel implements HistoryView {
    private final transient HistoryPresenter presenter;
    private final MessagePane messages;
    private final SearchField search;
    private final JLabel heading = Text.of(" ", Type.BODY_STRONG, Tone.TEXT2);
    private final JLabel empty = Text.of(" ", Type.ITEM, Tone.TEXT2);
    private final TwoLineList<HistoryState.Sale> list = new TwoLineList<>(HistoryPanel::row);
    private final ReceiptPaper paper = new ReceiptPaper();
    private final JLabel number = Text.of(" ", Type.ITEM, Tone.TEXT);
    private final PosButton reprint;
    private final PosButton back;
    private transient List<HistoryState.Sale> shown = List.of();
    private Room room = Room.NORMAL;
    private boolean quiet;

    HistoryPanel(HistoryPresenter presenter, MessagePane messages, Caps caps) {
        this.presenter = presenter;
        this.messages = messages;
        search = OnScreenKeyboard.attach(
                new SearchField("Number, amount or item, or scan a receipt", caps.of(PosKeys.SEARCH)));
        reprint = PosButton.primary("Print duplicate")
                .glyph(Glyph.PRINTER)
                .key(caps.of(RegisterKeys.REPRINT))
                .on(presenter::reprint);
        back = PosButton.link("Back to sale")
                .glyph(Glyph.ARROW_LEFT)
                .key(caps.back())
                .on(presenter::back);
        list.setFocusable(false);
        setFocusable(true);
        arrange(Room.NORMAL);
        listen();
        bindKeys();
    }

    private static TwoLineList.Row row(HistoryState.Sale sale) {
        String detail = sale.when() + " \u00B7 " + sale.items() + " \u00B7 " + sale.operator();
        return TwoLineList.Row.of(sale.number(), detail, sale.total());
    }

    private void listen() {
        list.addListSelectionListener(e -> {
            if (!quiet && list.getSelectedIndex() >= 0) {
                presenter.choose(list.getSelectedIndex());
            }
        });
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                typed();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                typed();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
    }

    private void bindKeys() {
        KeyBindings.bind(this, PosKeys.BACK, presenter::escape);
        KeyBindings.bind(this, PosKeys.SEARCH, presenter::focusSearch);
        KeyBindings.bind(this, PosKeys.UP, () -> presenter.move(-1));
        KeyBindings.bind(this, PosKeys.DOWN, () -> presenter.move(1));
        KeyBindings.bind(this, RegisterKeys.REPRINT, presenter::reprint);
        RegisterKeys.inField(search, "UP", () -> presenter.move(-1));
        RegisterKeys.inField(search, "DOWN", () -> presenter.move(1));
        RegisterKeys.inField(search, "ENTER", this::requestFocusInWindow);
    }

    private void typed() {
        if (!quiet) {
            presenter.searchText(search.getText());
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
        int right = room == Room.SMALL ? 430 : room == Room.NORMAL ? 520 : 640;
        setLayout(new MigLayout("insets 12, gap 12, fill", "[grow,fill][" + right + "!,fill]", "[grow,fill]"));
        add(sales(), "wmin 0, hmin 0");
        add(receipt(), "wmin 0, hmin 0");
    }

    private Card sales() {
        Card card = new Card(
                new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow,fill]", "[56!][48!]8[28!]4[grow,fill][]"));
        JPanel head = new JPanel(new MigLayout("insets 0 4 0 16, fill", "[][grow,right]", "[center]"));
        head.setOpaque(false);
        head.add(back, "h 44!");
        head.add(Text.of("Receipts", Type.ITEM, Tone.TEXT));
        JPanel body = new JPanel(new MigLayout("insets 0, gap 0, fill, hidemode 3"));
        body.setOpaque(false);
        body.add(new OverlayScroll(list), "grow, push, wmin 0, hmin 0");
        body.add(empty, "pos 0.5al 0.5al");
        card.add(head, "wmin 0, wrap");
        card.add(search, "gapleft 12, gapright 12, wmin 0, wrap");
        card.add(heading, "gapleft 18, wmin 0, wrap");
        card.add(body, "wmin 0, hmin 0, wrap");
        card.add(messages, "gapleft 10, gapright 10, gapbottom 10, wmin 0");
        return card;
    }

    private Card receipt() {
        Card card = new Card(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[56!][grow,fill]12[60!,fill]"));
        JPanel head = new JPanel(new MigLayout("insets 0 18 0 18, fill", "[grow]", "[center]"));
        head.setOpaque(false);
        head.add(Text.withIcon(Glyph.RECEIPT, 20, number));
        card.add(head, "wrap");
        card.add(new OverlayScroll(paper), "wmin 0, hmin 0, gapleft 12, gapright 12, wrap");
        card.add(reprint, "gapleft 12, gapright 12, gapbottom 12");
        return card;
    }

    @Override
    public void render(HistoryState state) {
        Edt.check();
        heading.setText(state.heading());
        quiet = true;
        try {
            if (!state.rows().equals(shown)) {
                shown = state.rows();
                list.clearSelection();
                list.setRows(shown);
            }
            if (state.chosen() != list.getSelectedIndex()) {
                if (state.chosen() < 0) {
                    list.clearSelection();
                } else {
                    list.setSelectedIndex(state.chosen());
                    list.ensureIndexIsVisible(state.chosen());
                }
            }
        } finally {
            quiet = false;
        }
        empty.setText(state.empty());
        empty.setVisible(!state.empty().isEmpty());
        number.setText(state.receipt().map(r -> "Receipt " + r.number()).orElse("Receipt"));
        paper.show(state.receipt().map(HistoryState.Receipt::text).orElse(""));
        if (state.receipt().isPresent()) {
            reprint.allow();
        } else {
            reprint.disable("No receipt is chosen");
        }
        reprint.setBusy(state.reprinting());
    }

    @Override
    public void clearSearch() {
        showSearch("");
        requestFocusInWindow();
    }

    @Override
    public void showSearch(String text) {
        Edt.check();
        quiet = true;
        try {
            search.setText(text);
        } finally {
            quiet = false;
        }
    }

    @Override
    public void focusSearch() {
        Edt.check();
        search.requestFocusInWindow();
        search.selectAll();
    }

    @Override
    public boolean dismissMessage() {
        Edt.check();
        return messages.choose(Caps.DISMISS);
    }

    /** Rows follow the text size. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (list != null) {
            list.rowHeight(55);
        }
        setMinimumSize(Scale.size(400, 300));
    }
}
