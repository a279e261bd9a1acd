package com.euphoriapos.domain;

/**
 * A product as a look-up or a search finds it.
 *
 * @param product what it is
 * @param packSize pieces that choosing it sells
 * @param onHand pieces in stock as far as this lane knows; may be negative
 * @param soldCount sales of it, for "most sold first"
 */
public record CatalogMatch(Product product, int packSize, Quantity onHand, long soldCount) {
    /** The price of the pack. */
    public Money price() {
        return product.packPrice(packSize);
    }
}
