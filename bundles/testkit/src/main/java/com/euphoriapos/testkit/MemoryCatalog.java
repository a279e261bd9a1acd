package com.euphoriapos.testkit;

import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Products of a {@link MemoryStore}; nothing counts what was sold, so "most sold first" is the order of saving. */
record MemoryCatalog(MemoryHandle handle) implements CatalogRepository {
    @Override
    public List<CatalogMatch> byCode(String code) {
        return handle.tables().barcodes.stream()
                .filter(barcode -> barcode.code().equals(code))
                .flatMap(barcode -> active().filter(product -> product.id().equals(barcode.productId()))
                        .map(product -> match(product, barcode.packSize())))
                .toList();
    }

    @Override
    public List<CatalogMatch> search(String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return active().filter(product -> matches(product, wanted))
                .limit(limit)
                .map(product -> match(product, 1))
                .toList();
    }

    @Override
    public List<CatalogMatch> mostSold(Collection<String> categories, int limit) {
        return active().filter(product -> categories.isEmpty() || categories.contains(product.category()))
                .limit(limit)
                .map(product -> match(product, 1))
                .toList();
    }

    @Override
    public List<String> categories() {
        return active().map(Product::category).distinct().toList();
    }

    @Override
    public Optional<CatalogMatch> byId(String productId) {
        return Optional.ofNullable(handle.tables().products.get(productId)).map(product -> match(product, 1));
    }

    @Override
    public Optional<Product> bySku(String sku) {
        return handle.tables().products.values().stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst();
    }

    @Override
    public long count() {
        return handle.tables().products.size();
    }

    @Override
    public List<ProductBarcode> barcodes(String productId) {
        return handle.tables().barcodes.stream()
                .filter(barcode -> barcode.productId().equals(productId))
                .toList();
    }

    @Override
    public void save(Product product, Instant updatedAt) {
        handle.forWriting().products.put(product.id(), product);
    }

    @Override
    public void replaceBarcodes(String productId, List<ProductBarcode> barcodes, Instant updatedAt) {
        handle.forWriting().barcodes.removeIf(barcode -> barcode.productId().equals(productId));
        handle.forWriting().barcodes.addAll(barcodes);
    }

    private Stream<Product> active() {
        return handle.tables().products.values().stream().filter(Product::active);
    }

    private boolean matches(Product product, String wanted) {
        return product.name().toLowerCase(Locale.ROOT).contains(wanted)
                || product.sku().toLowerCase(Locale.ROOT).startsWith(wanted)
                || barcodes(product.id()).stream()
                        .anyMatch(barcode -> barcode.code().contains(wanted));
    }

    private CatalogMatch match(Product product, int packSize) {
        Quantity onHand = handle.inventory().onHand(product.id());
        return new CatalogMatch(product, packSize, onHand, 0);
    }
}
