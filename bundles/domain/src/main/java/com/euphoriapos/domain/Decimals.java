package com.euphoriapos.domain;

/** Reads decimal text into scaled integers, without floating point. */
final class Decimals {
    private static final int DIGITS_MAX = 15;

    private Decimals() {}

    /** The text as an integer of {@code 10^-decimals}; an optional leading minus, digits, a point. */
    static long parse(String text, int decimals) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String part = point < 0 ? "" : digits.substring(point + 1);
        if (whole.isEmpty() && part.isEmpty() || !isDigits(whole) || !isDigits(part)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number");
        }
        if (part.length() > decimals && !part.substring(decimals).chars().allMatch(c -> c == '0')) {
            throw new IllegalArgumentException("\"" + text + "\" has more than " + decimals + " decimals");
        }
        if (whole.length() + decimals > DIGITS_MAX) {
            throw new IllegalArgumentException("\"" + text + "\" is too large");
        }
        StringBuilder scaled = new StringBuilder(whole);
        for (int i = 0; i < decimals; i++) {
            scaled.append(i < part.length() ? part.charAt(i) : '0');
        }
        long value = scaled.length() == 0 ? 0 : Long.parseLong(scaled.toString());
        return negative ? -value : value;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
