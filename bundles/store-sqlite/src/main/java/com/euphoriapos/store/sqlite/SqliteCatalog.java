package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.store.sqlite.mapper.CatalogMapper;
import com.euphoriapos.store.sqlite.mapper.CatalogMapper.SearchKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Products and barcodes. */
final class SqliteCatalog implements CatalogRepository {
    private static final int LIMIT_MAX = 500;
    /** Up to so many candidates are looked up one by one and sorted; more are found quicker by walking the most sold. */
    private static final int CANDIDATES_MAX = 1_000;

    private final UnitOfWork unit;
    private final CatalogMapper mapper;

    SqliteCatalog(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().catalog();
    }

    @Override
    public List<CatalogMatch> byCode(String code) {
        return unit.query(() -> mapper.byCode(code));
    }

    @Override
    public List<CatalogMatch> search(String text, int limit) {
        int rows = checked(limit);
        if (text.isBlank()) {
            return List.of();
        }
        return unit.query(() -> {
            SearchKeys keys = SearchText.keys(text, CANDIDATES_MAX);
            List<Long> candidates = mapper.candidates(keys);
            return candidates.size() < CANDIDATES_MAX
                    ? mapper.byRows(candidates.toString(), rows)
                    : mapper.broadSearch(keys, rows);
        });
    }

    @Override
    public List<CatalogMatch> mostSold(Collection<String> categories, int limit) {
        int rows = checked(limit);
        return unit.query(() -> categories.isEmpty()
                ? mapper.mostSold(rows)
                : mapper.mostSoldOf(SearchText.jsonArray(categories), rows));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a limit is 1 to " + LIMIT_MAX + ", not " + limit);
        }
        return limit;
    }

    @Override
    public List<String> categories() {
        return unit.query(mapper::categories);
    }

    @Override
    public Optional<CatalogMatch> byId(String productId) {
        return unit.query(() -> Optional.ofNullable(mapper.byId(productId)));
    }

    @Override
    public Optional<Product> bySku(String sku) {
        return unit.query(() -> Optional.ofNullable(mapper.bySku(sku)));
    }

    @Override
    public long count() {
        return unit.query(mapper::count);
    }

    @Override
    public List<ProductBarcode> barcodes(String productId) {
        return unit.sql(session -> new ProductRows(session).barcodes(productId));
    }

    @Override
    public void save(Product product, Instant updatedAt) {
        unit.write(session -> new ProductRows(session).save(product, updatedAt));
    }

    @Override
    public void replaceBarcodes(String productId, List<ProductBarcode> barcodes, Instant updatedAt) {
        for (ProductBarcode barcode : barcodes) {
            if (!barcode.productId().equals(productId)) {
                throw new IllegalArgumentException("barcode " + barcode.code() + " belongs to another product");
            }
        }
        unit.write(session -> new ProductRows(session).replaceBarcodes(productId, barcodes, updatedAt));
    }
}
