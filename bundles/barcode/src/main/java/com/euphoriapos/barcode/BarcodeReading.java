package com.euphoriapos.barcode;

import java.util.List;
import java.util.Optional;

/** What a scanned or typed code says. Every reading keeps the raw scan for the journal. Thread-safe: immutable. */
public sealed interface BarcodeReading
        permits GtinReading, Gs1Reading, VariableMeasureReading, OtherReading, InvalidReading {
    /** The scan exactly as it came, prefixes and control characters included. */
    String raw();

    /** The symbology, as the scanner said or as the digits show; {@code UNKNOWN} when neither does. */
    Symbology symbology();

    /**
     * The catalogue keys to try, best first, without duplicates: GTIN-14 strings, and for codes that are none the text
     * itself. Empty when no product may be looked up.
     */
    List<String> lookupKeys();

    /** The trade item number in the code, when there is one; the likelier when there are two candidates. */
    Optional<Gtin> gtin();

    /** A plain-English account in one line. */
    String describe();

    /**
     * Whether a product found under this key is the content of a scanned case, so that its pack size is still
     * unknown.
     */
    default boolean packUnknown(String key) {
        Optional<Gtin> gtin = gtin();
        return gtin.isPresent()
                && gtin.get().isPacking()
                && gtin.get()
                        .contained()
                        .filter(inside -> inside.digits().equals(key))
                        .isPresent();
    }
}
