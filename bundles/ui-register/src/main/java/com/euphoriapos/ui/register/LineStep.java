package com.euphoriapos.ui.register;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.SaleLineItem;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * More or less of the line that is chosen when its turn comes. With an approval it is the very line and quantity that was asked
 * about. Called in the background, asked on the screen's thread.
 */
final class LineStep implements Function<Optional<Approval>, EditResult> {
    private final Checkout checkout;
    private final Quantity more;
    private volatile @Nullable Wanted wanted;

    /** A line and how much of it there is to be; nothing voids it. */
    private record Wanted(SaleLineItem line, Quantity quantity) {}

    LineStep(Checkout checkout, Quantity more) {
        this.checkout = checkout;
        this.more = more;
    }

    @Override
    public EditResult apply(Optional<Approval> approval) {
        Wanted now = wanted;
        if (now == null) {
            SaleState state = checkout.state();
            Optional<SaleLineItem> line = state.sale()
                    .flatMap(sale -> sale.transaction().line(state.chosenLine()))
                    .filter(each -> !each.voided());
            if (line.isEmpty()) {
                return new EditResult.Refused("No line is chosen");
            }
            now = new Wanted(line.get(), line.get().quantity().plus(more));
            wanted = now;
        }
        int number = now.line().lineNumber();
        return now.quantity().isPositive()
                ? checkout.changeQuantity(number, now.quantity(), approval)
                : checkout.voidLine(number, approval);
    }

    Attempt.Asked asked() {
        Wanted now = wanted;
        if (now == null) {
            return new Attempt.Asked("Change the quantity", "", "");
        }
        return now.quantity().isPositive()
                ? CartText.askQuantity(now.line(), now.quantity())
                : CartText.askVoid(now.line());
    }
}
