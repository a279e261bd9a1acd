package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.Totals;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Subtotal and tax small, the total as the largest thing on the screen. */
final class TotalsCard extends Card {
    private final JLabel subtotalName = Text.of("Subtotal", Type.BODY, Tone.TEXT2);
    private final JLabel subtotal = Text.number("", Type.ITEM, Tone.TEXT);
    private final JLabel taxName = Text.of("Tax", Type.BODY, Tone.TEXT2);
    private final JLabel tax = Text.number("", Type.ITEM, Tone.TEXT);
    private final JLabel paidName = Text.of("Paid so far", Type.BODY_STRONG, Tone.SAVINGS);
    private final JLabel paid = Text.number("", Type.ITEM, Tone.SAVINGS);
    private final AmountLabel total;

    TotalsCard(String sign) {
        super(new MigLayout("insets 0 17 0 19, gap 0, fill, h 124!", "[]16[grow,fill]", "[grow,center]"));
        total = new AmountLabel("Total", Type.TOTAL, sign);
        JPanel rows = new JPanel(new MigLayout("insets 0, gap 0, hidemode 3", "[130:n]20[90:n,right]", "[]3[]3[]"));
        rows.setOpaque(false);
        rows.add(subtotalName);
        rows.add(subtotal, "wrap");
        rows.add(taxName);
        rows.add(tax, "wrap");
        rows.add(paidName);
        rows.add(paid);
        JPanel large = new JPanel(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "push[]2[]push"));
        large.setOpaque(false);
        large.add(Text.number("Total", Type.LINE_TOTAL, Tone.TEXT2), "wrap");
        large.add(total, "wmin 60");
        add(rows);
        add(large, "growx, wmin 0");
    }

    void show(Totals totals, Room room) {
        total.type(room == Room.SMALL ? Type.TOTAL_SMALL : Type.TOTAL);
        boolean tight = room.tight();
        subtotalName.setText(tight ? totals.items() : "Subtotal, " + totals.items());
        subtotal.setText(totals.subtotal());
        taxName.setText(totals.taxLabel());
        tax.setText(totals.tax());
        paid.setText(totals.paid());
        paid.setVisible(!totals.paid().isEmpty());
        paidName.setVisible(!totals.paid().isEmpty());
        total.setAmountText(totals.total());
    }
}
