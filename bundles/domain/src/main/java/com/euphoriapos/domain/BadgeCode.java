package com.euphoriapos.domain;

import java.util.Optional;

/**
 * Which codes sign somebody in. A product's barcode never does, because it is scanned by mistake and everybody has one. Pure.
 */
public final class BadgeCode {
    /** The fewest characters. */
    public static final int LENGTH_MIN = 8;
    /** The most characters. */
    public static final int LENGTH_MAX = 64;

    private static final int AIM_LENGTH = 3;

    private BadgeCode() {}

    /** The code as every scanner sends it: without the AIM identifier, such as {@code ]C0}, that some put before it. */
    public static String plain(String scanned) {
        boolean aim = scanned.length() > AIM_LENGTH
                && scanned.charAt(0) == ']'
                && Character.isLetter(scanned.charAt(1))
                && Character.isLetterOrDigit(scanned.charAt(2));
        return aim ? scanned.substring(AIM_LENGTH) : scanned;
    }

    /** What is wrong with a plain code, in one sentence that does not contain it; empty when it can be a badge's. */
    public static Optional<String> problem(String code) {
        if (code.length() < LENGTH_MIN || code.length() > LENGTH_MAX) {
            return Optional.of("A badge has " + LENGTH_MIN + " to " + LENGTH_MAX + " characters.");
        }
        if (code.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Optional.of("A badge has letters, digits and signs without spaces.");
        }
        return isProduct(code)
                ? Optional.of("This is a product's barcode; a badge needs a code of its own.")
                : Optional.empty();
    }

    /** Whether the plain code is the number of a product: 8, 12, 13 or 14 digits whose last one checks the others. */
    public static boolean isProduct(String code) {
        int length = code.length();
        boolean fits = length == 8 || length >= 12 && length <= 14;
        if (!fits || code.chars().anyMatch(c -> c < '0' || c > '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int weight = (length - i) % 2 == 0 ? 3 : 1;
            sum += weight * (code.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
