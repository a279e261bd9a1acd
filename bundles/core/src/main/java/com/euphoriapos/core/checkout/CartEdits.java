package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.SaleRules;
import java.util.Optional;

/** Says in one sentence why a change of the sale is not possible. Pure. */
final class CartEdits {
    static final String NO_SALE = "There is no open sale.";

    /** Why nothing can be taken up. */
    static final String OCCUPIED = "There is a sale in progress. Complete it or suspend it first.";

    private static final int REASON_MAX = 100;

    private CartEdits() {}

    static Optional<String> quantityProblem(Quantity quantity) {
        if (!quantity.isPositive()) {
            return Optional.of("A quantity must be more than zero.");
        }
        if (quantity.compareTo(Quantity.LINE_MAX) > 0) {
            return Optional.of("A line takes at most " + Quantity.LINE_MAX + ".");
        }
        return Optional.empty();
    }

    static Optional<String> overrideProblem(SaleLineItem line, Money price, String reason, SaleRules rules) {
        return priceProblem(line, price, reason).or(() -> discountProblem(line, price, rules));
    }

    private static Optional<String> priceProblem(SaleLineItem line, Money price, String reason) {
        if (price.isNegative()) {
            return Optional.of("A price is not negative.");
        }
        if (price.compareTo(Checkout.PRICE_MAX) > 0) {
            return Optional.of("A price is at most " + Checkout.PRICE_MAX + ".");
        }
        if (price.equals(line.unitPrice())) {
            return Optional.of("The price is " + price + " already.");
        }
        return reason.isBlank() || reason.length() > REASON_MAX
                ? Optional.of("A reason has 1 to " + REASON_MAX + " letters.")
                : Optional.empty();
    }

    /** What the store lets nobody take off, whoever approves it. */
    private static Optional<String> discountProblem(SaleLineItem line, Money price, SaleRules rules) {
        Rate off = PriceOverride.percentOff(line.regularPrice(), price);
        Rate most = rules.largestDiscount();
        return off.partsPerMillion() > most.partsPerMillion()
                ? Optional.of("At most " + most.percent() + " % may be taken off a price in this store.")
                : Optional.empty();
    }

    static Optional<String> addProblem(RetailTransaction transaction, CatalogMatch match, Quantity quantity) {
        for (int i = transaction.lines().size() - 1; i >= 0; i--) {
            SaleLineItem line = transaction.lines().get(i);
            if (line.sellsSame(match)) {
                return quantityProblem(line.quantity().plus(quantity));
            }
        }
        return transaction.lines().size() >= RetailTransaction.LINES_MAX
                ? Optional.of(
                        "A sale takes at most " + RetailTransaction.LINES_MAX + " lines. Complete this one first.")
                : Optional.empty();
    }

    /** The line, unless it is not there or was taken back. */
    static Optional<SaleLineItem> usable(OpenSale sale, int lineNumber) {
        return sale.transaction().line(lineNumber).filter(line -> !line.voided());
    }

    /** Why the sale can't be put aside. */
    static Optional<String> asideProblem(Optional<OpenSale> open) {
        if (open.isEmpty()) {
            return Optional.of(NO_SALE);
        }
        OpenSale sale = open.get();
        if (!sale.tenders().isEmpty()) {
            return Optional.of("A payment was taken. Give it back first, then suspend the sale.");
        }
        return sale.transaction().isEmpty()
                ? Optional.of("There is nothing to suspend: the sale has no items.")
                : Optional.empty();
    }

    /** What was paid must stay covered: change is given when a sale is completed, never in its middle. */
    static Optional<String> paidProblem(OpenSale sale, PricedTransaction priced) {
        Money paid = sale.paid();
        return priced.total().compareTo(paid) < 0
                ? Optional.of(paid + " is paid already, more than the sale would cost. Give a payment back first.")
                : Optional.empty();
    }
}
