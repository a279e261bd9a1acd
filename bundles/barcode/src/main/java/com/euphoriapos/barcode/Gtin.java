package com.euphoriapos.barcode;

import java.util.Optional;

/**
 * A Global Trade Item Number in the one form we store and compare: 14 digits, padded with zeros on the left, check
 * digit
 * right, never all zero. Thread-safe: immutable.
 *
 * @param digits exactly 14 ASCII digits
 */
public record Gtin(String digits) implements Comparable<Gtin> {
    /** The length of every stored number. */
    public static final int LENGTH = 14;

    private static final int SHORTEST = 8;

    /**
     * @throws IllegalArgumentException when the text is no valid GTIN-14; use {@link #parse} for text from outside
     */
    public Gtin {
        if (digits.length() != LENGTH || !Digits.only(digits) || !Digits.checked(digits) || Digits.allZero(digits)) {
            throw new IllegalArgumentException("not a GTIN-14: " + Printable.of(digits));
        }
    }

    /** Reads a complete GTIN-8, -12, -13 or -14, leading zeros included, check digit included. Never throws. */
    public static GtinOutcome parse(String digits) {
        String text = digits.strip();
        if (!Digits.only(text)) {
            return new GtinOutcome.Unusable(text, text.isEmpty() ? "blank" : "holds characters other than digits");
        }
        return switch (text.length()) {
            case 8, 12, 13, 14 -> padded(text);
            default -> new GtinOutcome.Unusable(text, text.length() + " digits; a GTIN has 8, 12, 13 or 14");
        };
    }

    /**
     * Reads a number from a price book, where a spreadsheet has dropped the leading zeros. The last digit is taken
     * as the
     * check digit: in the price books we know, every UPC, whether of 11 or 12 digits, ends in its right check digit.
     * Seven or eight digits that are no GTIN-8 may be a UPC-E, which is expanded. Never throws.
     */
    public static GtinOutcome ofUnpadded(String digits) {
        String text = digits.strip();
        if (text.isEmpty()) {
            return new GtinOutcome.Unusable(text, "blank");
        }
        if (!Digits.only(text)) {
            boolean rounded = text.indexOf('E') > 0 && text.indexOf('+') > 0;
            String reason = rounded
                    ? "a spreadsheet has rounded it; its digits are lost"
                    : "holds characters other than digits";
            return new GtinOutcome.Unusable(text, reason);
        }
        if (Digits.allZero(text)) {
            return new GtinOutcome.Unusable(text, "zero, which means no code");
        }
        if (text.length() > LENGTH) {
            return new GtinOutcome.Unusable(text, text.length() + " digits; a GTIN has at most 14");
        }
        if (text.length() < SHORTEST - 1) {
            return new GtinOutcome.Unusable(
                    text, text.length() + " digits; too short for a GTIN without leading zeros");
        }
        return text.length() > SHORTEST || (text.length() == SHORTEST && Digits.checked(text))
                ? padded(text)
                : shortened(text);
    }

    /**
     * Reads a case code (shipping container code) of a price book: an unpadded GTIN whose first digit of 14 may be the
     * packaging indicator. Price books repeat one code on hundreds of rows as a filler, so the caller counts first;
     * it also leaves out a case code that equals the item's own number.
     *
     * @param digits the column as it stands
     * @param itemsSharing how many different items of the same file carry this code, at least 1
     */
    public static GtinOutcome ofCaseCode(String digits, int itemsSharing) {
        if (itemsSharing < 1) {
            throw new IllegalArgumentException("itemsSharing is at least 1, not " + itemsSharing);
        }
        GtinOutcome outcome = ofUnpadded(digits);
        if (outcome instanceof GtinOutcome.Unusable) {
            return outcome;
        }
        String text = digits.strip();
        if (text.length() < 11) {
            return new GtinOutcome.Unusable(
                    text, text.length() + " digits; a case code has 14, at least 11 without zeros");
        }
        if (itemsSharing > 1) {
            return new GtinOutcome.Unusable(
                    text, "one case code on " + itemsSharing + " items identifies none of them");
        }
        if (text.length() == LENGTH && text.charAt(0) == '9') {
            return new GtinOutcome.Unusable(text, "indicator 9 means variable measure, which is no fixed case");
        }
        return outcome;
    }

    private static GtinOutcome shortened(String text) {
        String upcE = Digits.padded(text, SHORTEST);
        Gtin expanded = UpcE.expandChecked(upcE);
        if (expanded != null) {
            return new GtinOutcome.Usable(expanded, "expanded from UPC-E " + upcE);
        }
        if (text.length() < SHORTEST) {
            return new GtinOutcome.Unusable(text, text.length() + " digits; neither a GTIN-8 nor a UPC-E");
        }
        return padded(text);
    }

    private static GtinOutcome padded(String text) {
        if (Digits.allZero(text)) {
            return new GtinOutcome.Unusable(text, "all digits are zero");
        }
        String problem = Digits.checkDigitProblem(text);
        if (problem != null) {
            return new GtinOutcome.Unusable(text, problem);
        }
        int zeros = LENGTH - text.length();
        String added = zeros == 1 ? ", 1 zero put in front" : ", " + zeros + " zeros put in front";
        String note = "check digit ok" + (zeros == 0 ? "" : added);
        return new GtinOutcome.Usable(new Gtin(Digits.padded(text, LENGTH)), note);
    }

    /** The first of the 14 digits: 0 a single item, 1 to 8 a case or other packing, 9 variable measure. */
    public int indicator() {
        return digits.charAt(0) - '0';
    }

    /** Whether the indicator says that this is a packing of several of the contained item. */
    public boolean isPacking() {
        return indicator() >= 1 && indicator() <= 8;
    }

    /**
     * For an indicator of 1 to 8: the same number with indicator 0 and its own check digit. By GS1's rules it is often,
     * but not always, the item inside; how many are inside the number does not say.
     */
    public Optional<Gtin> contained() {
        return isPacking()
                ? Optional.of(new Gtin(Digits.withCheckDigit("0" + digits.substring(1, 13))))
                : Optional.empty();
    }

    /** What the prefix reserves this number for; anything but {@code TRADE_ITEM} deserves a second look. */
    public GtinUse use() {
        return GtinUse.of(digits);
    }

    /** The shortest usual way to write it: 8, 12, 13 or 14 digits. */
    public String shortest() {
        if (digits.startsWith("000000") && digits.charAt(6) != '0') {
            return digits.substring(6);
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    /** The six digits and both ends of a UPC-E, when this number can be zero-suppressed. */
    public Optional<String> upcE() {
        return UpcE.compress(this);
    }

    @Override
    public int compareTo(Gtin other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
