package com.euphoriapos.barcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A code that is a trade item number and nothing more.
 *
 * @param text the data without prefixes
 * @param candidates one, or two when eight digits are valid as EAN-8 and as UPC-E: try both, and ask if both are known
 * @param addOn the 2 or 5 digits of a periodical's or book's add-on, else empty
 */
public record GtinReading(String raw, String text, List<GtinCandidate> candidates, String addOn)
        implements BarcodeReading {
    /** Copies; there is at least one candidate. */
    public GtinReading {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a GTIN reading needs a candidate");
        }
    }

    @Override
    public Symbology symbology() {
        return candidates.get(0).symbology();
    }

    /** The number, or the likelier of two. */
    public Gtin number() {
        return candidates.get(0).gtin();
    }

    /** The 14 digits of {@link #number()}. */
    public String gtin14() {
        return number().digits();
    }

    /** The packaging indicator of {@link #number()}: 0 a single item, 1 to 8 a packing, 9 variable measure. */
    public int indicator() {
        return number().indicator();
    }

    /** Whether the digits can be understood in two ways. */
    public boolean isAmbiguous() {
        return candidates.size() > 1;
    }

    @Override
    public Optional<Gtin> gtin() {
        return Optional.of(number());
    }

    @Override
    public List<String> lookupKeys() {
        if (candidates.size() == 1) {
            return Keys.of(number());
        }
        List<String> keys = new ArrayList<>();
        for (GtinCandidate candidate : candidates) {
            keys.add(candidate.gtin().digits());
        }
        return List.copyOf(keys);
    }

    @Override
    public String describe() {
        StringBuilder out = new StringBuilder();
        for (GtinCandidate candidate : candidates) {
            out.append(out.length() == 0 ? "" : ", or ")
                    .append(candidate.symbology().label())
                    .append(' ')
                    .append(Printable.of(text))
                    .append(" → GTIN-14 ")
                    .append(candidate.gtin());
        }
        out.append(", check digit ok");
        if (isAmbiguous()) {
            out.append(" both ways: the catalogue decides");
        }
        if (!addOn.isEmpty()) {
            out.append(", add-on ").append(addOn);
        }
        return out.append(Keys.remarks(number())).toString();
    }
}
