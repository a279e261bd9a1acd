package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.TaxTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A product as it shall stand in the store.
 *
 * @param barcodes all of its codes
 */
record ProductRecord(Product product, List<ProductBarcode> barcodes) {
    ProductRecord {
        barcodes = List.copyOf(barcodes);
    }

    /** What the store has of a product. */
    static ProductRecord stored(CatalogRepository catalog, Product product) {
        return new ProductRecord(product, catalog.barcodes(product.id()));
    }

    /**
     * What an item of a price book makes of a product. Codes are added, never taken away: one that the shop added by hand must
     * go on scanning after the next price book. What the book has no column for stays.
     *
     * @param stored what the store has, or null
     * @param newId id of a product that is new
     */
    static ProductRecord merged(PriceBookItem item, @Nullable ProductRecord stored, String newId) {
        Product old = stored == null ? null : stored.product();
        String id = old == null ? newId : old.id();
        Product product = new Product(
                id,
                item.sku(),
                item.name(),
                item.category() != null ? item.category() : old == null ? "" : old.category(),
                item.sizeMillilitres() != null ? item.sizeMillilitres() : old == null ? 0 : old.sizeMillilitres(),
                item.price(),
                item.caseSize() != null ? item.caseSize() : old == null ? 1 : old.caseSize(),
                old == null ? TaxTable.STANDARD : old.taxCategory(),
                old == null || old.active());
        Map<String, ProductBarcode> codes = new TreeMap<>();
        if (stored != null) {
            stored.barcodes().forEach(code -> codes.put(code.code(), code));
        }
        item.codes().forEach(code -> codes.put(code.gtin14(), code.of(id)));
        return new ProductRecord(product, new ArrayList<>(codes.values()));
    }

    /** Whether storing it would change nothing. */
    boolean sameAs(ProductRecord other) {
        return product.equals(other.product()) && byCode().equals(other.byCode());
    }

    void save(CatalogRepository catalog, Instant at) {
        catalog.save(product, at);
        catalog.replaceBarcodes(product.id(), barcodes, at);
    }

    private Map<String, Integer> byCode() {
        Map<String, Integer> packs = new TreeMap<>();
        barcodes.forEach(code -> packs.put(code.code(), code.packSize()));
        return packs;
    }
}
