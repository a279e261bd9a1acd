package com.euphoriapos.ui.register;

import com.euphoriapos.domain.Money;

/**
 * An amount as it is typed: digits fill up from the cents, as on a calculator with two decimals (2 6 0 0 0 is 260.00). Who types a
 * point means it: what came before it are whole units (2 6 0 . 5 is 260.50). Screen's thread only.
 */
final class CashEntry {
    private static final int DIGITS_MAX = 8;
    private static final int DECIMALS = 2;

    private final StringBuilder digits = new StringBuilder();
    private int point = -1;

    /** Adds a digit; a full entry, or full cents after a point, take no more. */
    void digit(char digit) {
        boolean leadingZero = digits.length() == 0 && digit == '0' && point < 0;
        boolean full = point < 0 ? digits.length() >= DIGITS_MAX : digits.length() - point >= DECIMALS;
        if (!leadingZero && !full) {
            digits.append(digit);
        }
    }

    /** Typed digits so far are whole units. */
    void point() {
        if (point < 0 && digits.length() <= DIGITS_MAX - DECIMALS) {
            point = digits.length();
        }
    }

    void backspace() {
        if (point == digits.length()) {
            point = -1;
        } else if (digits.length() > 0) {
            digits.setLength(digits.length() - 1);
        }
    }

    void clear() {
        digits.setLength(0);
        point = -1;
    }

    boolean isEmpty() {
        return digits.length() == 0 && point < 0;
    }

    /** What it is worth so far. */
    Money amount() {
        if (digits.length() == 0) {
            return Money.ZERO;
        }
        long value = Long.parseLong(digits.toString());
        int missing = point < 0 ? 0 : DECIMALS - (digits.length() - point);
        for (int i = 0; i < missing; i++) {
            value *= 10;
        }
        return Money.ofCents(value);
    }
}
