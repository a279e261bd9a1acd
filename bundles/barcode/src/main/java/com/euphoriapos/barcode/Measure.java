package com.euphoriapos.barcode;

import java.util.OptionalLong;

/**
 * A decimal number from a code, exact: {@code unscaled} divided by ten to the power of {@code decimals}.
 *
 * @param unscaled 0 or more
 * @param decimals 0 to 9
 * @param currency the ISO 4217 numeric code when the code names one, else empty (then it is the shop's own)
 */
public record Measure(Kind kind, long unscaled, int decimals, String currency) {
    /** What is measured, and in which unit. */
    public enum Kind {
        PRICE("price"),
        /** A price for one unit of measure. */
        UNIT_PRICE("price per unit"),
        KILOGRAMS("kg"),
        POUNDS("lb"),
        OUNCES("oz"),
        LITRES("l"),
        /** A weight in the unit the shop's scales use: the code does not say which. */
        WEIGHT("weight"),
        COUNT("count"),
        PERCENT_OFF("percent off");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** A word for people. */
        public String label() {
            return label;
        }
    }

    private static final int DECIMALS_MAX = 9;

    public Measure {
        if (unscaled < 0 || decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("no measure: " + unscaled + " with " + decimals + " decimals");
        }
    }

    static Measure of(Kind kind, long unscaled, int decimals) {
        return new Measure(kind, unscaled, decimals, "");
    }

    /** The value in hundredths, such as cents; empty when that would lose digits or overflow. */
    public OptionalLong hundredths() {
        return scaledTo(2);
    }

    /** The value in thousandths, such as grams of kilograms; empty when that would lose digits or overflow. */
    public OptionalLong thousandths() {
        return scaledTo(3);
    }

    private OptionalLong scaledTo(int wanted) {
        long value = unscaled;
        for (int i = decimals; i < wanted; i++) {
            if (value > Long.MAX_VALUE / 10) {
                return OptionalLong.empty();
            }
            value *= 10;
        }
        for (int i = wanted; i < decimals; i++) {
            if (value % 10 != 0) {
                return OptionalLong.empty();
            }
            value /= 10;
        }
        return OptionalLong.of(value);
    }

    /** The number with its decimal point, such as {@code 12.99}. */
    public String plain() {
        String digits = Digits.padded(Long.toString(unscaled), decimals + 1);
        int point = digits.length() - decimals;
        return decimals == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The number with its unit in words. */
    public String describe() {
        return switch (kind) {
            case KILOGRAMS, POUNDS, OUNCES, LITRES -> plain() + " " + kind.label();
            case PRICE, UNIT_PRICE, WEIGHT, COUNT, PERCENT_OFF ->
                kind.label() + " " + plain() + (currency.isEmpty() ? "" : " in currency " + currency);
        };
    }
}
