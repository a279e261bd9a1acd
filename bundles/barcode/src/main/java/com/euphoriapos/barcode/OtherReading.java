package com.euphoriapos.barcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A code that is no trade item number: an item number of the shop, a receipt, a badge, a customer card, a link.
 *
 * @param text the data without prefixes
 * @param guesses numbers it may stand for, such as a UPC-A whose leading zeros were not typed; tried after the text
 */
public record OtherReading(String raw, Symbology symbology, String text, List<Gtin> guesses) implements BarcodeReading {
    /** Copies. */
    public OtherReading {
        guesses = List.copyOf(guesses);
    }

    @Override
    public List<String> lookupKeys() {
        if (guesses.isEmpty()) {
            return List.of(text);
        }
        List<String> keys = new ArrayList<>();
        keys.add(text);
        guesses.forEach(guess -> keys.add(guess.digits()));
        return List.copyOf(keys);
    }

    @Override
    public Optional<Gtin> gtin() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        StringBuilder out = new StringBuilder()
                .append(symbology.label())
                .append(" \"")
                .append(Printable.of(text))
                .append("\": no trade item number, looked up as it stands");
        guesses.forEach(guess -> out.append(", then as GTIN-14 ").append(guess).append(" (leading zeros missing)"));
        return out.toString();
    }
}
