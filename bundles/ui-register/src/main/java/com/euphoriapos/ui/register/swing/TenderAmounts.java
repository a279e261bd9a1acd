package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.TenderState;
import java.awt.Graphics;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** To pay, cash given, and what goes back or is missing. */
final class TenderAmounts extends JPanel {
    private final AmountLabel toPay = new AmountLabel("To pay", Type.MONEY, "").leading();
    private final AmountLabel given = new AmountLabel("Cash given", Type.MONEY, "").leading();
    private final AmountLabel outcome = new AmountLabel("Change", Type.CHANGE, "");
    private final JLabel outcomeName = Text.number("Change", Type.ITEM, Tone.SAVINGS);
    private final Card outcomeBox =
            new Card(new MigLayout("insets 8 19 8 19, gap 0, fill", "[grow,fill]", "[]0[grow,fill]"));

    TenderAmounts() {
        super(new MigLayout("insets 0, gap 20, fill", "[grow 33,fill][grow 30,fill][grow 36,fill]", "[118!,fill]"));
        setOpaque(false);
        Card due = box(Tone.SURFACE, Tone.SURFACE, 1);
        due.add(Text.of("To pay", Type.ITEM, Tone.TEXT2), "wrap");
        due.add(toPay, "wmin 0");
        Card cash = box(Tone.SURFACE, Tone.ACCENT, 2);
        cash.add(Text.of("Cash given", Type.ITEM, Tone.ACCENT_TEXT), "wrap");
        JPanel entry = new JPanel(new MigLayout("insets 0, gap 4, fillx", "[][2!][grow]", "[grow,center]"));
        entry.setOpaque(false);
        entry.add(given, "wmin 0");
        entry.add(new Caret(), "h 40!, w 2!");
        cash.add(entry, "wmin 0, grow");
        outcomeBox.radius(10);
        outcomeBox.add(outcomeName, "wrap");
        outcomeBox.add(outcome, "wmin 0");
        // The same preferred width for all: the boxes share the row by their weights alone and stand still while digits
        // come.
        add(due, "w 0:20");
        add(cash, "w 0:20");
        add(outcomeBox, "w 0:20");
    }

    private static Card box(Tone fill, Tone edge, int width) {
        Card card = new Card(new MigLayout("insets 8 14 8 10, gap 0, fill", "[grow,fill]", "[]0[grow,fill]"));
        card.fill(fill).edge(edge, width).radius(10);
        return card;
    }

    void fit(Room room) {
        boolean small = room == Room.SMALL;
        toPay.type(small ? Type.MONEY_SMALL : Type.MONEY);
        given.type(small ? Type.MONEY_SMALL : Type.MONEY);
        outcome.type(small ? Type.CHANGE_SMALL : Type.CHANGE);
    }

    void show(TenderState state) {
        toPay.setAmountText(state.toPay());
        given.setAmountText(state.given());
        outcome.setAmountText(state.outcome());
        boolean missing = state.outcomeShort();
        outcomeName.setText(missing ? "Still to pay" : "Change");
        Text.tone(outcomeName, missing ? Tone.WARN : Tone.SAVINGS);
        outcome.tone(missing ? Tone.WARN : Tone.CHANGE, Tone.TEXT2);
        outcomeBox.fill(missing ? Tone.WARN_TINT : Tone.SAVINGS_TINT);
        outcomeBox.edge(missing ? Tone.WARN_TINT : Tone.SAVINGS_TINT, 1);
    }

    /** Shows that digits go into this box. */
    private static final class Caret extends JComponent {
        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Tone.ACCENT.color());
            g.fillRect(0, 0, Math.max(1, Scale.px(2)), getHeight());
        }
    }
}
