package com.euphoriapos.domain;

import java.util.Locale;

/**
 * How much of a thing: pieces or a measure.
 *
 * @param thousandths the amount in thousandths, so 3 pieces are 3000 and 0.345 kg are 345
 */
public record Quantity(long thousandths) implements Comparable<Quantity> {
    /** Thousandths in one. */
    public static final long SCALE = 1_000;
    /** Nothing. */
    public static final Quantity ZERO = new Quantity(0);
    /** One piece. */
    public static final Quantity ONE = new Quantity(SCALE);
    /** The most of one item that a line takes; more is a typing or scanning mistake. */
    public static final Quantity LINE_MAX = new Quantity(9_999 * SCALE);

    /** So many pieces. */
    public static Quantity of(long pieces) {
        return new Quantity(Math.multiplyExact(pieces, SCALE));
    }

    /** The sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    /** A whole multiple, such as the bottles in so many cases. */
    public Quantity times(long factor) {
        return new Quantity(Math.multiplyExact(thousandths, factor));
    }

    /** The same amount in the other direction. */
    public Quantity negated() {
        return new Quantity(Math.negateExact(thousandths));
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return thousandths < 0;
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return thousandths > 0;
    }

    /** Whether it counts whole pieces. */
    public boolean isWhole() {
        return thousandths % SCALE == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(thousandths, other.thousandths);
    }

    /** Shortest plain digits, such as {@code 3} or {@code 0.345}. */
    @Override
    public String toString() {
        if (isWhole()) {
            return Long.toString(thousandths / SCALE);
        }
        String part = String.format(Locale.ROOT, "%03d", Math.abs(thousandths % SCALE));
        return (thousandths < 0 ? "-" : "") + Math.abs(thousandths / SCALE) + "." + part.replaceAll("0+$", "");
    }
}
