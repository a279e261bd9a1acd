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
 * @param lastCompleted the sale completed before this one, until the next item opens another; empty after a start
 */
public record SaleState(
        long version,
        Optional<PricedTransaction> sale,
        int chosenLine,
        List<TenderLineItem> tenders,
        Optional<CompletedTransaction> lastCompleted) {
    public SaleState {
        tenders = List.copyOf(tenders);
    }

    /** What is still to pay; nothing when there is no sale. */
    public Money due() {
        Money paid = tenders.stream().map(TenderLineItem::amount).reduce(Money.ZERO, Money::plus);
        return sale.map(s -> s.total().minus(paid)).orElse(Money.ZERO);
    }
}
