package com.euphoriapos.barcode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Zero suppression: a UPC-E is number system 0 or 1, six digits, and the check digit of the UPC-A it stands for. */
final class UpcE {
    private static final int LENGTH = 8;

    private UpcE() {}

    /** The number behind eight digits whose check digit is right, else null. */
    static @Nullable Gtin expandChecked(String eight) {
        if (eight.length() != LENGTH || eight.charAt(0) > '1') {
            return null;
        }
        String body = expandBody(eight);
        int expected = Digits.checkDigit(body, body.length());
        // An all-zero code would expand to a GTIN of zeros, which no one may use.
        return expected == eight.charAt(LENGTH - 1) - '0' && !Digits.allZero(body)
                ? new Gtin("00" + body + expected)
                : null;
    }

    /**
     * The number behind number system and six digits, the reader having kept the check digit; null when there is
     * none.
     */
    static @Nullable Gtin expandUnchecked(String seven) {
        if (seven.length() != LENGTH - 1 || seven.charAt(0) > '1') {
            return null;
        }
        String body = expandBody(seven);
        return Digits.allZero(body) ? null : new Gtin("00" + Digits.withCheckDigit(body));
    }

    /** What is wrong with eight digits as a UPC-E. */
    static String problem(String eight) {
        if (eight.charAt(0) > '1') {
            return "number system is " + eight.charAt(0) + ", UPC-E knows only 0 and 1";
        }
        String body = expandBody(eight);
        if (Digits.allZero(body)) {
            return "all digits are zero";
        }
        return "check digit is " + eight.charAt(LENGTH - 1) + ", expected " + Digits.checkDigit(body, body.length());
    }

    /** The eleven digits of the UPC-A without its check digit; the sixth digit says where the zeros were. */
    private static String expandBody(String code) {
        String digits = code.substring(1, 7);
        char rule = digits.charAt(5);
        String middle =
                switch (rule) {
                    case '0', '1', '2' -> digits.substring(0, 2) + rule + "0000" + digits.substring(2, 5);
                    case '3' -> digits.substring(0, 3) + "00000" + digits.substring(3, 5);
                    case '4' -> digits.substring(0, 4) + "00000" + digits.charAt(4);
                    default -> digits.substring(0, 5) + "0000" + rule;
                };
        return code.charAt(0) + middle;
    }

    static Optional<String> compress(Gtin gtin) {
        String digits = gtin.digits();
        if (!digits.startsWith("00") || digits.charAt(2) > '1') {
            return Optional.empty();
        }
        String maker = digits.substring(3, 8);
        String item = digits.substring(8, 13);
        String six = suppressed(maker, item);
        return six == null ? Optional.empty() : Optional.of(digits.charAt(2) + six + digits.charAt(13));
    }

    private static @Nullable String suppressed(String maker, String item) {
        if (maker.endsWith("00") && maker.charAt(2) <= '2' && item.startsWith("00")) {
            return maker.substring(0, 2) + item.substring(2) + maker.charAt(2);
        }
        if (maker.endsWith("00") && item.startsWith("000")) {
            return maker.substring(0, 3) + item.substring(3) + '3';
        }
        if (maker.endsWith("0") && item.startsWith("0000")) {
            return maker.substring(0, 4) + item.charAt(4) + '4';
        }
        return item.startsWith("0000") && item.charAt(4) >= '5' ? maker + item.charAt(4) : null;
    }
}
