package com.euphoriapos.barcode;

import org.jspecify.annotations.Nullable;

/**
 * The three-character prefix ({@code ]} letter modifier) that a scanner puts before the data when AIM
 * identifiers are on.
 */
final class AimIdentifier {
    static final int LENGTH = 3;

    private AimIdentifier() {}

    /**
     * The symbology that the prefix of a text names, {@code UNKNOWN} for one we have no use for, null without a
     * prefix.
     */
    static @Nullable Symbology read(String text) {
        if (text.length() < LENGTH
                || text.charAt(0) != ']'
                || !isLetter(text.charAt(1))
                || !isModifier(text.charAt(2))) {
            return null;
        }
        return symbology(text.charAt(1), text.charAt(2));
    }

    /** Whether the reader checked the ITF check digit but kept it to itself (modifier 3). */
    static boolean dropsCheckDigit(String text) {
        return text.startsWith("]I3");
    }

    private static Symbology symbology(char code, char modifier) {
        return switch (code) {
            case 'E' -> retail(modifier);
            case 'C' -> modifier == '1' ? Symbology.GS1_128 : Symbology.CODE_128;
            case 'd' -> modifier == '2' || modifier == '5' ? Symbology.GS1_DATAMATRIX : Symbology.DATAMATRIX;
            case 'Q' -> modifier == '3' || modifier == '4' ? Symbology.GS1_QR : Symbology.QR;
            case 'e' -> Symbology.GS1_DATABAR;
            case 'J' -> modifier == '1' || modifier == '4' ? Symbology.GS1_DOTCODE : Symbology.UNKNOWN;
            case 'I' -> Symbology.ITF_14;
            case 'A' -> Symbology.CODE_39;
            case 'G' -> Symbology.CODE_93;
            case 'F' -> Symbology.CODABAR;
            case 'L' -> Symbology.PDF417;
            case 'z' -> Symbology.AZTEC;
            case 'U' -> Symbology.MAXICODE;
            default -> Symbology.UNKNOWN;
        };
    }

    private static Symbology retail(char modifier) {
        return switch (modifier) {
            case '1', '2' -> Symbology.ADD_ON_ONLY;
            case '3' -> Symbology.EAN_UPC_WITH_ADD_ON;
            case '4' -> Symbology.EAN_8;
            default -> Symbology.EAN_UPC;
        };
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isModifier(char c) {
        return (c >= '0' && c <= '9') || isLetter(c);
    }
}
