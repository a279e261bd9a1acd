package com.euphoriapos.domain;

/** The one way in which the product rounds. */
public final class Rounding {
    private Rounding() {}

    /** The quotient rounded to the nearest whole number, halves away from zero; the divisor is positive. */
    public static long divideHalfUp(long dividend, long divisor) {
        if (divisor <= 0) {
            throw new IllegalArgumentException("the divisor must be positive");
        }
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        if (rest >= divisor - rest) {
            return dividend < 0 ? quotient - 1 : quotient + 1;
        }
        return quotient;
    }
}
