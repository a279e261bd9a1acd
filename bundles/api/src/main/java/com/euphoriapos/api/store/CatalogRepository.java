package com.euphoriapos.api.store;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Products and their barcodes: tables {@code products}, {@code product_barcodes}. */
@ProviderType
public interface CatalogRepository {
    /** Active products that the code sells, most sold first; the code is a GTIN of 14 digits or a raw text. Uses an index. */
    List<CatalogMatch> byCode(String code);

    /**
     * Active products whose name, item number or barcode matches: every word of the text begins a word of the name, or the
     * text begins the item number, or is contained in a barcode. Most sold first, pack size 1.
     *
     * @param limit at most so many, 1 to 500
     */
    List<CatalogMatch> search(String text, int limit);

    /** Active products, most sold first; only those whose category is in {@code categories} unless that is empty. */
    List<CatalogMatch> mostSold(Collection<String> categories, int limit);

    /** All categories of active products. */
    List<String> categories();

    Optional<CatalogMatch> byId(String productId);

    Optional<Product> bySku(String sku);

    /** How many products there are, active or not. */
    long count();

    List<ProductBarcode> barcodes(String productId);

    /** Inserts or replaces by id. */
    void save(Product product, Instant updatedAt);

    /** Replaces the barcodes of a product. */
    void replaceBarcodes(String productId, List<ProductBarcode> barcodes, Instant updatedAt);
}
