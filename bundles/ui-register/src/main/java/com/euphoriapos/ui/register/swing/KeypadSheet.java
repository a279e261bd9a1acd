package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.CartLine;
import com.euphoriapos.ui.register.SaleScreenState;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A keypad for fingers: sets a quantity, or looks up an item number or a barcode. */
final class KeypadSheet extends Card {
    private final boolean quantity;
    private final JLabel detail = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final AmountLabel digits = new AmountLabel("Typed", Type.MONEY, "").leading();
    private final PosButton apply;
    private final PosButton nextItem;

    KeypadSheet(boolean quantity, SaleActions actions) {
        super(new MigLayout(
                "insets 16, gap 0, fill", "[grow,fill]", "[]4[]12[84!,fill]12[grow,fill]12[56!,fill]8[56!,fill]"));
        this.quantity = quantity;
        edge(Tone.ACCENT, 2);
        apply = PosButton.primary(quantity ? "Set quantity" : "Look up")
                .key(actions.caps().accept())
                .on(actions.presenter()::enter);
        nextItem = PosButton.secondary("Next item")
                .key(actions.caps().of(PosKeys.QUANTITY))
                .on(actions.presenter()::quantity);
        add(Text.of(quantity ? "How many?" : "Which number?", Type.TITLE, Tone.TEXT), "wrap");
        add(detail, "wmin 0, wrap");
        add(display(), "wrap");
        add(
                Keypad.amount(new Keypad.Listener() {
                    @Override
                    public void typed(String keys) {
                        actions.typed(keys);
                    }

                    @Override
                    public void backspace() {
                        actions.presenter().backspace();
                    }
                }),
                "hmin 0, wrap");
        add(apply, "wrap");
        JPanel foot = new JPanel(new MigLayout(
                "insets 0, gap 8, fill", quantity ? "[grow,fill,sg b][grow,fill,sg b]" : "[grow,fill]", "[grow,fill]"));
        foot.setOpaque(false);
        if (quantity) {
            foot.add(nextItem, "wmin 0");
        }
        foot.add(actions.leave("Cancel"), "wmin 0");
        add(foot, "wmin 0");
    }

    private JPanel display() {
        Card box = new Card(new MigLayout("insets 0 16 0 16, fill", "[grow,fill]", "[center]"));
        box.edge(Tone.ACCENT, 2).radius(10);
        box.add(digits, "wmin 0");
        return box;
    }

    void show(SaleScreenState state) {
        digits.setAmountText(
                state.entry().digits().isEmpty() ? "0" : state.entry().digits());
        Optional<CartLine> line = state.chosenLine().filter(each -> !each.voided());
        if (quantity) {
            detail.setText(line.map(each -> "Line " + each.number() + ", " + each.name() + ", now " + each.quantity())
                    .orElse("Next item"));
            if (line.isPresent()) {
                apply.allow();
            } else {
                apply.disable("There is no line yet: use it for the next item");
            }
        } else {
            detail.setText("Item number or barcode");
        }
    }
}
