package com.euphoriapos.barcode;

import java.util.List;

/**
 * A scan on its way to becoming a reading.
 *
 * @param text without blanks, frame characters and AIM identifier
 * @param declared whether an AIM identifier named the symbology, which is better evidence than a driver's hint
 */
record Scan(String raw, String text, Symbology symbology, boolean declared) {
    Scan withText(String other) {
        return new Scan(raw, other, symbology, declared);
    }

    InvalidReading invalid(String reason) {
        return new InvalidReading(raw, symbology, text, reason, List.of());
    }

    InvalidReading invalidButOwn(String reason) {
        return new InvalidReading(raw, symbology, text, reason, List.of(text));
    }

    OtherReading other() {
        return new OtherReading(raw, symbology, text, List.of());
    }

    GtinReading gtin(Symbology as, Gtin gtin) {
        return new GtinReading(raw, text, List.of(new GtinCandidate(as, gtin)), "");
    }
}
