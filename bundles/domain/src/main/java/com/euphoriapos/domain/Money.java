package com.euphoriapos.domain;

/**
 * An exact amount in the store's currency.
 *
 * @param cents the amount in the currency's smallest unit; negative where money goes back
 */
public record Money(long cents) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    /** An amount of so many cents. */
    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /** The sum; throws {@link ArithmeticException} beyond the range of long. */
    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    /** The difference. */
    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    /** A whole multiple. */
    public Money times(long factor) {
        return ofCents(Math.multiplyExact(cents, factor));
    }

    /** The price of a quantity at this unit price; rounded half-up to the cent: the rounding point of a line. */
    public Money times(Quantity quantity) {
        return ofCents(Rounding.divideHalfUp(Math.multiplyExact(cents, quantity.thousandths()), Quantity.SCALE));
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return cents > 0;
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return cents < 0;
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return cents == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Plain digits such as {@code -5.40}, for logs and scripts; screens and receipts format by themselves. */
    @Override
    public String toString() {
        long whole = Math.abs(cents / 100);
        long rest = Math.abs(cents % 100);
        return (cents < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
    }

    /**
     * Reads plain digits with at most two decimals, such as {@code 14.99} or {@code 15}.
     *
     * @throws IllegalArgumentException with the reason, when the text is anything else
     */
    public static Money parse(String text) {
        return ofCents(Decimals.parse(text, 2));
    }
}
