package com.euphoriapos.barcode;

/**
 * Reads codes with the variable-measure layouts of the United States. A shop with other layouts makes its own {@link
 * BarcodeReader}. Thread-safe; takes microseconds; no text makes it throw.
 */
public final class Barcodes {
    private static final BarcodeReader READER = new BarcodeReader(VariableMeasurePatterns.unitedStates());

    private Barcodes() {}

    /** Reads a code as scanned or typed; an AIM identifier in front is understood. */
    public static BarcodeReading read(String raw) {
        return READER.read(raw, Symbology.UNKNOWN);
    }

    /** Reads a code whose symbology the scanner's driver named; an AIM identifier in front outweighs the hint. */
    public static BarcodeReading read(String raw, Symbology hint) {
        return READER.read(raw, hint);
    }
}
