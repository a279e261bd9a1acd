package com.euphoriapos.domain;

import java.util.Objects;

/**
 * Something the store sells.
 *
 * @param id UUID, made once by whoever added it
 * @param sku the store's own item number; unique among the products
 * @param name as the price book writes it
 * @param category the price book's own category; may be empty
 * @param sizeMillilitres content of one piece, 0 where it has none
 * @param price of one piece, without exclusive tax; not negative
 * @param caseSize pieces in a case, 1 where it has none
 * @param taxCategory key of the tax table, normally {@link TaxTable#STANDARD}
 * @param active whether it may be sold
 */
public record Product(
        String id,
        String sku,
        String name,
        String category,
        int sizeMillilitres,
        Money price,
        int caseSize,
        String taxCategory,
        boolean active) {
    public Product {
        Objects.requireNonNull(id);
        Objects.requireNonNull(category);
        if (sku.isBlank() || name.isBlank() || taxCategory.isBlank()) {
            throw new IllegalArgumentException("a product needs an item number, a name and a tax category");
        }
        if (sizeMillilitres < 0 || caseSize < 1 || price.isNegative()) {
            throw new IllegalArgumentException("size, case size or price of " + sku + " is out of range");
        }
    }

    /** The shelf it stands on. */
    public Department department() {
        return Department.ofCategory(category);
    }

    /** The price of a pack of so many pieces. */
    public Money packPrice(int packSize) {
        return price.times(packSize);
    }
}
