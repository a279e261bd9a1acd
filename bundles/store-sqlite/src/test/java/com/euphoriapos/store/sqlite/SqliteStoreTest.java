package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    @TempDir
    Path home;

    @Test
    void keepsASaleOverAnOpening() {
        CompletedTransaction sale;
        try (SqliteStore store = open()) {
            Product product = Samples.product(1);
            store.write(h -> {
                h.catalog().save(product, Samples.NOON);
                h.catalog()
                        .replaceBarcodes(
                                product.id(),
                                List.of(new ProductBarcode(Samples.code(1), product.id(), 1)),
                                Samples.NOON);
                return true;
            });
            List<CatalogMatch> found = store.read(h -> h.catalog().byCode(Samples.code(1)));
            assertEquals(List.of(new CatalogMatch(product, 1, Quantity.ZERO, 0)), found);
            assertEquals(1, store.read(h -> h.catalog().search("bir vod", 10)).size());
            assertEquals(1, store.read(h -> h.catalog().search("1000", 10)).size());
            assertEquals(1, store.read(h -> h.catalog().search("80000", 10)).size());
            assertEquals(
                    1,
                    store.read(h -> h.catalog().mostSold(List.of("VODKA"), 10)).size());
            assertEquals(1, store.read(h -> h.catalog().mostSold(List.of(), 10)).size());
            String number = store.write(h -> h.lane().nextReceiptNumber("L1"));
            sale = Samples.sale(Samples.id("sale"), number, List.of(product));
            assertEquals(true, store.write(h -> Samples.complete(h, sale)));
            assertEquals(false, store.write(h -> Samples.complete(h, sale)));
        }
        try (SqliteStore store = open()) {
            assertEquals(sale, store.read(h -> h.transactions().byId(sale.id()).orElseThrow()));
            assertEquals(
                    1,
                    store.read(h -> h.transactions()
                                    .find(new com.euphoriapos.api.store.TransactionRepository.Filter(
                                            java.util.Optional.empty(), "vodka", 10)))
                            .size());
            assertTrue(store.read(h -> h.outbox().firstBroken()).isEmpty());
            assertTrue(store.read(h -> h.journal().firstBroken()).isEmpty());
            assertEquals(2L, (long) store.read(h -> h.outbox().count("pending")));
        }
    }

    private SqliteStore open() {
        SqliteStore store =
                new SqliteStore(SqliteSettings.of(home, Clock.systemUTC()).withRoom(() -> 10_000_000_000L, 0));
        store.open();
        return store;
    }
}
