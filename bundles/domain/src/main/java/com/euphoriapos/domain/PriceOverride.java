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

    /**
     * The share of the regular price that the new price takes off, in parts per million; zero for a raise.
     * Rounded up: what is a little more than a limit is more than the limit.
     */
    public static Rate percentOff(Money regularPrice, Money newPrice) {
        Money off = regularPrice.minus(newPrice);
        if (!off.isPositive()) {
            return Rate.ZERO;
        }
        long scaled = Math.multiplyExact(off.cents(), Rate.SCALE);
        return new Rate(Math.min(Rate.SCALE, -Math.floorDiv(-scaled, regularPrice.cents())));
    }
}
