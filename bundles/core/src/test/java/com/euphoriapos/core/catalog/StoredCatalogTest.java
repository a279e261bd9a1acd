package com.euphoriapos.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.barcode.Barcodes;
import com.euphoriapos.barcode.GtinReading;
import com.euphoriapos.core.fixture.RealStore;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.TaxTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCatalogTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final CatalogVersion version = new CatalogVersion();
    private final RealStore real;
    private final Store store;
    private final StoredCatalog catalog;

    StoredCatalogTest(@TempDir Path home) {
        real = new RealStore(home);
        store = real.store();
        catalog = new StoredCatalog(store, version, Shop.guard(Optional.of(Role.CASHIER)));
    }

    @AfterEach
    void close() {
        real.close();
    }

    private void loadDemo() {
        DemoProducts demo = new DemoProducts(version);
        store.write(handle -> {
            demo.load(handle, NOW);
            return true;
        });
        demo.loaded();
    }

    private void save(String sku, int caseSize, String code) {
        Product product = new Product(
                "p" + sku, sku, "ITEM " + sku, "RUM", 750, Money.ofCents(9_99), caseSize, TaxTable.STANDARD, true);
        store.write(handle -> {
            handle.catalog().save(product, NOW);
            handle.catalog().replaceBarcodes(product.id(), List.of(new ProductBarcode(code, product.id(), 1)), NOW);
            return true;
        });
    }

    @Test
    void findsAProductHoweverItsCodeIsSent() {
        save("1", 12, "00088076200999");

        for (String sent :
                List.of("088076200999", "0088076200999", "88076200999", "]E00088076200999", "088076200999\r")) {
            assertEquals(1, catalog.byCode(sent).size(), sent);
        }
        assertEquals(List.of(), catalog.byCode("088076200998"), "a wrong check digit finds nothing");
        assertEquals(List.of(), catalog.byCode(""));
    }

    @Test
    void asksForBottleOrCaseWhenOnlyTheBottleOfAScannedCaseIsKnown() {
        save("1", 12, "00088076200999");
        save("2", 1, "00080432111956");

        List<CatalogMatch> known = catalog.byCode("10088076200996");
        List<CatalogMatch> unknown = catalog.byCode("10080432111953");

        assertEquals(List.of(12, 1), known.stream().map(CatalogMatch::packSize).toList());
        assertEquals(List.of(), unknown, "nobody knows how many bottles that case holds");
    }

    @Test
    void sellsNothingByAPriceInsideACodeThatIsNotCatalogued() {
        save("1", 1, "00200123000009");

        assertEquals(List.of(), catalog.byCode("0200123012345"));
    }

    @Test
    void saysHowACodeWasRead() {
        save("1", 12, "00088076200999");

        List<String> lines = catalog.explain("10088076200996");

        assertTrue(lines.get(0).contains("10088076200996"), lines.toString());
        assertTrue(lines.toString().contains("ITEM 1"), lines.toString());
        assertTrue(lines.toString().contains("inside the case"), lines.toString());
        assertEquals(2, catalog.explain("").size());
    }

    @Test
    void loadsTheDemoProductsOnceWithValidCodesOfItsOwn() {
        loadDemo();
        loadDemo();

        CsvTable table = DemoProducts.table();
        assertEquals(60, catalog.count());
        PriceBook book = PriceBookReader.read(table, HeadGuess.of(table.heads()));
        assertEquals(List.of(), book.problems());
        for (PriceBookItem item : book.items()) {
            for (PriceBookItem.Code code : item.codes()) {
                assertTrue(Barcodes.read(code.gtin14()) instanceof GtinReading, code.gtin14());
                assertTrue(
                        catalog.byCode(code.gtin14()).stream()
                                .anyMatch(m -> m.product().sku().equals(item.sku()) && m.packSize() == code.packSize()),
                        code.gtin14());
            }
        }
        assertEquals(2, catalog.byCode("488200108885").size(), "two flavours share a code");
        assertEquals(Quantity.of(60), catalog.byCode("488200100377").get(0).onHand());
    }

    @Test
    void hasDemoProductsOnEveryShelf() {
        loadDemo();

        for (Department department : Department.values()) {
            List<CatalogMatch> found = catalog.mostSold(Optional.of(department), 50);
            assertTrue(!found.isEmpty(), department.title());
            assertEquals(
                    List.of(department),
                    found.stream().map(m -> m.product().department()).distinct().toList());
        }
        assertEquals(12, catalog.mostSold(Optional.empty(), 12).size());
    }

    @Test
    void searchesByWordsNumberAndCode() {
        loadDemo();

        assertEquals(5, catalog.search("white birch vodka", 5).size());
        assertEquals("5001", catalog.search("5001", 5).get(0).product().sku());
        assertEquals(
                List.of("5001"),
                catalog.search("488200100377", 5).stream()
                        .map(m -> m.product().sku())
                        .collect(Collectors.toList()));
        assertEquals(List.of(), catalog.search("  ", 5));
    }
}
