package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.register.SalePresenter;
import com.euphoriapos.ui.register.SaleScreenState;
import com.euphoriapos.ui.register.SaleScreenState.Can;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The actions below the quick keys, and Pay in the corner, the easiest target. */
final class ActionPane extends JPanel {
    private final PosButton undo;
    private final PosButton voidLine;
    private final PosButton price;
    private final PosButton more;
    private final PosButton suspend;
    private final PosButton pay;

    ActionPane(SalePresenter presenter, Caps caps) {
        super(new MigLayout(
                "insets 0, gap 8, fill, wrap 4", "[grow,fill,sg a]".repeat(4), "[60!,fill][60!,fill][76!,fill]"));
        setOpaque(false);
        undo = PosButton.action("Undo")
                .glyph(Glyph.ARROW_BACK_UP)
                .key(caps.of(PosKeys.UNDO))
                .on(presenter::undo);
        voidLine = PosButton.action("Void line")
                .glyph(Glyph.TRASH)
                .key(caps.of(PosKeys.VOID_LINE))
                .on(presenter::voidLine);
        voidLine.kind(ButtonKind.DANGER);
        price = PosButton.action("Price")
                .glyph(Glyph.PENCIL)
                .key(caps.of(PosKeys.PRICE))
                .on(presenter::price);
        more = PosButton.action("More")
                .glyph(Glyph.DOTS)
                .key(caps.of(PosKeys.MORE))
                .on(presenter::openMore);
        suspend = PosButton.action("Suspend")
                .glyph(Glyph.PLAYER_PAUSE)
                .key(caps.of(PosKeys.SUSPEND))
                .on(presenter::suspend);
        pay = PosButton.pay("Pay")
                .glyph(Glyph.CASH_REGISTER)
                .key(caps.of(PosKeys.PAY))
                .on(presenter::pay);
        add(
                PosButton.action("Qty")
                        .glyph(Glyph.HASH)
                        .key(caps.of(PosKeys.QUANTITY))
                        .on(presenter::quantity),
                "wmin 0");
        add(
                PosButton.action("Type code")
                        .glyph(Glyph.KEYBOARD)
                        .key(caps.of(RegisterKeys.TYPE_CODE))
                        .on(presenter::openCode),
                "wmin 0");
        add(price, "wmin 0");
        add(voidLine, "wmin 0");
        add(undo, "wmin 0");
        add(
                PosButton.action("Receipts")
                        .glyph(Glyph.RECEIPT)
                        .key(caps.of(PosKeys.RECEIPTS))
                        .on(presenter::receipts),
                "wmin 0");
        add(
                PosButton.action("No sale")
                        .glyph(Glyph.CASH)
                        .key(caps.of(PosKeys.NO_SALE))
                        .on(presenter::noSale),
                "wmin 0");
        add(more, "wmin 0");
        add(suspend, "wmin 0");
        add(pay, "spanx 3, wmin 0");
    }

    void show(SaleScreenState state) {
        Can can = state.can();
        int waiting = state.salesWaiting();
        String resume = waiting == 0 ? "Resume" : "Resume " + waiting;
        suspend.setText(state.lines().isEmpty() ? resume : "Suspend");
        allow(undo, can.undo());
        allow(voidLine, can.line());
        allow(price, can.line());
        allow(pay, can.pay());
        allow(more, can.more());
    }

    private static void allow(PosButton button, String reason) {
        if (reason.isEmpty()) {
            button.allow();
        } else {
            button.disable(reason);
        }
    }
}
