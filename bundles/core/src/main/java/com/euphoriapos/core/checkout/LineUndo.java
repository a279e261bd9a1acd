package com.euphoriapos.core.checkout;

import com.euphoriapos.core.checkout.Limits.Wanted;
import com.euphoriapos.core.checkout.Takings.Kind;
import com.euphoriapos.core.checkout.Takings.Step;
import com.euphoriapos.core.checkout.Takings.Taking;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleLineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What undoing the last change means. Where that change added pieces, undoing takes them back: otherwise it would be the way round
 * the limits of taking back. Where it took something off, what it took off is forgotten with it. Pure.
 *
 * @param now the line that changes
 * @param then what it was; empty where it was not there
 * @param undone what the change took off
 */
record LineUndo(SaleLineItem now, Optional<SaleLineItem> then, Step undone) {
    /** What undoing the last change of the sale changes. */
    static LineUndo of(OpenSale sale, UndoSteps.Change last) {
        List<SaleLineItem> before =
                last.before().map(earlier -> earlier.transaction().lines()).orElse(List.of());
        for (SaleLineItem line : sale.transaction().lines()) {
            Optional<SaleLineItem> then = before.stream()
                    .filter(each -> each.lineNumber() == line.lineNumber())
                    .findFirst();
            if (!then.equals(Optional.of(line))) {
                return new LineUndo(line, then, last.taken());
            }
        }
        throw new IllegalStateException("the last change changed no line");
    }

    /** Whether pieces go. */
    private boolean takesBack() {
        return then.map(before -> !before.voided() && before.quantity().compareTo(now.quantity()) < 0)
                .orElse(true);
    }

    /** What the pieces cost that go: at the catalogue's price where somebody lowered it. */
    private Money amount() {
        if (!takesBack()) {
            return Money.ZERO;
        }
        Money price = now.unitPrice().compareTo(now.regularPrice()) > 0 ? now.unitPrice() : now.regularPrice();
        Quantity left = then.map(SaleLineItem::quantity).orElse(Quantity.ZERO);
        return price.times(now.quantity()).minus(price.times(left));
    }

    Wanted wanted(String saleId) {
        String title = "Undo: take back " + now.name() + ", " + amount();
        return new Wanted(saleId, Permission.SELL, Rate.ZERO, amount(), title, now.lineNumber() + " undo");
    }

    /** What was taken off, without what is undone. */
    Takings beside(Takings before) {
        return before.after(undone.reversed());
    }

    /** What becomes of the sum of what was taken off. */
    Step step(Operator by, boolean allowed) {
        Money amount = amount();
        List<Taking> added = new ArrayList<>(undone.replaced());
        if (amount.isPositive()) {
            added.add(Taking.of(now.lineNumber(), Kind.BACK, by, amount, allowed));
        }
        return new Step(added, undone.added());
    }

    SaleActs.Act act(LineJournal.By by) {
        return LineJournal.undone(by, takesBack() ? LineJournal.LINE_VOIDED : LineJournal.LINE_RESTORED, now, then);
    }
}
