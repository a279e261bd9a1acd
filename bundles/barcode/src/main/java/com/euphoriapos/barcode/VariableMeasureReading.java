package com.euphoriapos.barcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A code that the shop or its scale printed, with a price, weight or count inside.
 *
 * <p>A product found under {@link #exactKey()} was catalogued with this very code and is sold as an ordinary product;
 * only under the other keys does {@link #measure()} count.
 *
 * @param text the data without prefixes
 * @param exact the whole number as scanned
 * @param zeroed the number with price or weight (and their check digits) at zero: the way catalogues usually keep it
 * @param itemCode the item digits alone, as printed
 * @param measure the price, weight or count inside
 */
public record VariableMeasureReading(
        String raw, String text, GtinCandidate exact, Gtin zeroed, String itemCode, Measure measure)
        implements BarcodeReading {
    @Override
    public Symbology symbology() {
        return exact.symbology();
    }

    /** The key of the whole number, value included. */
    public String exactKey() {
        return exact.gtin().digits();
    }

    @Override
    public Optional<Gtin> gtin() {
        return Optional.of(exact.gtin());
    }

    @Override
    public List<String> lookupKeys() {
        List<String> keys = new ArrayList<>(3);
        keys.add(exactKey());
        if (!zeroed.equals(exact.gtin())) {
            keys.add(zeroed.digits());
        }
        keys.add(itemCode);
        return List.copyOf(keys);
    }

    @Override
    public String describe() {
        return symbology().label() + " " + text + " → GTIN-14 " + exactKey() + ", check digit ok; item " + itemCode
                + " with " + measure.describe() + " inside";
    }
}
