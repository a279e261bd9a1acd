package com.euphoriapos.barcode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain trade item numbers: EAN and UPC symbols, ITF-14, and bare digits of unknown origin. */
final class RetailCodes {
    private RetailCodes() {}

    /** Reads the digits of an EAN or UPC symbol; such a symbol can hold nothing else. */
    static BarcodeReading readRetail(Scan scan) {
        String digits = withoutBlanks(scan.text());
        if (!Digits.only(digits)) {
            return scan.invalid(scan.symbology().label() + " holds digits only");
        }
        Scan clean = scan.withText(digits);
        return switch (scan.symbology()) {
            case ADD_ON_ONLY -> clean.invalid("only the add-on was read, not the main symbol: scan again");
            case EAN_UPC_WITH_ADD_ON -> readWithAddOn(clean);
            default -> readMain(clean);
        };
    }

    private static BarcodeReading readMain(Scan scan) {
        return switch (scan.text().length()) {
            case 14, 13, 12 -> readFull(scan);
            case 11 -> readElevenDigits(scan);
            case 8 -> readEight(scan);
            case 7, 6 -> readShort(scan);
            default -> scan.invalid(scan.text().length() + " digits; an EAN or UPC has 8, 12 or 13");
        };
    }

    /** Reads 12, 13 or 14 digits with a check digit; many readers send a UPC-A as an EAN-13 with a 0 in front. */
    private static BarcodeReading readFull(Scan scan) {
        String digits = scan.text();
        String problem = problem(digits);
        if (problem != null) {
            return scan.invalid(problem);
        }
        Gtin gtin = new Gtin(Digits.padded(digits, Gtin.LENGTH));
        return scan.gtin(symbologyOf(digits.length(), gtin), gtin);
    }

    private static Symbology symbologyOf(int length, Gtin gtin) {
        if (gtin.digits().startsWith("00")) {
            return length == 14 ? Symbology.UNKNOWN : Symbology.UPC_A;
        }
        return gtin.indicator() == 0 && length == 13 ? Symbology.EAN_13 : Symbology.UNKNOWN;
    }

    /** Eleven digits: the reader dropped the leading zero, or does not send the check digit. */
    private static BarcodeReading readElevenDigits(Scan scan) {
        if (scan.symbology() != Symbology.UPC_A && scan.symbology() != Symbology.EAN_UPC) {
            return scan.invalid("11 digits; " + scan.symbology().label() + " has none of that length");
        }
        if (Digits.allZero(scan.text())) {
            return scan.invalid("all digits are zero");
        }
        List<GtinCandidate> candidates = new ArrayList<>();
        if (Digits.checked(scan.text())) {
            candidates.add(new GtinCandidate(Symbology.UPC_A, new Gtin("000" + scan.text())));
        }
        candidates.add(new GtinCandidate(Symbology.UPC_A, new Gtin("00" + Digits.withCheckDigit(scan.text()))));
        return new GtinReading(scan.raw(), scan.text(), candidates, "");
    }

    private static BarcodeReading readEight(Scan scan) {
        String digits = scan.text();
        Symbology said = scan.symbology();
        Gtin expanded = said == Symbology.EAN_8 ? null : UpcE.expandChecked(digits);
        if (expanded != null) {
            return scan.gtin(Symbology.UPC_E, expanded);
        }
        if (said == Symbology.UPC_E) {
            return scan.invalid(UpcE.problem(digits));
        }
        String problem = problem(digits);
        return problem == null ? scan.gtin(Symbology.EAN_8, new Gtin("000000" + digits)) : scan.invalid(problem);
    }

    /** UPC-E as readers send it when told to keep the number system, the check digit or both. */
    private static BarcodeReading readShort(Scan scan) {
        String digits = scan.text();
        if (scan.symbology() == Symbology.EAN_8 && digits.length() == 7 && !Digits.allZero(digits)) {
            return scan.gtin(Symbology.EAN_8, new Gtin("000000" + Digits.withCheckDigit(digits)));
        }
        if (scan.symbology() != Symbology.UPC_E && scan.symbology() != Symbology.EAN_UPC) {
            return scan.invalid(digits.length() + " digits; only a UPC-E is that short");
        }
        List<GtinCandidate> candidates = new ArrayList<>();
        if (digits.length() == 7) {
            addUpcE(candidates, UpcE.expandChecked("0" + digits));
            addUpcE(candidates, UpcE.expandUnchecked(digits));
        } else {
            addUpcE(candidates, UpcE.expandUnchecked("0" + digits));
        }
        return candidates.isEmpty()
                ? scan.invalid(digits.length() + " digits that expand to no UPC-A")
                : new GtinReading(scan.raw(), digits, candidates, "");
    }

    private static void addUpcE(List<GtinCandidate> candidates, @Nullable Gtin gtin) {
        if (gtin != null) {
            candidates.add(new GtinCandidate(Symbology.UPC_E, gtin));
        }
    }

    private static BarcodeReading readWithAddOn(Scan scan) {
        int length = scan.text().length();
        return switch (length) {
            case 18, 17, 15, 14, 10 -> {
                int addOn = length >= 17 ? 5 : 2;
                yield splitAt(scan, length - addOn);
            }
            default -> readMain(scan);
        };
    }

    private static BarcodeReading splitAt(Scan scan, int mainLength) {
        BarcodeReading main = readMain(scan.withText(scan.text().substring(0, mainLength)));
        if (!(main instanceof GtinReading gtin)) {
            return main;
        }
        return new GtinReading(
                scan.raw(), gtin.text(), gtin.candidates(), scan.text().substring(mainLength));
    }

    /** ITF can be read short without notice, so only all fourteen digits with a right check digit are taken. */
    static BarcodeReading readItf(Scan scan) {
        String digits = scan.text();
        if (!Digits.only(digits)) {
            return scan.invalid("ITF holds digits only");
        }
        if (digits.length() != Gtin.LENGTH) {
            String reason = digits.length() < Gtin.LENGTH ? ", perhaps only part of it was read: scan again" : "";
            return scan.invalid(digits.length() + " digits; an ITF-14 has 14" + reason);
        }
        String problem = problem(digits);
        return problem == null ? scan.gtin(Symbology.ITF_14, new Gtin(digits)) : scan.invalid(problem);
    }

    /** The reader has checked the check digit and kept it: thirteen digits are all of an ITF-14. */
    static BarcodeReading readItfWithoutCheckDigit(Scan scan) {
        boolean whole = Digits.only(scan.text()) && scan.text().length() == Gtin.LENGTH - 1;
        return whole ? readItf(scan.withText(Digits.withCheckDigit(scan.text()))) : readItf(scan);
    }

    /** Reads bare digits of which no one said where they come from, typed ones included. */
    static BarcodeReading readDigits(Scan scan) {
        String digits = scan.text();
        return switch (digits.length()) {
            case 8 -> readBareEight(scan);
            case 12, 13, 14 -> readBareFull(scan);
            case 9, 10, 11 -> readUnpadded(scan);
            case 15, 18 -> readPeriodical(scan);
            default -> scan.other();
        };
    }

    private static BarcodeReading readBareEight(Scan scan) {
        String digits = scan.text();
        List<GtinCandidate> candidates = new ArrayList<>();
        addUpcE(candidates, UpcE.expandChecked(digits));
        if (problem(digits) == null) {
            GtinCandidate ean8 = new GtinCandidate(Symbology.EAN_8, new Gtin("000000" + digits));
            // EAN-8 numbers that begin with 0 are for use inside a company, so there UPC-E is the likelier one.
            candidates.add(digits.charAt(0) == '0' ? candidates.size() : 0, ean8);
        }
        if (candidates.isEmpty()) {
            String upcE = digits.charAt(0) <= '1' ? " (as UPC-E: " + UpcE.problem(digits) + ")" : "";
            return refused(scan, "as EAN-8: " + problem(digits) + upcE);
        }
        return new GtinReading(scan.raw(), digits, candidates, "");
    }

    private static BarcodeReading readBareFull(Scan scan) {
        String digits = scan.text();
        String problem = problem(digits);
        if (problem != null) {
            return refused(scan, problem);
        }
        Gtin gtin = new Gtin(Digits.padded(digits, Gtin.LENGTH));
        boolean silent = scan.symbology() == Symbology.UNKNOWN;
        return scan.gtin(silent ? symbologyOf(digits.length(), gtin) : scan.symbology(), gtin);
    }

    private static BarcodeReading readUnpadded(Scan scan) {
        String digits = scan.text();
        if (!Digits.checked(digits) || Digits.allZero(digits)) {
            return scan.other();
        }
        Gtin guess = new Gtin(Digits.padded(digits, Gtin.LENGTH));
        return new OtherReading(scan.raw(), scan.symbology(), digits, List.of(guess));
    }

    private static BarcodeReading readPeriodical(Scan scan) {
        String main = scan.text().substring(0, 13);
        boolean periodical = main.startsWith("977") || main.startsWith("978") || main.startsWith("979");
        return periodical && Digits.checked(main) ? splitAt(scan, 13) : scan.other();
    }

    /** In other symbologies, digits of that length may well be a badge or a receipt; of unknown ones we warn. */
    private static BarcodeReading refused(Scan scan, String reason) {
        return scan.symbology() == Symbology.UNKNOWN ? scan.invalidButOwn(reason) : scan.other();
    }

    private static @Nullable String problem(String digits) {
        return Digits.allZero(digits) ? "all digits are zero" : Digits.checkDigitProblem(digits);
    }

    /** Some readers put a blank between main symbol and add-on. */
    private static String withoutBlanks(String text) {
        return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    }
}
