package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.ActSheet;
import net.miginfocom.swing.MigLayout;

/** Why the drawer is to open without a sale; the answer opens it. Enter answers nothing here. */
final class NoSaleSheet extends Card {
    private final ReasonChips reasons;

    NoSaleSheet(SaleActions actions) {
        super(new MigLayout("insets 16, gap 0, fillx", "[grow,fill]", "[]4[]20[]20[56!,fill]"));
        edge(Tone.ACCENT, 2);
        reasons = new ReasonChips(1, actions.acts()::reason);
        add(Text.of("Open the drawer", Type.TITLE, Tone.TEXT), "wrap");
        add(
                Text.wrapped("Nothing is sold. The journal keeps who opened it and why.", Type.BODY, Tone.TEXT2),
                "wmin 0, wrap");
        add(reasons, "wmin 0, wrap");
        add(actions.leave("Leave it shut"));
    }

    void show(ActSheet.NoSale asked) {
        reasons.show(asked.reasons(), -1, true);
    }
}
