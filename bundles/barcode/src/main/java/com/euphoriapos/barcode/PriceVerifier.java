package com.euphoriapos.barcode;

/** The extra check digit over the four or five digits of a price or weight in a variable-measure code. */
final class PriceVerifier {
    // Weighted products of the GS1 rules, by digit: "2-", "3", "5+" and "5-".
    private static final int[] TWO_MINUS = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
    private static final int[] THREE = {0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
    private static final int[] FIVE_PLUS = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
    private static final int[] FIVE_MINUS = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

    private static final int[][] FOUR_DIGITS = {TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS};
    private static final int[][] FIVE_DIGITS = {FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS};

    private PriceVerifier() {}

    static boolean supports(int length) {
        return length == 4 || length == 5;
    }

    /** The check digit of four or five digits. */
    static int of(String digits) {
        if (digits.length() == 4) {
            return sum(digits, FOUR_DIGITS) * 3 % 10;
        }
        int complement = (10 - sum(digits, FIVE_DIGITS) % 10) % 10;
        int digit = 0;
        while (FIVE_MINUS[digit] != complement) {
            digit++;
        }
        return digit;
    }

    private static int sum(String digits, int[][] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i][digits.charAt(i) - '0'];
        }
        return sum;
    }
}
