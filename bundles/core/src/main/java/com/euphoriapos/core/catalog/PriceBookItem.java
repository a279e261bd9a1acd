package com.euphoriapos.core.catalog;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.ProductBarcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a price book that can be taken. What is null has no column in the book: a product that exists keeps what it has.
 *
 * @param line of the file
 * @param codes barcodes without a product yet
 */
record PriceBookItem(
        long line,
        String sku,
        String name,
        Money price,
        @Nullable String category,
        @Nullable Integer sizeMillilitres,
        @Nullable Integer caseSize,
        List<Code> codes) {
    PriceBookItem {
        codes = List.copyOf(codes);
    }

    /** A usable code and how many pieces one scan of it sells. */
    record Code(String gtin14, int packSize) {
        ProductBarcode of(String productId) {
            return new ProductBarcode(gtin14, productId, packSize);
        }
    }

    PriceBookItem withCodes(List<Code> usable) {
        return new PriceBookItem(line, sku, name, price, category, sizeMillilitres, caseSize, usable);
    }
}
