package com.euphoriapos.barcode;

import org.jspecify.annotations.Nullable;

/** Arithmetic on strings of ASCII digits: the hot path of a scan, so loops over characters and no patterns. */
final class Digits {
    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a text is one or more ASCII digits and nothing else. */
    static boolean only(String text) {
        return !text.isEmpty() && runFrom(text, 0) == text.length();
    }

    /** The index of the first character at or after a start that is no digit. */
    static int runFrom(String text, int start) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean allZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** The GS1 modulo-10 check digit of a body without one: weights 3, 1, 3 … from the right. */
    static int checkDigit(String text, int bodyLength) {
        int sum = 0;
        int weight = 3;
        for (int i = bodyLength - 1; i >= 0; i--) {
            sum += (text.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    static String withCheckDigit(String body) {
        return body + checkDigit(body, body.length());
    }

    /** What is wrong with the last digit as a check digit, or null when it is right. */
    static @Nullable String checkDigitProblem(String digits) {
        int last = digits.length() - 1;
        int found = digits.charAt(last) - '0';
        int expected = checkDigit(digits, last);
        return found == expected ? null : "check digit is " + found + ", expected " + expected;
    }

    static boolean checked(String digits) {
        int last = digits.length() - 1;
        return digits.charAt(last) - '0' == checkDigit(digits, last);
    }

    static String padded(String digits, int length) {
        return digits.length() >= length ? digits : "0".repeat(length - digits.length()) + digits;
    }
}
