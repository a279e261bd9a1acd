package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.domain.Product;
import java.time.Instant;
import java.util.List;

/** Edits a product with the shipped message; here, because it is nobody else's business. */
public final class WrittenProduct {
    private WrittenProduct() {}

    /** In the transaction of the handle. */
    public static void write(StoreHandle handle, Product product, Instant at) {
        ProductMessages.save(
                handle,
                List.of(new ProductRecord(product, handle.catalog().barcodes(product.id()))),
                new ProductMessages.By("console", "MANAGER", at));
    }
}
