package com.euphoriapos.domain;

import java.util.Locale;

/**
 * A share of an amount.
 *
 * @param partsPerMillion 0 to 1,000,000, so 8.875 % is 88,750
 */
public record Rate(long partsPerMillion) {
    /** Parts per million in the whole. */
    public static final long SCALE = 1_000_000;
    /** Nothing of it. */
    public static final Rate ZERO = new Rate(0);

    public Rate {
        if (partsPerMillion < 0 || partsPerMillion > SCALE) {
            throw new IllegalArgumentException("a rate is 0 to 100 %, not " + partsPerMillion + " ppm");
        }
    }

    /**
     * Reads a percentage such as {@code 8.875}.
     *
     * @throws IllegalArgumentException with the reason, when it is no number, has more than four decimals, or is out of range
     */
    public static Rate ofPercent(String percent) {
        return new Rate(Decimals.parse(percent, 4));
    }

    /** This share of the amount, rounded half-up to the cent; whoever calls it names the rounding point. */
    public Money of(Money amount) {
        return Money.ofCents(Rounding.divideHalfUp(Math.multiplyExact(amount.cents(), partsPerMillion), SCALE));
    }

    /** The percentage in its shortest form, such as {@code 8.875}. */
    public String percent() {
        long whole = partsPerMillion / 10_000;
        long rest = partsPerMillion % 10_000;
        if (rest == 0) {
            return Long.toString(whole);
        }
        return whole + "." + String.format(Locale.ROOT, "%04d", rest).replaceAll("0+$", "");
    }
}
