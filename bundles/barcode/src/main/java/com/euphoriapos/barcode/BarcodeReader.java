package com.euphoriapos.barcode;

/** Reads codes with one shop's table of variable-measure layouts. Thread-safe: immutable. */
public final class BarcodeReader {
    /** Longer texts are refused; the largest Data Matrix holds 3116 digits. */
    public static final int LENGTH_MAX = 4096;

    private final VariableMeasurePatterns patterns;

    /**
     * @param patterns the layouts of codes that carry a price, weight or count
     */
    public BarcodeReader(VariableMeasurePatterns patterns) {
        this.patterns = patterns;
    }

    /** Reads a code as scanned or typed, nothing known of its symbology. Never throws. */
    public BarcodeReading read(String raw) {
        return read(raw, Symbology.UNKNOWN);
    }

    /**
     * Reads a code. Never throws.
     *
     * @param raw the scan as it came; blanks and frame characters around it and an AIM identifier are taken off
     * @param hint what the driver said of the symbology, {@code UNKNOWN} for nothing
     */
    public BarcodeReading read(String raw, Symbology hint) {
        if (raw.length() > LENGTH_MAX) {
            String reason = raw.length() + " characters; at most " + LENGTH_MAX + " are read";
            return new Scan(raw, "", hint, false).invalid(reason);
        }
        String framed = trimmed(raw);
        Symbology named = AimIdentifier.read(framed);
        String text = named == null ? framed : framed.substring(AimIdentifier.LENGTH);
        boolean declared = named != null && named != Symbology.UNKNOWN;
        Scan scan = new Scan(raw, text, declared && named != null ? named : hint, declared);
        if (text.isEmpty()) {
            return scan.invalid(named == null ? "nothing was read" : "nothing follows the symbology identifier");
        }
        return AimIdentifier.dropsCheckDigit(framed) ? RetailCodes.readItfWithoutCheckDigit(scan) : read(scan);
    }

    private BarcodeReading read(Scan scan) {
        BarcodeReading link = DigitalLink.read(scan);
        if (link != null) {
            return link;
        }
        return switch (scan.symbology().family()) {
            case GS1 -> ElementString.readDeclared(scan);
            case RETAIL -> measured(scan, RetailCodes.readRetail(scan));
            case ITF -> RetailCodes.readItf(scan);
            case OTHER -> readOther(scan);
        };
    }

    private BarcodeReading readOther(Scan scan) {
        // Drivers often report GS1-128 as Code 128; only an AIM identifier is a clear "no application identifiers".
        if (!scan.declared()) {
            BarcodeReading elements = ElementString.readIfStrict(scan);
            if (elements != null) {
                return elements;
            }
        }
        return Digits.only(scan.text()) ? measured(scan, RetailCodes.readDigits(scan)) : scan.other();
    }

    private BarcodeReading measured(Scan scan, BarcodeReading reading) {
        if (!(reading instanceof GtinReading gtin)) {
            return reading;
        }
        VariableMeasureReading measure = patterns.read(scan, gtin);
        return measure == null ? reading : measure;
    }

    /** Takes off blanks and control characters of a frame (CR, LF, TAB, STX, ETX), but keeps the GS of GS1 data. */
    private static String trimmed(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isFrame(raw.charAt(start))) {
            start++;
        }
        while (end > start && isFrame(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isFrame(char c) {
        return c <= ' ' && c != ElementString.GS;
    }
}
