package com.euphoriapos.domain;

/**
 * Another price than the catalogue's, given to a line at the register.
 *
 * @param regularPrice price of one pack before
 * @param reason why, as chosen or typed; not blank
 * @param changedBy short name of who did it
 * @param approvedBy short name of who allowed it, empty where nobody had to
 */
public record PriceOverride(Money regularPrice, String reason, String changedBy, String approvedBy) {
    public PriceOverride {
        if (reason.isBlank() || changedBy.isBlank()) {
            throw new IllegalArgumentException("a changed price has a reason and somebody who changed it");
        }
    }

    /** The share of the regular price that the new price takes off, rounded half-up to parts per million; zero for a raise. */
    public static Rate percentOff(Money regularPrice, Money newPrice) {
        Money off = regularPrice.minus(newPrice);
        if (!off.isPositive()) {
            return Rate.ZERO;
        }
        return new Rate(Math.min(
                Rate.SCALE, Rounding.divideHalfUp(Math.multiplyExact(off.cents(), Rate.SCALE), regularPrice.cents())));
    }
}
