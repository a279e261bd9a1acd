package com.euphoriapos.domain;

/** Points that a sale earns: pure. */
public final class Loyalty {
    /** The most points for one whole unit of money. */
    public static final int POINTS_MAX = 100;

    private static final int CENTS = 100;

    private Loyalty() {}

    /** Whole points for the goods before tax; what is below a point earns nothing. The rounding point of points. */
    public static long points(Money subtotal, int pointsPerUnit) {
        return subtotal.isPositive() ? Math.multiplyExact(subtotal.cents(), (long) pointsPerUnit) / CENTS : 0;
    }
}
