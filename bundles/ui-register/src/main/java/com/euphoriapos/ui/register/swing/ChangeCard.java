package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.ChangeDue;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** The change of the last sale, large, until the next sale begins. */
final class ChangeCard extends Card {
    private final AmountLabel amount;
    private final JLabel explanation = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final JLabel number = Text.of(" ", Type.SMALL, Tone.TEXT2);

    ChangeCard(String sign) {
        super(new MigLayout("insets 24 28 24 28, gap 0, fill", "[grow,right]", "push[]6[]12[]4[]push"));
        fill(Tone.SAVINGS_TINT).edge(Tone.SAVINGS_TINT, 1);
        amount = new AmountLabel("Change", Type.CHANGE_ALONE, sign).tone(Tone.CHANGE, Tone.SAVINGS);
        add(Text.of("Change", Type.LINE_TOTAL, Tone.SAVINGS), "wrap");
        add(amount, "growx, wmin 80, wrap");
        add(explanation, "wmin 0, wrap");
        add(number, "wmin 0");
    }

    void show(ChangeDue change) {
        amount.setAmountText(change.amount());
        explanation.setText(change.explanation());
        number.setText("Receipt " + change.receiptNumber());
    }
}
