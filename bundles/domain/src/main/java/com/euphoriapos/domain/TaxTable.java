package com.euphoriapos.domain;

import java.util.Map;
import java.util.Objects;

/**
 * The store's tax rates, all on top of the prices.
 *
 * @param rates by tax category; an unknown category is taxed as {@link #STANDARD}
 */
public record TaxTable(Map<String, Rate> rates) {
    /** The category of the store's normal rate. */
    public static final String STANDARD = "standard";
    /** The category that is not taxed. */
    public static final String EXEMPT = "exempt";

    public TaxTable {
        rates = Map.copyOf(rates);
        if (!rates.containsKey(STANDARD)) {
            throw new IllegalArgumentException("a tax table needs the rate \"" + STANDARD + "\"");
        }
    }

    /** The usual table: one rate, and nothing for the exempt. */
    public static TaxTable of(Rate standard) {
        return new TaxTable(Map.of(STANDARD, standard, EXEMPT, Rate.ZERO));
    }

    /** The rate of a category. */
    public Rate rate(String category) {
        Rate rate = rates.get(category);
        return rate != null ? rate : Objects.requireNonNull(rates.get(STANDARD));
    }
}
