package com.euphoriapos.ui.register;

import java.util.Arrays;

/** Another person's PIN while it is typed: never a text, wiped when it is taken or given up. Screen's thread only. */
final class PinDigits {
    /** More digits than any PIN has. */
    static final int LENGTH_MAX = 12;

    private final char[] digits = new char[LENGTH_MAX];
    private int length;

    /** Adds a digit; one too many is ignored. */
    void type(char digit) {
        if (length < LENGTH_MAX) {
            digits[length++] = digit;
        }
    }

    void backspace() {
        if (length > 0) {
            digits[--length] = 0;
        }
    }

    int length() {
        return length;
    }

    /** A copy, which whoever checks it wipes; nothing is typed afterwards. */
    char[] take() {
        char[] copy = Arrays.copyOf(digits, length);
        clear();
        return copy;
    }

    void clear() {
        Arrays.fill(digits, (char) 0);
        length = 0;
    }
}
