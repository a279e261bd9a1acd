package com.euphoriapos.barcode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's layouts for the numbers that GS1 leaves to it (prefixes 02 and 20 to 29), tried in order. A number that
 * fits none, for
 * instance because the check digit of its price is wrong, stays an ordinary in-store number: a price is never invented.
 * Thread-safe: immutable.
 *
 * @param patterns in the order they are tried
 */
public record VariableMeasurePatterns(List<VariableMeasurePattern> patterns) {
    /** Copies. */
    public VariableMeasurePatterns {
        patterns = List.copyOf(patterns);
    }

    /** No layouts: every in-store number is an ordinary one. */
    public static VariableMeasurePatterns none() {
        return new VariableMeasurePatterns(List.of());
    }

    /** UPC-A number system 2: five item digits, price check digit, four price digits in cents. */
    public static VariableMeasurePatterns unitedStates() {
        return parse(List.of("02iiiiivppppk:2"));
    }

    /**
     * Reads rules as written in a settings file, see {@link VariableMeasurePattern}.
     *
     * @throws IllegalArgumentException saying which rule is wrong and why
     */
    public static VariableMeasurePatterns parse(List<String> rules) {
        return new VariableMeasurePatterns(
                rules.stream().map(VariableMeasurePattern::parse).toList());
    }

    /** The reading by the first layout that fits, or null. */
    @Nullable
    VariableMeasureReading read(Scan scan, GtinReading reading) {
        Gtin gtin = reading.number();
        if (reading.isAmbiguous() || gtin.indicator() != 0 || gtin.use() != GtinUse.IN_STORE) {
            return null;
        }
        String ean13 = gtin.digits().substring(1);
        GtinCandidate exact = reading.candidates().get(0);
        for (VariableMeasurePattern pattern : patterns) {
            VariableMeasureReading measure = pattern.read(scan.withText(reading.text()), exact, ean13);
            if (measure != null) {
                return measure;
            }
        }
        return null;
    }
}
