package com.euphoriapos.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Preview;
import com.euphoriapos.api.catalog.PriceBookImport.Report;
import com.euphoriapos.api.catalog.PriceBookImport.Request;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.fixture.RealStore;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.PassingStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceBookImportTest {
    private static final String HEAD =
            "Item Number,Category Name,Item Description,Bottle Volume__ml,Pack,UPC,SCC," + "State Bottle Retail\r\n";

    private final Path folder;
    private final RealStore real;
    private final Store store;
    private final CatalogVersion version = new CatalogVersion();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T12:00:00Z"));
    private final CsvPriceBookImport importer = importer(Optional.of(Role.MANAGER));
    private final StoredCatalog catalog;

    PriceBookImportTest(@TempDir Path folder) {
        this.folder = folder;
        this.real = new RealStore(folder);
        this.store = real.store();
        this.catalog = new StoredCatalog(store, version, Shop.guard(Optional.of(Role.CASHIER)));
    }

    @AfterEach
    void close() {
        real.close();
    }

    private CsvPriceBookImport importer(Optional<Role> role) {
        return new CsvPriceBookImport(delegate(), Shop.guard(role), version, clock);
    }

    /** The importer is made before the store is, so it gets it by way of this test. */
    private Store delegate() {
        return new PassingStore(() -> store) {};
    }

    private Path file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("book.csv"), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Report run(String text, boolean dryRun) {
        return importer.run(new Request(file(text), Map.of(), dryRun), (done, all) -> {}, () -> false);
    }

    private String refusal(byte[] bytes) {
        Report report = importer.run(new Request(file(bytes), Map.of(), false), (done, all) -> {}, () -> false);
        assertEquals(0, catalog.count());
        return report.refused().orElseThrow();
    }

    private String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final String BOOK = HEAD
            + "100026,TEQUILA,CASA UNO,750,6,80480988722,,14.99\r\n"
            + "100027,TEQUILA,CASA DOS,750,6,80480988722,,19.99\r\n"
            + "10009,SCOTCH WHISKIES,\"SCORESBY, RARE\",1000,12,88076200999,10088076200996,10.11\r\n";

    @Test
    void importsProductsWithPaddedBarcodesAndTheCaseCodeSellsTheCase() {
        Report report = run(BOOK, false);

        assertEquals(new Report(Optional.empty(), false, 3, 3, 0, 0, 0, 4, List.of()), report);
        CatalogMatch bottle = catalog.byCode("088076200999").get(0);
        assertEquals("SCORESBY, RARE", bottle.product().name());
        assertEquals(Money.ofCents(10_11), bottle.price());
        CatalogMatch box = catalog.byCode("10088076200996").get(0);
        assertEquals(12, box.packSize());
        assertEquals(Money.ofCents(121_32), box.price());
    }

    @Test
    void keepsABarcodeThatSeveralProductsShare() {
        run(BOOK, false);

        List<String> found = catalog.byCode("080480988722").stream()
                .map(m -> m.product().sku())
                .sorted()
                .toList();

        assertEquals(List.of("100026", "100027"), found);
    }

    @Test
    void changesNothingInADryRunAndCountsTheSame() {
        Report dry = run(BOOK, true);

        assertEquals(0, catalog.count());
        assertEquals(new Report(Optional.empty(), true, 3, 3, 0, 0, 0, 4, List.of()), dry);
        assertEquals(0L, (long) store.read(handle -> handle.outbox().count()));
        assertEquals(List.of(), journal());
    }

    @Test
    void keepsIdsAndHandAddedBarcodesWhenABookComesAgain() {
        run(BOOK, false);
        Product before = store.read(handle -> handle.catalog().bySku("10009")).orElseThrow();
        store.write(handle -> {
            List<ProductBarcode> codes = new ArrayList<>(handle.catalog().barcodes(before.id()));
            codes.add(new ProductBarcode("SHELF-7", before.id(), 1));
            handle.catalog().replaceBarcodes(before.id(), codes, clock.instant());
            return true;
        });

        Report again = run(BOOK.replace("10.11", "11.11"), false);

        assertEquals(0, again.added());
        assertEquals(1, again.changed());
        assertEquals(2, again.unchanged());
        Product after = store.read(handle -> handle.catalog().bySku("10009")).orElseThrow();
        assertEquals(before.id(), after.id());
        assertEquals(Money.ofCents(11_11), after.price());
        assertEquals(1, catalog.byCode("SHELF-7").size());
        assertEquals(1, catalog.byCode("088076200999").size());
    }

    @Test
    void keepsWhatTheBookHasNoColumnFor() {
        run(BOOK, false);

        run("sku;name;price\n10009;SCORESBY;12,50\n", false);

        Product product = store.read(handle -> handle.catalog().bySku("10009")).orElseThrow();
        assertEquals("SCOTCH WHISKIES", product.category());
        assertEquals(1000, product.sizeMillilitres());
        assertEquals(12, product.caseSize());
        assertEquals(Money.ofCents(12_50), product.price());
        assertEquals(1, catalog.byCode("088076200999").size());
    }

    @Test
    void listsEveryRowThatWasNotTakenWholeWithTheReason() {
        StringBuilder book = new StringBuilder(HEAD);
        for (int i = 0; i < 5; i++) {
            book.append("20").append(i).append(",RUM,FILLER,750,12,,10083664874139,1.00\r\n");
        }
        book.append("300,RUM,ZERO CODE,750,12,0,,1.00\r\n")
                .append("301,RUM,BAD CASE,750,12,88076200999,1008519260047,1.00\r\n")
                .append("302,RUM,FREE,750,12,835229000308,,\r\n")
                .append("303,RUM,ODD,750,12,835229000308,,9.999\r\n")
                .append("304,RUM,NEGATIVE,750,12,835229000308,,-1.00\r\n")
                .append("301,RUM,TWICE,750,12,835229000308,,2.00\r\n")
                .append("305,RUM,SHORT,750\r\n")
                .append(",RUM,NO NUMBER,750,12,835229000308,,2.00\r\n")
                .append("306,RUM,NO SIZE,big,0,80432111956,10080432111953,2.00\r\n")
                .append("307,RUM,LOST \uFFFD,750,6,766427003702,766427003702,2.00\r\n");

        Report report = run(book.toString(), false);

        assertEquals(15, report.rows());
        assertEquals(9, report.added());
        assertEquals(6, report.rejected());
        assertEquals(3, report.barcodes());
        List<String> reasons = report.problems().stream()
                .filter(p -> p.line() > 6)
                .map(p -> p.line() + " " + p.column() + " [" + p.value() + "] " + p.reason() + " " + p.rowRejected())
                .toList();
        assertEquals(
                List.of(
                        "7 UPC [0] No barcode was taken: zero, which means no code. false",
                        "8 SCC [1008519260047] The case barcode was not taken: check digit is 7, expected 4. false",
                        "9 State Bottle Retail [] It has no price; the row was left out. true",
                        "10 State Bottle Retail [9.999] The price \"9.999\" has more than 2 decimals; the row was left"
                                + " out. true",
                        "11 State Bottle Retail [-1.00] The price is negative; the row was left out. true",
                        "12 Item Number [301] The item number stands in line 8 already; the row was left out. true",
                        "13 Pack [] The row has 4 fields, the head has 8; the row was left out. true",
                        "14 Item Number [] It has no item number; the row was left out. true",
                        "15 Bottle Volume__ml [big] It is no size in millilitres; the size was left open. false",
                        "15 Pack [0] It is no number of bottles; the item is sold by the bottle alone. false",
                        "15 SCC [10080432111953] The case barcode was not taken: the number of bottles in the case is"
                                + " not known. false",
                        "16 Item Description [LOST \uFFFD] A letter was lost before this file was written; the name was"
                                + " taken as it stands. false",
                        "16 SCC [766427003702] The case barcode was not taken: it is the bottle's own barcode. false"),
                reasons);
        assertEquals(
                "The case barcode was not taken: it is shared by 5 products.",
                report.problems().get(1).reason());
        assertEquals(List.of(), catalog.byCode("10083664874139"));
    }

    @Test
    void namesThePlaceOfAWrongEncoding() {
        byte[] latin = (HEAD + "1,RUM,ESPAD\u00D3N,750,6,,,1.00").getBytes(StandardCharsets.ISO_8859_1);

        assertTrue(refusal(latin).startsWith("Not UTF-8: byte D3 at line 2, byte column 12"), refusal(latin));
        assertTrue(refusal(BOOK.getBytes(StandardCharsets.UTF_16)).startsWith("UTF-16 text"));
        assertTrue(refusal(BOOK.getBytes(StandardCharsets.UTF_16LE)).startsWith("UTF-16 text"));
        assertTrue(refusal(new byte[] {'P', 'K', 3, 4, 0, 0}).startsWith("An Excel workbook"));
        assertTrue(refusal("a,b\n1,\u0001").startsWith("Not a text file: byte 01 at line 2, byte column 3"));
        assertTrue(refusal("").startsWith("The file is empty"));
        assertTrue(refusal(" \n\n").startsWith("The file has blank lines alone"));
    }

    @Test
    void readsAByteOrderMark() {
        Report report =
                importer.run(new Request(file("\uFEFF" + BOOK), Map.of(), false), (done, all) -> {}, () -> false);

        assertEquals(3, report.added());
    }

    @Test
    void namesThePlaceOfAnythingElseThatIsNoCsv() {
        assertEquals(
                "Not a CSV file: line 1 has a single column, no comma, semicolon or tab divides it.",
                refusal("Dear owner\nthe prices are going up\n"));
        assertEquals(
                "Not a CSV file: the quote at line 3, column 4 is never closed.",
                refusal("sku,name,price\n1,A,1.00\n2, \"B,1.00\n3,C,1.00\n"
                        .replace(", \"", ",\"")
                        .replace("2,", "22,")));
        assertTrue(refusal("sku,name,price\n1,\"A\"x,1.00\n").startsWith("Not a CSV file: line 2, column 6: \"x\""));
        assertEquals(
                "Line 1: no column is named for \"Price\"; the columns are sku, name, colour.",
                refusal("sku,name,colour\n1,A,red\n"));
        assertTrue(refusal("sku,sku,price\n").contains("column 2: a column before it is called \"sku\""));
        Request wrong = new Request(file(BOOK), Map.of(Field.SKU, "Nothing"), false);
        assertTrue(importer.run(wrong, (done, all) -> {}, () -> false)
                .refused()
                .orElseThrow()
                .startsWith("Line 1: there is no column \"Nothing\" for \"Item number\""));
        Request absent = new Request(folder.resolve("absent.csv"), Map.of(), false);
        assertTrue(importer.run(absent, (done, all) -> {}, () -> false)
                .refused()
                .orElseThrow()
                .startsWith("There is no file"));
    }

    @Test
    void guessesTheMappingOfTheHeads() {
        Preview preview = importer.preview(file(BOOK));

        assertEquals(Optional.empty(), preview.refused());
        assertEquals(
                Map.of(
                        Field.SKU, "Item Number",
                        Field.NAME, "Item Description",
                        Field.PRICE, "State Bottle Retail",
                        Field.CATEGORY, "Category Name",
                        Field.SIZE_MILLILITRES, "Bottle Volume__ml",
                        Field.CASE_SIZE, "Pack",
                        Field.BARCODE, "UPC",
                        Field.CASE_BARCODE, "SCC"),
                preview.guess());
        assertEquals(3, preview.sample().size());
    }

    @Test
    void publishesTheProductsInMessagesOfABoundedSizeAndWritesTheJournal() {
        StringBuilder book = new StringBuilder(HEAD);
        for (int i = 0; i < 1500; i++) {
            book.append(40_000 + i)
                    .append(",RUM,A NAME OF THE USUAL LENGTH ")
                    .append(i)
                    .append(",750,12,,,9.99\r\n");
        }

        Report report = run(book.toString(), false);

        assertEquals(1500, report.added());
        assertEquals(1500, catalog.count());
        List<OutboxRepository.Row> rows = store.read(handle -> handle.outbox().after(0, 100));
        int told = 0;
        for (OutboxRepository.Row row : rows) {
            int products = ProductJson.read(row.message().payload()).records().size();
            told += products;
            assertEquals(
                    products == 1 ? "product:upsert" : "product:bulk_upsert",
                    row.message().topic());
            assertEquals("employee-1", row.message().actor());
            assertTrue(row.message().payload().getBytes(StandardCharsets.UTF_8).length <= 256 << 10);
        }
        assertEquals(1500, told);
        assertEquals(List.of("PRODUCTS_IMPORTED employee-1"), journal());
        assertEquals(Optional.empty(), store.read(handle -> handle.lane().get("import.part.0")));
        assertEquals(2, version.current());
    }

    @Test
    void keepsNothingWhenItIsCancelled() {
        int[] asked = {0};
        Request request = new Request(file(BOOK), Map.of(), false);

        Report report = importer.run(request, (done, all) -> {}, () -> ++asked[0] > 1);

        assertEquals("Cancelled; nothing was imported.", report.refused().orElseThrow());
        assertEquals(0, catalog.count());
        assertEquals(Optional.empty(), store.read(handle -> handle.lane().get("import.staged")));
        assertEquals(Optional.empty(), store.read(handle -> handle.lane().get("import.part.0")));
        assertEquals(3, run(BOOK, false).added());
    }

    @Test
    void finishesAfterARestartWhatItHadCommittedToAndDropsWhatItHadNot() {
        CsvTable table = ((Outcome.Ok<CsvTable>) CsvTable.read(BOOK.getBytes(StandardCharsets.UTF_8))).value();
        PriceBook book = PriceBookReader.read(table, HeadGuess.of(table.heads()));
        ImportPlan plan =
                ImportPlan.compare(store, book.items(), done -> {}, () -> false).orElseThrow();
        List<String> payloads = ProductJson.payloads(plan.changes(), 1);
        StagedImport cutOff = new StagedImport(store);
        assertTrue(cutOff.stage(payloads, () -> false));
        StagedImport restarted = new StagedImport(store);
        restarted.discard();
        assertEquals(0, restarted.apply(done -> {}));
        assertEquals(0, catalog.count());

        assertTrue(cutOff.stage(payloads, () -> false));
        cutOff.commit(payloads.size(), new JournalRepository.Entry(clock.instant(), "PRODUCTS_IMPORTED", "", "", "{}"));
        restarted.discard();
        assertEquals(3, restarted.apply(done -> {}));

        assertEquals(3, catalog.count());
        assertEquals(1, catalog.byCode("10088076200996").size());
        assertEquals(0, restarted.apply(done -> {}), "once is enough");
        assertEquals(1, store.read(handle -> handle.outbox().after(0, 9)).size());
    }

    @Test
    void asksForThePermissionOfWhoeverIsSignedIn() {
        Request request = new Request(file(BOOK), Map.of(), true);
        Request keeping = new Request(file(BOOK), Map.of(), false);

        assertTrue(refused(Optional.empty(), request).contains("Nobody is signed in"));
        assertTrue(refused(Optional.of(Role.CASHIER), request).contains("may not change products"));
        assertTrue(refused(Optional.of(Role.CASHIER), keeping).contains("may not change products"));
        assertTrue(importer(Optional.of(Role.CASHIER))
                .preview(request.file())
                .refused()
                .isPresent());
        Guard guard = Shop.guard(Optional.empty());
        CsvPriceBookImport atTheConsole = new CsvPriceBookImport(store, guard, version, clock);
        assertEquals(Optional.empty(), guard.run(() -> atTheConsole
                .run(keeping, (done, all) -> {}, () -> false)
                .refused()));
        JournalRepository.Entry entry =
                store.read(handle -> handle.journal().latest(1)).get(0);
        assertEquals(LocalConsole.ACTOR, entry.actor());
    }

    private String refused(Optional<Role> role, Request request) {
        return importer(role)
                .run(request, (done, all) -> {}, () -> false)
                .refused()
                .orElse("");
    }

    @Test
    void tellsOfItsProgressUpToTheLastRow() {
        List<Long> told = new ArrayList<>();
        Request request = new Request(file(BOOK), Map.of(), false);

        importer.run(
                request,
                (done, all) -> {
                    assertEquals(3, all);
                    told.add(done);
                },
                () -> false);

        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(3L, told.get(told.size() - 1));
    }

    @Test
    void takesAnyTextAsAFileWithoutFailing() {
        for (String text : List.of("\"", "\"\"", ",", ";;;\n;;;", "\uFEFF", "a,b\r\r\r\"", "sku,name,price\n\"\n\"")) {
            Report report = run(text, true);
            assertFalse(report.refused().isEmpty() && report.added() > 0, text);
        }
    }

    private List<String> journal() {
        return store.read(handle -> handle.journal().latest(10)).stream()
                .map(entry -> entry.kind() + " " + entry.actor())
                .toList();
    }
}
