package com.euphoriapos.barcode;

import java.util.List;
import java.util.Optional;

/**
 * A code that must not be taken as a trade item number.
 *
 * @param text the data without prefixes
 * @param reason exactly what is wrong, such as {@code check digit is 3, expected 7}
 * @param lookupKeys the text itself when the shop may have given its own code this form, else empty
 */
public record InvalidReading(String raw, Symbology symbology, String text, String reason, List<String> lookupKeys)
        implements BarcodeReading {
    /** Copies. */
    public InvalidReading {
        lookupKeys = List.copyOf(lookupKeys);
    }

    @Override
    public Optional<Gtin> gtin() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        String shown = text.isEmpty() ? "" : " " + Printable.of(text);
        return symbology.label() + shown + ": not valid, " + reason;
    }
}
