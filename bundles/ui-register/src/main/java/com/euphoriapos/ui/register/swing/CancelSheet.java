package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.Totals;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** Asks before a whole sale is given up. Enter answers nothing here, so a scanner's terminator can't either. */
final class CancelSheet extends Card {
    private final JLabel what = Text.of(" ", Type.BODY, Tone.TEXT2);

    CancelSheet(SaleActions actions) {
        super(new MigLayout("insets 16, gap 0, fillx", "[grow,fill]", "[]4[]24[64!,fill]12[64!,fill]"));
        edge(Tone.DANGER, 2);
        add(Text.of("Cancel the whole sale?", Type.TITLE, Tone.TEXT), "wrap");
        add(what, "wmin 0, wrap");
        add(
                PosButton.secondary("Keep selling").key("1").on(() -> actions.presenter()
                        .answerCancel(0)),
                "wrap");
        add(PosButton.danger("Cancel the sale").key("2").on(() -> actions.presenter()
                .answerCancel(1)));
    }

    void show(Totals totals) {
        what.setText(totals.items() + ", " + totals.sign() + totals.total() + ". Nothing is sold then");
    }
}
