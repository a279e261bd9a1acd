package com.euphoriapos.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A sale that was paid; it never changes again.
 *
 * @param receiptNumber lane label, session and counter, such as {@code L1-7K3-000042}; unique in the store
 * @param priced what was sold and what it cost
 * @param tenders how it was paid; their amounts sum to the total, but for the rounding of cash
 * @param operatorId who took the payment
 * @param operatorName their name as it was then
 * @param completedAt when
 * @param businessDay the accounting day
 */
public record CompletedTransaction(
        String receiptNumber,
        PricedTransaction priced,
        List<TenderLineItem> tenders,
        String operatorId,
        String operatorName,
        Instant completedAt,
        LocalDate businessDay) {
    public CompletedTransaction {
        tenders = List.copyOf(tenders);
        Money off = paid(tenders).minus(priced.total());
        if (!off.isZero() && !CashRounding.explains(off, tenders)) {
            throw new IllegalArgumentException("paid " + paid(tenders) + " of " + priced.total());
        }
    }

    private static Money paid(List<TenderLineItem> tenders) {
        return tenders.stream().map(TenderLineItem::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What the rounding of cash added to the total, negative where it was for the customer; nothing without rounding. */
    public Money cashRounding() {
        return paid(tenders).minus(priced.total());
    }

    /** The transaction's id. */
    public String id() {
        return priced.transaction().id();
    }

    /** What went back to the customer. */
    public Money change() {
        return tenders.stream().map(TenderLineItem::change).reduce(Money.ZERO, Money::plus);
    }

    /** What the customer gave. */
    public Money tendered() {
        return tenders.stream().map(TenderLineItem::tendered).reduce(Money.ZERO, Money::plus);
    }
}
