package com.euphoriapos.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.PrintJobRepository.Job;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.api.store.TransactionRepository.Filter;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must keep; a provider's test extends it. */
public abstract class StoreContract {
    /** An open store without data; the provider's test closes it. */
    protected abstract Store store();

    private Product stock(int number) {
        return store().write(h -> Samples.offer(h, number));
    }

    private CompletedTransaction sell(String name, int... numbers) {
        List<Product> products =
                IntStream.of(numbers).mapToObj(Samples::product).toList();
        String receipt = store().write(h -> h.lane().nextReceiptNumber("L1"));
        CompletedTransaction sale = Samples.sale(Samples.id(name), receipt, products);
        boolean stored = store().write(h -> Samples.complete(h, sale));
        assertTrue(stored);
        return sale;
    }

    private static List<String> ids(List<CatalogMatch> matches) {
        return matches.stream().map(m -> m.product().id()).toList();
    }

    @Test
    void findsABottleAndItsCaseByTheirCodes() {
        Product product = stock(1);

        List<CatalogMatch> bottle = store().read(h -> h.catalog().byCode(Samples.code(1)));
        List<CatalogMatch> pack = store().read(h -> h.catalog().byCode(Samples.caseCode(1)));

        assertEquals(List.of(new CatalogMatch(product, 1, Quantity.ZERO, 0)), bottle);
        assertEquals(List.of(new CatalogMatch(product, 12, Quantity.ZERO, 0)), pack);
        assertTrue(store().read(h -> h.catalog().byCode("404")).isEmpty());
    }

    @Test
    void showsAllProductsThatShareACodeTheMostSoldFirst() {
        Product one = stock(1);
        Product two = stock(2);
        store().write(h -> {
            for (Product product : List.of(one, two)) {
                h.catalog()
                        .replaceBarcodes(
                                product.id(), List.of(new ProductBarcode("77", product.id(), 1)), Samples.NOON);
            }
            return 0;
        });
        sell("a", 2);

        assertEquals(
                List.of(two.id(), one.id()), ids(store().read(h -> h.catalog().byCode("77"))));
    }

    @Test
    void findsByBeginningsOfWordsItemNumbersAndPartsOfCodes() {
        Product birch = stock(1);
        stock(2);

        for (String text :
                List.of("bir vod", "VODKA birch", "10001", Samples.code(1).substring(4))) {
            assertEquals(List.of(birch.id()), ids(store().read(h -> h.catalog().search(text, 10))), text);
        }
        for (String text : List.of("irch", "birch gin", "\"", "*", "a OR b", "%")) {
            assertTrue(store().read(h -> h.catalog().search(text, 10)).isEmpty(), text);
        }
    }

    @Test
    void hidesWhatIsNotSoldAnyLonger() {
        Product old = stock(1);
        Product gone = new Product(
                old.id(), old.sku(), old.name(), old.category(), 750, old.price(), 12, old.taxCategory(), false);
        store().write(h -> {
            h.catalog().save(gone, Samples.NOON);
            return 0;
        });

        assertTrue(store().read(h -> h.catalog().byCode(Samples.code(1))).isEmpty());
        assertTrue(store().read(h -> h.catalog().search("birch", 10)).isEmpty());
        assertTrue(store().read(h -> h.catalog().mostSold(List.of(), 10)).isEmpty());
        assertEquals(Optional.of(gone), store().read(h -> h.catalog().bySku(old.sku())));
        assertEquals(1L, (long) store().read(h -> h.catalog().count()));
    }

    @Test
    void forgetsTheOldNameOfAProduct() {
        Product old = stock(1);
        Product renamed = new Product(
                old.id(), old.sku(), "POPLAR RYE", old.category(), 750, old.price(), 12, old.taxCategory(), true);
        store().write(h -> {
            h.catalog().save(renamed, Samples.NOON);
            return 0;
        });

        assertTrue(store().read(h -> h.catalog().search("birch", 10)).isEmpty());
        assertEquals(1, store().read(h -> h.catalog().search("poplar", 10)).size());
    }

    @Test
    void sortsByWhatIsSoldMost() {
        IntStream.range(0, 30).forEach(this::stock);
        sell("a", 13, 25);
        sell("b", 13);

        List<String> all = ids(store().read(h -> h.catalog().mostSold(List.of(), 2)));
        List<String> bourbon = ids(store().read(h -> h.catalog().mostSold(List.of("BOURBON"), 1)));

        assertEquals(List.of(Samples.product(13).id(), Samples.product(25).id()), all);
        assertEquals(List.of(Samples.product(13).id()), bourbon);
        assertEquals(List.of("BOURBON", "TEQUILA", "VODKA"), store().read(h -> h.catalog()
                .categories()));
    }

    @Test
    void givesBackASaleAsItWasStored() {
        stock(1);
        stock(2);
        CompletedTransaction sale = sell("sale", 1, 2);

        assertEquals(Optional.of(sale), store().read(h -> h.transactions().byId(sale.id())));
        assertEquals(Optional.of(sale), store().read(h -> h.transactions().byReceiptNumber(sale.receiptNumber())));
        assertEquals(Quantity.of(-1), store().read(h -> h.inventory()
                .onHand(Samples.product(1).id())));
    }

    @Test
    void storesASaleOnceHoweverOftenItIsAsked() {
        stock(1);
        CompletedTransaction sale = sell("sale", 1);

        boolean again = store().write(h -> Samples.complete(h, sale));

        assertFalse(again);
        assertEquals(1, store().read(h -> h.transactions().totals(Samples.DAY)).count());
        assertEquals(2L, (long) store().read(h -> h.outbox().count()));
    }

    @Test
    void tellsWhatEachSaleOfADayCameTo() {
        stock(2);
        List<CompletedTransaction> sales = List.of(sell("one", 1), sell("other", 1, 2));

        assertEquals(
                sales.stream()
                        .map(sale -> new TransactionRepository.Amount(
                                sale.id(), sale.priced().total()))
                        .sorted(Comparator.comparing(TransactionRepository.Amount::id))
                        .toList(),
                store().read(h -> h.transactions().amounts(Samples.DAY)));
        assertEquals(List.of(), store().read(h -> h.transactions().amounts(Samples.DAY.plusDays(1))));
    }

    @Test
    void refusesASaleWithoutAMessage() {
        CompletedTransaction sale = Samples.sale(Samples.id("s"), "L1-1", List.of(Samples.product(1)));

        assertThrows(IllegalArgumentException.class, () -> store().write(
                        h -> h.transactions().insert(sale, List.of())));
    }

    @Test
    void findsSalesByNumberAmountAndItem() {
        stock(1);
        stock(14);
        CompletedTransaction birch = sell("a", 1);
        CompletedTransaction tequila = sell("b", 14);
        String amount = tequila.priced().total().toString();
        String number = birch.receiptNumber();

        for (Optional<LocalDate> day : List.of(Optional.of(Samples.DAY), Optional.<LocalDate>empty())) {
            assertEquals(List.of(tequila.id()), found(day, amount));
            assertEquals(List.of(birch.id()), found(day, number));
            assertEquals(List.of(birch.id()), found(day, number.substring(3)));
            assertEquals(List.of(birch.id()), found(day, "irch"));
            assertEquals(2, found(day, "").size());
            assertTrue(found(day, "100%_").isEmpty());
        }
        assertTrue(found(Optional.of(Samples.DAY.plusDays(1)), "").isEmpty());
    }

    private List<String> found(Optional<LocalDate> day, String text) {
        return store().read(h -> h.transactions().find(new Filter(day, text, 10))).stream()
                .map(row -> row.id())
                .toList();
    }

    @Test
    void appliesAChangeOfStockOnce() {
        Change change = new Change("c1", "p1", Quantity.of(-2), "sale", "", Samples.NOON);

        assertTrue(store().<Boolean>write(h -> h.inventory().apply(change)));
        assertFalse(store().<Boolean>write(h -> h.inventory().apply(change)));

        assertEquals(Quantity.of(-2), store().read(h -> h.inventory().onHand("p1")));
        assertEquals(Quantity.ZERO, store().read(h -> h.inventory().onHand("unknown")));
    }

    @Test
    void keepsNothingOfAWorkThatFails() {
        assertThrows(IllegalStateException.class, () -> store().write(h -> {
            h.settings().put("a", "1", Samples.NOON);
            h.lane().nextReceiptNumber("L1");
            h.outbox().append(Samples.messages(Samples.sale("s", "r", List.of(Samples.product(1)))));
            throw new IllegalStateException("planned");
        }));
        stock(1);
        sell("after", 1);

        assertTrue(store().read(h -> h.settings().all()).isEmpty());
        List<OutboxRepository.Row> rows = store().read(h -> h.outbox().after(0, 10));
        assertEquals(List.of(1L, 2L), rows.stream().map(r -> r.sequence()).toList());
        assertEquals(1, rows.stream().map(r -> r.group()).distinct().count());
        assertEquals(Optional.empty(), store().read(h -> h.outbox().firstBroken()));
    }

    @Test
    void refusesToWriteInAQuery() {
        assertThrows(IllegalStateException.class, () -> store().read(h -> {
            h.lane().put("a", "b");
            return 0;
        }));
    }

    @Test
    void keepsTwoActiveEmployeesFromSharingAPin() {
        EmployeeRecord dana = employee("dana", "x", true);
        store().write(h -> {
            h.employees().save(dana);
            h.employees().save(employee("old", "x", false));
            return 0;
        });

        StoreException refused = assertThrows(StoreException.class, () -> store().write(h -> {
            h.employees().save(employee("eve", "x", true));
            return 0;
        }));

        assertEquals(StoreException.Reason.CONSTRAINT, refused.reason());
        assertEquals(Optional.of(dana), store().read(h -> h.employees().byPinLookup("x")));
        assertEquals(2, store().read(h -> h.employees().all()).size());
    }

    private static EmployeeRecord employee(String name, String lookup, boolean active) {
        return new EmployeeRecord(Samples.id(name), name, "R", Role.CASHIER, lookup, "hash", active, Samples.NOON);
    }

    @Test
    void countsReceiptsUpWithoutAGapOrATwin() {
        List<String> numbers = new ArrayList<>();
        IntStream.range(0, 5)
                .forEach(i -> numbers.add(store().write(h -> h.lane().nextReceiptNumber("L1"))));

        assertEquals(5, numbers.stream().distinct().count());
        assertTrue(numbers.get(0).matches("L1-\\w+-000001"), numbers.get(0));
        assertTrue(numbers.get(4).endsWith("-000005"), numbers.get(4));
    }

    @Test
    void printsOldestFirstAndCountsCopies() {
        Job first = new Job(Samples.id("j1"), "t", "receipt", "{}", 0, "", Samples.NOON);
        Job second = new Job(Samples.id("j2"), "t", "duplicate", "{}", 0, "", Samples.NOON.minusSeconds(9));
        store().write(h -> {
            h.printJobs().add(first);
            h.printJobs().add(second);
            h.printJobs().markStarted(first.id(), Samples.NOON);
            h.printJobs().markFailed(first.id(), "no paper", Samples.NOON);
            return 0;
        });

        Job waiting = store().read(h -> h.printJobs().nextWaiting()).orElseThrow();
        assertEquals(first.id(), waiting.id());
        assertEquals(1, waiting.attempts());
        assertEquals("no paper", waiting.lastError());
        store().write(h -> {
            h.printJobs().markStarted(first.id(), Samples.NOON);
            h.printJobs().markRefused(first.id(), "unplugged", Samples.NOON);
            return 0;
        });
        Job refused = store().read(h -> h.printJobs().nextWaiting()).orElseThrow();
        assertEquals(1, refused.attempts());
        assertEquals("unplugged", refused.lastError());
        store().write(h -> {
            h.printJobs().markPrinted(first.id(), "CONFIRMED", Samples.NOON);
            h.printJobs().markSkipped(second.id(), Samples.NOON);
            return 0;
        });
        assertEquals(0L, (long) store().read(h -> h.printJobs().countWaiting()));
        assertEquals(2, (int) store().read(h -> h.printJobs().copies("t")));
    }

    @Test
    void keepsOneOpenSale() {
        store().write(h -> {
            h.lane().saveOpenTransaction("a", "{\"a\":1}", Samples.NOON);
            h.lane().saveOpenTransaction("b", "{\"b\":1}", Samples.NOON);
            return 0;
        });
        assertEquals(Optional.of("{\"b\":1}"), store().read(h -> h.lane().openTransaction()));

        stock(1);
        sell("done", 1);
        assertEquals(Optional.empty(), store().read(h -> h.lane().openTransaction()));
    }

    @Test
    void chainsWhatItLogs() {
        stock(1);
        sell("a", 1);
        sell("b", 1);

        List<OutboxRepository.Row> rows = store().read(h -> h.outbox().after(1, 2));
        assertEquals(List.of(2L, 3L), rows.stream().map(r -> r.sequence()).toList());
        assertNotEquals(rows.get(0).hash(), rows.get(1).hash());
        assertEquals(Optional.empty(), store().read(h -> h.outbox().firstBroken()));
        assertEquals(Optional.empty(), store().read(h -> h.journal().firstBroken()));
        assertEquals(
                List.of(Samples.id("b"), Samples.id("a")),
                store().read(h -> h.journal().latest(5)).stream()
                        .map(e -> e.subject())
                        .toList());
    }

    @Test
    void findsEntriesOfTheJournalByWhatTheyHold() {
        store().write(h -> {
            h.journal().append(entry("SIGN_IN", "e-1", "{}"));
            h.journal().append(entry("NO_SALE", "e-2", "{\"reason\":\"50 %_off for Élodie's\"}"));
            h.journal().append(entry("NO_SALE", "console", "{\"reason\":\"change\"}"));
            return 3;
        });

        for (String text : List.of("50 %_off", "Élodie's", "FOR Élodie", "no_sale e-2")) {
            assertEquals(List.of(2L), found("", text, List.of()), text);
        }
        for (String text : List.of("50 %off", "%", "' OR '1'='1", "\"}' --")) {
            assertEquals(text.equals("%") ? List.of(2L) : List.of(), found("", text, List.of()), text);
        }
        assertEquals(List.of(3L, 2L), found("NO_SALE", "", List.of()));
        assertEquals(List.of(3L, 1L), found("", "", List.of("console", "e-1")));
        assertEquals(List.of(), found("NO_SALE", "", List.of("e-1")));
        assertEquals(List.of(), found("no_sale", "", List.of()));
    }

    private static JournalRepository.Entry entry(String kind, String actor, String detail) {
        return new JournalRepository.Entry(Samples.NOON, kind, actor, "", detail);
    }

    private List<Long> found(String kind, String text, List<String> actors) {
        JournalRepository.Filter filter = new JournalRepository.Filter(
                Optional.empty(), Optional.empty(), kind, text, actors, Long.MAX_VALUE, 10);
        return store().read(h -> h.journal().find(filter)).stream()
                .map(JournalRepository.Numbered::number)
                .toList();
    }
}
