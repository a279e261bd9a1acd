package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.kit.widget.WrapLabel;
import com.euphoriapos.ui.register.ActSheet;
import com.euphoriapos.ui.register.Acts;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Another price for the chosen line, or percent off, and why. */
final class PriceSheet extends Card {
    private final WrapLabel title = new WrapLabel(Type.TITLE, Tone.TEXT);
    private final JLabel detail = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final AmountLabel typed = new AmountLabel("Typed", Type.MONEY, "").leading();
    private final JLabel makes = Text.number(" ", Type.BODY_STRONG, Tone.TEXT2);
    private final JLabel asks = Text.of(" ", Type.BODY_STRONG, Tone.TEXT);
    private final JLabel error = Text.of(" ", Type.SMALL_STRONG, Tone.DANGER);
    private final PosButton mode;
    private final ReasonChips reasons;
    private final PosButton apply = PosButton.primary("Set the price");
    private final Card display = new Card(new MigLayout("insets 0 14 0 14, fill", "[grow,fill][]", "[center]"));

    PriceSheet(SaleActions actions) {
        super(new MigLayout(
                "insets 14 16 14 16, gap 0, fill, hidemode 3",
                "[grow,fill]",
                "[]2[]8[72:84:84,fill]4[20!]4[]6[]8[grow,fill]8[48!,fill]"));
        edge(Tone.ACCENT, 2);
        Acts acts = actions.acts();
        mode = PosButton.secondary("Percent off")
                .key(actions.caps().of(PosKeys.PRICE))
                .on(acts::percent);
        reasons = new ReasonChips(2, acts::reason);
        apply.key(actions.caps().accept()).on(acts::enter);
        JPanel head = new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow,fill][]", "[center]"));
        head.setOpaque(false);
        // Two lines at most: at large text a long name would push the keys out of the sheet.
        head.add(title, "wmin 0, h 56!");
        head.add(mode, "h 44!, wmin pref, top");
        add(head, "wmin 0, wrap");
        add(detail, "wmin 0, wrap");
        display.edge(Tone.ACCENT, 2).radius(10);
        display.add(typed, "wmin 0");
        display.add(makes);
        add(display, "wmin 0, wrap");
        add(error, "wmin 0, wrap");
        add(asks, "wmin 0, wrap");
        add(reasons, "wmin 0, wrap");
        add(keypad(acts), "hmin 0, wrap");
        JPanel foot =
                new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow,fill,sg b][grow,fill,sg b]", "[grow,fill]"));
        foot.setOpaque(false);
        foot.add(actions.leave("Cancel"), "wmin 0");
        foot.add(apply, "wmin 0");
        add(foot, "wmin 0");
    }

    private static Keypad keypad(Acts acts) {
        Keypad pad = Keypad.amount(new Keypad.Listener() {
            @Override
            public void typed(String digits) {
                digits.chars().forEach(digit -> acts.pad((char) digit));
            }

            @Override
            public void backspace() {
                acts.backspace();
            }
        });
        Stream.of(pad.getComponents()).forEach(key -> key.setFocusable(false));
        return pad;
    }

    void show(ActSheet.Price asked, Room room) {
        title.show(asked.title(), Tone.TEXT);
        detail.setText(asked.detail());
        typed.setAmountText(asked.typed());
        makes.setText(asked.percent() && !asked.price().isEmpty() ? "\u2192 " + asked.price() : "");
        mode.setText(asked.percent() ? "New price" : "Percent off");
        asks.setText(asked.keysChoose() ? "Why? Choose by its number" : "Why?");
        reasons.show(asked.reasons(), asked.chosen(), asked.keysChoose());
        error.setText(asked.error().isEmpty() ? " " : asked.error());
        display.edge(asked.keysChoose() ? Tone.BORDER : Tone.ACCENT, asked.keysChoose() ? 1 : 2);
        apply.setBusy(asked.busy());
        revalidate();
        repaint();
    }
}
