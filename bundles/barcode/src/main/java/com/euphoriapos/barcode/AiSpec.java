package com.euphoriapos.barcode;

import org.jspecify.annotations.Nullable;

/**
 * The rule of one application identifier.
 *
 * @param digits how many leading characters must be digits
 * @param lengthMin shortest value
 * @param lengthMax longest value
 * @param form what the value must be besides
 * @param predefined whether the value ends by its length, without a separator
 */
record AiSpec(String ai, String title, int digits, int lengthMin, int lengthMax, Form form, boolean predefined) {
    /** What a value must be besides its characters and length. */
    enum Form {
        PLAIN,
        /** The whole value, or its numeric part, ends in a modulo-10 check digit. */
        CHECKED,
        /** YYMMDD, DD 00 for the end of the month. */
        DATE
    }

    /** What is wrong with a value, or null. */
    @Nullable
    String problem(String value) {
        if (value.length() < lengthMin || value.length() > lengthMax) {
            String wanted = lengthMin == lengthMax ? "" + lengthMin : lengthMin + " to " + lengthMax;
            return value.length() + " characters, expected " + wanted;
        }
        int numeric = Math.min(digits, value.length());
        if (Digits.runFrom(value, 0) < numeric) {
            return "holds characters other than digits";
        }
        for (int i = numeric; i < value.length(); i++) {
            if (!isInvariant(value.charAt(i))) {
                return "holds a character that GS1 does not allow";
            }
        }
        return switch (form) {
            case PLAIN -> null;
            case CHECKED -> checked(value.substring(0, numeric));
            case DATE -> Gs1Date.problem(value);
        };
    }

    private static @Nullable String checked(String number) {
        return Digits.allZero(number) ? "all digits are zero" : Digits.checkDigitProblem(number);
    }

    /** The 82 characters GS1 allows in text values. */
    private static boolean isInvariant(char c) {
        return (c >= '%' && c <= '?') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "!\"_".indexOf(c) >= 0;
    }
}
