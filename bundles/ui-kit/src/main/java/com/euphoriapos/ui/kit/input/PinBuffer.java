package com.euphoriapos.ui.kit.input;

import java.util.Arrays;

/** Digits of a PIN while they are typed: never a String, wiped when taken or cleared. Not thread-safe. */
public final class PinBuffer {
    /** More digits than any PIN has. */
    public static final int LENGTH_MAX = 12;

    private final char[] digits = new char[LENGTH_MAX];
    private int length;

    /** Adds a digit; what is no digit or one too many is ignored. */
    public void type(char digit) {
        if (digit >= '0' && digit <= '9' && length < LENGTH_MAX) {
            digits[length++] = digit;
        }
    }

    public void backspace() {
        if (length > 0) {
            digits[--length] = 0;
        }
    }

    public int length() {
        return length;
    }

    /** A copy, which the caller wipes. */
    public char[] copy() {
        return Arrays.copyOf(digits, length);
    }

    /** A copy, which the caller wipes; the buffer is empty afterwards. */
    public char[] take() {
        char[] copy = copy();
        clear();
        return copy;
    }

    public void clear() {
        Arrays.fill(digits, (char) 0);
        length = 0;
    }
}
