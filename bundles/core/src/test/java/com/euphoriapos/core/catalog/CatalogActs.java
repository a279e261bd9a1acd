package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import java.time.Instant;
import java.util.List;

/** Changes of products as the import writes them, for tests that need many. */
public final class CatalogActs {
    private CatalogActs() {}

    public static void save(StoreHandle handle, List<Product> products, String actor, String role, Instant at) {
        List<ProductRecord> records = products.stream()
                .map(product -> new ProductRecord(
                        product,
                        List.of(new ProductBarcode("0" + product.price().cents(), product.id(), 1))))
                .toList();
        ProductMessages.save(handle, records, new ProductMessages.By(actor, role, at));
    }
}
