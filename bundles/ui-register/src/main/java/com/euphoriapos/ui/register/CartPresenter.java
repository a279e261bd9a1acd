package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.ui.kit.present.Presenter;
import java.time.Clock;
import java.util.Optional;

/** The part of the sale screen's behaviour that changes what is in the cart by hand. Screen's thread only. */
public abstract class CartPresenter extends Presenter<SaleView> implements Acts.Host {
    final Acts acts;
    final KeyedEntry entry = new KeyedEntry();
    final CartEdits edits;

    CartPresenter(Services services, Tools tools, Clock clock) {
        this.acts = new Acts(services, tools, clock, this);
        this.edits = new CartEdits(services.checkout(), tools, acts);
    }

    /** The sale that is shown. */
    abstract SaleState sale();

    /** Shows everything. */
    abstract void render();

    /** What takes money off a sale, or opens the drawer. */
    public final Acts acts() {
        return acts;
    }

    /** Whether scans that come now are heard to be held: somebody types a price or a PIN. */
    public final boolean holdsScans() {
        return !acts.takesScans();
    }

    /** A line was tapped. */
    public final void chooseLine(int number) {
        if (held()) {
            return;
        }
        edits.choose(number);
    }

    /** F8: takes the chosen line back. */
    public final void voidLine() {
        if (held()) {
            return;
        }
        Optional<CartLine> line = chosen();
        if (line.isEmpty()) {
            edits.refuse("No line is chosen");
            return;
        }
        edits.voidLine(line.get());
    }

    /** F5: another price for the chosen line; pressed again, percent off. */
    public final void price() {
        if (acts.open()) {
            acts.percent();
            return;
        }
        Optional<SaleLineItem> line = CartText.chosenItem(sale());
        if (line.isPresent()) {
            acts.price(line.get());
        } else if (!waits(this::price)) {
            edits.refuse("No line is chosen");
        }
    }

    /** F9: the drawer without a sale. */
    public final void noSale() {
        if (!held()) {
            acts.noSale();
        }
    }

    /** F6: puts the sale aside; without one, shows those that wait. Again: does it, or leaves the list. */
    public final void suspend() {
        SidePane asked = acts.sheet().map(ActSheet::pane).orElse(SidePane.TILES);
        if (asked == SidePane.SUSPEND) {
            acts.enter();
        } else if (asked == SidePane.SUSPENDED) {
            acts.close();
        } else if (!held() && noQuestion()) {
            if (sale().sale().isPresent()) {
                acts.suspend();
            } else if (!waits(this::suspend)) {
                acts.suspended();
            }
        }
    }

    /** Whether no scan waits for an answer; says so otherwise. */
    abstract boolean noQuestion();

    /** Whether a scan is being looked up: then the key is pressed again as soon as it is not. */
    abstract boolean waits(Runnable key);

    /** {@code +}: one more of the chosen line, or as many as typed. */
    public final void plus() {
        change(1);
    }

    /** {@code -}: one less; the last one voids the line. */
    public final void minus() {
        change(-1);
    }

    private void change(int sign) {
        if (held()) {
            return;
        }
        if (!entry.digits().isEmpty() && entry.pieces() == 0) {
            edits.refuse("A quantity is 1 to 9,999");
            return;
        }
        Quantity step = Quantity.of(sign * Math.max(1, entry.pieces()));
        entry.clearDigits();
        edits.step(step);
        render();
    }

    /** Nothing else is done while a price or a PIN is typed. */
    final boolean held() {
        if (acts.open()) {
            edits.refuse("Finish what is asked on the right first, or press Esc");
        }
        return acts.open();
    }

    /** Takes the last change of the lines back. */
    public final void undo() {
        if (held()) {
            return;
        }
        edits.undo();
    }

    @Override
    public final void actsChanged() {
        render();
    }

    @Override
    public final void shake() {
        SaleView shown = view();
        if (shown != null) {
            shown.shake();
        }
    }

    final Optional<CartLine> chosen() {
        return CartText.chosen(sale());
    }
}
