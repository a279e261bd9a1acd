package com.euphoriapos.domain;

/**
 * A code that sells a product; one code may belong to several products.
 *
 * @param code the look-up key: a GTIN as 14 digits, else the text as scanned
 * @param productId whose it is
 * @param packSize pieces that one scan sells: 1, 6, 12 …
 */
public record ProductBarcode(String code, String productId, int packSize) {
    public ProductBarcode {
        if (code.isBlank() || packSize < 1) {
            throw new IllegalArgumentException("a barcode needs a code and a pack size of 1 or more");
        }
    }
}
