package com.euphoriapos.barcode;

/**
 * One application identifier with its value.
 *
 * @param ai two to four digits
 * @param title what it means, in plain words
 * @param value as encoded, without separator
 */
public record Gs1Element(String ai, String title, String value) {
    /**
     * @throws IllegalArgumentException for an unknown identifier or a value that breaks its rule
     */
    public Gs1Element {
        AiSpec spec = AiTable.of(ai);
        String problem = spec == null ? "unknown identifier" : spec.problem(value);
        if (problem != null) {
            throw new IllegalArgumentException("(" + ai + ") " + Printable.of(value) + ": " + problem);
        }
    }

    @Override
    public String toString() {
        return "(" + ai + ")" + value;
    }
}
