package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.PinDots;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.ActSheet;
import com.euphoriapos.ui.register.Acts;
import javax.swing.JLabel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** Another person's PIN for one act; cart and total stay in sight. */
final class ApprovalSheet extends Card {
    private static final int TICK_MILLIS = 1_000;

    private final JLabel title = Text.wrapped(" ", Type.TITLE, Tone.TEXT);
    private final JLabel amounts = Text.of(" ", Type.ITEM, Tone.TEXT);
    private final JLabel why = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final JLabel asks = Text.of(" ", Type.BODY_STRONG, Tone.TEXT);
    private final ReasonChips reasons;
    private final PinDots dots = new PinDots();
    private final JLabel error = Text.wrapped(" ", Type.SMALL_STRONG, Tone.DANGER);
    private final PosButton allow = PosButton.primary("Allow");
    private final Keypad keypad;
    private final transient Timer tick;

    ApprovalSheet(SaleActions actions) {
        super(new MigLayout(
                "insets 14 16 14 16, gap 0, fill, hidemode 2",
                "[grow,fill]",
                "[]4[]4[]10[]6[]14[24!]4[20::]4[grow,fill]8[48!,fill]"));
        edge(Tone.ACCENT, 2);
        Acts acts = actions.acts();
        reasons = new ReasonChips(2, acts::reason);
        allow.key(actions.caps().accept()).on(acts::enter);
        keypad = Keypad.pin(digit -> acts.pad((char) digit), acts::backspace, allow);
        tick = new Timer(TICK_MILLIS, e -> acts.tick());
        add(Text.withIcon(Glyph.SHIELD_CHECK, 22, title), "wmin 0, wrap");
        add(amounts, "wmin 0, wrap");
        add(why, "wmin 0, wrap");
        add(asks, "wmin 0, wrap");
        add(reasons, "wmin 0, wrap");
        add(dots, "wmin 0, wrap");
        add(error, "wmin 0, wrap");
        add(keypad, "hmin 0, wrap");
        add(actions.leave("Give up"));
        getAccessibleContext().setAccessibleName("Somebody else has to allow this");
    }

    void show(ActSheet.Approval asked, Room room) {
        title.setText(html(asked.title()));
        amounts.setText(asked.from().isEmpty() ? "" : asked.from() + "  \u2192  " + asked.to());
        amounts.setVisible(!asked.from().isEmpty());
        why.setText(html(asked.why()));
        asks.setText(asked.keysChoose() ? "Why?" : asked.who());
        reasons.show(asked.reasons(), asked.chosen(), asked.keysChoose());
        dots.setTyped(asked.typed());
        error.setText(asked.error().isEmpty() ? " " : html(asked.error()));
        keypad.setEnabled(!asked.locked());
        allow.setBusy(asked.busy());
        if (asked.locked() != tick.isRunning()) {
            if (asked.locked()) {
                tick.start();
            } else {
                tick.stop();
            }
        }
        revalidate();
        repaint();
    }

    void shake() {
        dots.shake();
    }

    private static String html(String words) {
        return "<html>" + Text.escape(words) + "</html>";
    }
}
