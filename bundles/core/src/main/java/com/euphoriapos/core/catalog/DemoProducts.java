package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.DemoCatalog;
import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.domain.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The sixty invented items of the demo store, kept as a price book and read as one. Their barcodes lie in the number range
 * that GS1 leaves to shops, so none can meet a real product. Thread-safe.
 */
@Component
public final class DemoProducts implements DemoCatalog {
    private static final String BOOK = "demo-products.csv";
    private static final String STOCK = "Stock";

    private final CatalogVersion version;

    @Activate
    public DemoProducts(@Reference CatalogVersion version) {
        this.version = version;
    }

    @Override
    public void load(StoreHandle handle, Instant at) {
        CsvTable table = table();
        PriceBook book = PriceBookReader.read(table, HeadGuess.of(table.heads()));
        if (!book.problems().isEmpty()) {
            throw new IllegalStateException("the demo products are damaged: " + book.problems());
        }
        for (PriceBookItem item : book.items()) {
            String id = save(handle.catalog(), item, at);
            int row = (int) item.line() - 2;
            String stock = table.rows().get(row).fields().get(table.heads().indexOf(STOCK));
            handle.inventory()
                    .apply(new InventoryRepository.Change(
                            uuid("stock", item.sku()), id, Quantity.of(Long.parseLong(stock)), "receive", "", at));
        }
    }

    @Override
    public void loaded() {
        version.changed();
    }

    private static String save(CatalogRepository catalog, PriceBookItem item, Instant at) {
        Optional<ProductRecord> stored =
                catalog.bySku(item.sku()).map(product -> ProductRecord.stored(catalog, product));
        ProductRecord merged = ProductRecord.merged(item, stored.orElse(null), uuid("product", item.sku()));
        if (stored.isEmpty() || !merged.sameAs(stored.get())) {
            merged.save(catalog, at);
        }
        return merged.product().id();
    }

    static CsvTable table() {
        try (InputStream in = DemoProducts.class.getResourceAsStream(BOOK)) {
            if (in == null) {
                throw new IllegalStateException(BOOK + " is not in the bundle");
            }
            Outcome<CsvTable> read = CsvTable.read(in.readAllBytes());
            if (read instanceof Outcome.Ok<CsvTable> ok) {
                return ok.value();
            }
            throw new IllegalStateException(((Outcome.Refused<CsvTable>) read).reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uuid(String what, String sku) {
        return UUID.nameUUIDFromBytes(("demo:" + what + ":" + sku).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
