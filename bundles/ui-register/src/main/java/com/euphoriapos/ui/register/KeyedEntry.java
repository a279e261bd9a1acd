package com.euphoriapos.ui.register;

import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.present.Formats;

/** What is typed outside of any field: digits, and how many of the next item. Screen's thread only. */
final class KeyedEntry {
    /** The longest code that somebody types. */
    static final int DIGITS_MAX = 20;

    private static final int QUANTITY_DIGITS_MAX = 4;

    private final StringBuilder digits = new StringBuilder();
    private long times;

    /** Adds a digit; a full entry takes no more. */
    void digit(char digit) {
        if (digits.length() < DIGITS_MAX) {
            digits.append(digit);
        }
    }

    /** Takes the last digit back, or the number of times when there is none. */
    void backspace() {
        if (digits.length() > 0) {
            digits.setLength(digits.length() - 1);
        } else {
            times = 0;
        }
    }

    void clear() {
        digits.setLength(0);
        times = 0;
    }

    /** Forgets the digits and keeps the number of times. */
    void clearDigits() {
        digits.setLength(0);
    }

    /** Whether nothing was typed. */
    boolean isEmpty() {
        return digits.length() == 0 && times == 0;
    }

    String digits() {
        return digits.toString();
    }

    /** The digits as a number of pieces, 0 when they are none that a line takes. */
    long pieces() {
        if (digits.length() == 0 || digits.length() > QUANTITY_DIGITS_MAX) {
            return 0;
        }
        return Long.parseLong(digits.toString());
    }

    /** Makes the digits the number of times; false when they are none that a line takes. */
    boolean multiply() {
        long pieces = pieces();
        if (pieces == 0) {
            return false;
        }
        times = pieces;
        digits.setLength(0);
        return true;
    }

    /** How many of the next item. */
    Quantity quantity() {
        return times == 0 ? Quantity.ONE : Quantity.of(times);
    }

    /** An item was taken that many times: what was typed for it is used up; what was typed since then stays. */
    void used(Quantity quantity) {
        if (quantity.equals(quantity())) {
            clear();
        }
    }

    /** Whether the next item is taken several times. */
    boolean multiplied() {
        return times != 0;
    }

    /** What the cashier reads. */
    String chip() {
        String factor = times == 0 ? "" : Formats.count(times) + " \u00D7";
        return digits.length() == 0 ? factor : (factor + " " + digits).strip();
    }
}
