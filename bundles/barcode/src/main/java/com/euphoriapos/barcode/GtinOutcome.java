package com.euphoriapos.barcode;

import java.util.Optional;

/** What became of a text that should be a GTIN. */
public sealed interface GtinOutcome {
    /** The number, when there is one. */
    Optional<Gtin> gtin();

    /** Why it is unusable, or how it was made usable: a short phrase for an import report. */
    String reason();

    /** A valid number. */
    record Usable(Gtin value, String reason) implements GtinOutcome {
        @Override
        public Optional<Gtin> gtin() {
            return Optional.of(value);
        }
    }

    /** No number; {@code text} is what was given, without surrounding blanks. */
    record Unusable(String text, String reason) implements GtinOutcome {
        @Override
        public Optional<Gtin> gtin() {
            return Optional.empty();
        }
    }
}
