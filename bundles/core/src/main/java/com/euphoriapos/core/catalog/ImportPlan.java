package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.sync.Derived;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * What a price book would change in the store.
 *
 * @param changes products to save, new and changed
 */
record ImportPlan(List<ProductRecord> changes, long added, long changed, long unchanged) {
    /** Items that are compared in one reading, so that no reading stays open for long. */
    private static final int SLICE = 250;

    /** Compares; empty when it was cancelled. */
    static Optional<ImportPlan> compare(
            Store store, List<PriceBookItem> items, LongConsumer progress, BooleanSupplier cancelled) {
        Tally tally = new Tally();
        for (int from = 0; from < items.size(); from += SLICE) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            List<PriceBookItem> slice = items.subList(from, Math.min(items.size(), from + SLICE));
            store.read(handle -> {
                slice.forEach(item -> tally.add(handle.catalog(), item));
                return true;
            });
            progress.accept(Math.min(items.size(), from + SLICE));
        }
        return Optional.of(new ImportPlan(tally.changes, tally.added, tally.changed, tally.unchanged));
    }

    /** From the item number, which names a product: two lanes that import one book while they are apart add the same products. */
    private static String newId(String sku) {
        return Derived.id("product", sku.toUpperCase(Locale.ROOT));
    }

    private static final class Tally {
        private final List<ProductRecord> changes = new ArrayList<>();
        private long added;
        private long changed;
        private long unchanged;

        void add(CatalogRepository catalog, PriceBookItem item) {
            Optional<ProductRecord> stored =
                    catalog.bySku(item.sku()).map(product -> ProductRecord.stored(catalog, product));
            if (stored.isEmpty()) {
                added++;
                changes.add(ProductRecord.merged(item, null, newId(item.sku())));
                return;
            }
            ProductRecord merged = ProductRecord.merged(item, stored.get(), "");
            if (merged.sameAs(stored.get())) {
                unchanged++;
            } else {
                changed++;
                changes.add(merged);
            }
        }
    }
}
