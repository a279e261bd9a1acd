package com.euphoriapos.barcode;

import org.jspecify.annotations.Nullable;

/**
 * One layout of a 13-digit code with a value inside, as a rule in data: {@code 02iiiiivppppk:2}.
 *
 * <p>Thirteen characters: a digit must stand there; {@code x} any digit; {@code i} item; {@code v} check digit of
 * the value;
 * one of {@code p} price, {@code w} weight (in the unit of the shop's scales), {@code g} kilograms, {@code l}
 * pounds, {@code n} count; and last {@code k},
 * the check digit. After the colon the decimals of the value. A UPC-A is written with a 0 in front. Thread-safe.
 */
public final class VariableMeasurePattern {
    private static final int LENGTH = 13;
    private static final String VALUE_LETTERS = "pwgln";
    private static final Measure.Kind[] KINDS = {
        Measure.Kind.PRICE, Measure.Kind.WEIGHT, Measure.Kind.KILOGRAMS, Measure.Kind.POUNDS, Measure.Kind.COUNT
    };

    private final String layout;
    private final int decimals;
    private final Measure.Kind kind;
    private final int itemStart;
    private final int itemEnd;
    private final int valueStart;
    private final int valueEnd;
    private final int verifierAt;

    private VariableMeasurePattern(String layout, int decimals, char valueLetter) {
        this.layout = layout;
        this.decimals = decimals;
        this.kind = KINDS[VALUE_LETTERS.indexOf(valueLetter)];
        this.itemStart = layout.indexOf('i');
        this.itemEnd = layout.lastIndexOf('i') + 1;
        this.valueStart = layout.indexOf(valueLetter);
        this.valueEnd = layout.lastIndexOf(valueLetter) + 1;
        this.verifierAt = layout.indexOf('v');
    }

    /**
     * Reads a rule as written in a settings file.
     *
     * @throws IllegalArgumentException saying what is wrong with the rule
     */
    public static VariableMeasurePattern parse(String rule) {
        int colon = rule.indexOf(':');
        String layout = (colon < 0 ? rule : rule.substring(0, colon)).strip();
        String decimals = colon < 0 ? "0" : rule.substring(colon + 1).strip();
        if (decimals.length() != 1 || !Digits.only(decimals)) {
            throw wrong(rule, "the decimals after the colon are one digit");
        }
        if (layout.length() != LENGTH || layout.charAt(LENGTH - 1) != 'k' || layout.indexOf('k') != LENGTH - 1) {
            throw wrong(rule, "a layout has 13 characters, the last and only the last is k");
        }
        char value = checkedLetters(rule, layout);
        if (!isOneRun(layout, 'i') || !isOneRun(layout, value)) {
            throw wrong(rule, "item digits stand together, and value digits stand together");
        }
        int valueLength = layout.lastIndexOf(value) + 1 - layout.indexOf(value);
        int verifier = layout.indexOf('v');
        if (verifier >= 0 && (layout.lastIndexOf('v') != verifier || !PriceVerifier.supports(valueLength))) {
            throw wrong(rule, "one v is allowed, over a value of 4 or 5 digits");
        }
        return new VariableMeasurePattern(layout, decimals.charAt(0) - '0', value);
    }

    private static char checkedLetters(String rule, String layout) {
        char value = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            char c = layout.charAt(i);
            if (VALUE_LETTERS.indexOf(c) >= 0) {
                if (value != 0 && value != c) {
                    throw wrong(rule, "only one kind of value is allowed");
                }
                value = c;
            } else if (!Digits.isDigit(c) && c != 'x' && c != 'i' && c != 'v') {
                throw wrong(rule, "'" + c + "' has no meaning");
            }
        }
        if (value == 0 || layout.indexOf('i') < 0) {
            throw wrong(rule, "item digits (i) and value digits (p, w, g, l or n) are needed");
        }
        return value;
    }

    private static boolean isOneRun(String layout, char letter) {
        for (int i = layout.indexOf(letter); i <= layout.lastIndexOf(letter); i++) {
            if (layout.charAt(i) != letter) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException wrong(String rule, String why) {
        return new IllegalArgumentException("variable-measure rule \"" + Printable.of(rule) + "\": " + why);
    }

    /** The reading of 13 digits with a right check digit, or null when this layout does not fit them. */
    @Nullable
    VariableMeasureReading read(Scan scan, GtinCandidate exact, String ean13) {
        for (int i = 0; i < LENGTH; i++) {
            char c = layout.charAt(i);
            if (Digits.isDigit(c) && c != ean13.charAt(i)) {
                return null;
            }
        }
        String value = ean13.substring(valueStart, valueEnd);
        if (verifierAt >= 0 && ean13.charAt(verifierAt) - '0' != PriceVerifier.of(value)) {
            return null;
        }
        Gtin zeroed = zeroed(ean13);
        String itemCode = ean13.substring(itemStart, itemEnd);
        Measure measure = Measure.of(kind, Long.parseLong(value), decimals);
        return new VariableMeasureReading(scan.raw(), scan.text(), exact, zeroed, itemCode, measure);
    }

    private Gtin zeroed(String ean13) {
        char[] digits = ean13.toCharArray();
        for (int i = valueStart; i < valueEnd; i++) {
            digits[i] = '0';
        }
        if (verifierAt >= 0) {
            digits[verifierAt] = '0';
        }
        return new Gtin("0" + Digits.withCheckDigit(new String(digits, 0, LENGTH - 1)));
    }

    @Override
    public String toString() {
        return layout + ":" + decimals;
    }
}
