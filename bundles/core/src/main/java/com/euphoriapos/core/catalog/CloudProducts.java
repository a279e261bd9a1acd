package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Product;
import java.util.Optional;

/** Products that were deleted centrally: lanes sell them no longer, and keep them, because sales name them. */
public final class CloudProducts {
    private CloudProducts() {}

    /**
     * The product as a message has it, but not active any longer; empty where this lane never had it.
     *
     * @param base stamp of the version that whoever deleted it saw
     */
    public static Optional<String> inactive(StoreHandle handle, String id, String base) {
        return handle.catalog()
                .byId(id)
                .map(CatalogMatch::product)
                .map(product -> Json.object(json -> {
                    ProductJson.fields(json, ProductRecord.stored(handle.catalog(), inactive(product)));
                    json.writeStringField("base", base);
                }));
    }

    private static Product inactive(Product product) {
        return new Product(
                product.id(),
                product.sku(),
                product.name(),
                product.category(),
                product.sizeMillilitres(),
                product.price(),
                product.caseSize(),
                product.taxCategory(),
                false);
    }
}
