package com.euphoriapos.api.checkout;

import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.TenderLineItem;
import java.util.List;
import java.util.Optional;

/**
 * Everything a screen shows of the sale.
 *
 * @param version counts up with every change of this process
 * @param sale the open sale with its prices; empty before the first item
 * @param chosenLine number of the chosen line, 0 when there is none
 * @param tenders taken so far
 * @param cashRounding what the store's rounding adds to or takes off what is left to pay in cash
 * @param lastCompleted the sale completed before this one, until the next item opens another; empty after a start
 */
public record SaleState(
        long version,
        Optional<PricedTransaction> sale,
        int chosenLine,
        List<TenderLineItem> tenders,
        Money cashRounding,
        Optional<CompletedTransaction> lastCompleted) {
    public SaleState {
        tenders = List.copyOf(tenders);
    }

    /** Where cash is not rounded. */
    public SaleState(
            long version,
            Optional<PricedTransaction> sale,
            int chosenLine,
            List<TenderLineItem> tenders,
            Optional<CompletedTransaction> lastCompleted) {
        this(version, sale, chosenLine, tenders, Money.ZERO, lastCompleted);
    }

    /** What is still to pay in cash, rounded as the store does; nothing when there is no sale. */
    public Money due() {
        return left().plus(cashRounding);
    }

    /** What is still to pay to the cent; nothing when there is no sale. */
    public Money left() {
        Money paid = tenders.stream().map(TenderLineItem::amount).reduce(Money.ZERO, Money::plus);
        return sale.map(s -> s.total().minus(paid)).orElse(Money.ZERO);
    }
}
