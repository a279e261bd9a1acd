package com.euphoriapos.domain;

/**
 * One payment.
 *
 * @param type how it was paid
 * @param tendered what the customer gave; positive
 * @param change what went back, at most {@code tendered}
 */
public record TenderLineItem(TenderType type, Money tendered, Money change) {
    public TenderLineItem {
        if (!tendered.isPositive() || change.isNegative() || change.compareTo(tendered) > 0) {
            throw new IllegalArgumentException("tendered " + tendered + " with change " + change + " is no payment");
        }
    }

    /** What it paid of the sale. */
    public Money amount() {
        return tendered.minus(change);
    }
}
