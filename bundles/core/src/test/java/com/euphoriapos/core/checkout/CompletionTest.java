package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.MemoryStore.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionTest {
    private final MemoryStore store = new MemoryStore();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Register register;

    @BeforeEach
    void open() {
        Register.stock(store);
        register = new Register(
                store,
                sale -> {
                    throw new IllegalStateException("planned");
                },
                sale -> told.add(sale.receiptNumber() + " " + stored(sale.id()).isPresent() + " "
                        + Thread.currentThread().getName()));
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void writesEverythingThatTheSaleMeansAtOnce() {
        register.scan(Register.RUM, Register.RUM, Register.RUM_CASE, Register.GIN);
        register.checkout.voidLine(3);

        CompletedTransaction done = completed(register.checkout.takeCash(Money.ofCents(200_00)));

        assertEquals("L1-7K3-000001", done.receiptNumber());
        assertEquals(LocalDate.of(2026, 7, 1), done.businessDay());
        assertEquals("Dana R.", done.operatorName());
        store.read(handle -> {
            assertEquals(Optional.of(done), handle.transactions().byId(done.id()));
            assertEquals(Quantity.of(-14), handle.inventory().onHand("p-rum"));
            assertEquals(Quantity.ZERO, handle.inventory().onHand("p-gin"));
            List<String> topics = handle.outbox().after(0, 10).stream()
                    .map(row -> row.message().topic())
                    .toList();
            assertEquals(List.of("transaction:new", "inventory:update", "inventory:update"), topics);
            PrintJobRepository.Job job = handle.printJobs().nextWaiting().orElseThrow();
            assertEquals("{\"receipt\":\"L1-7K3-000001\"}", job.document());
            assertTrue(handle.lane().openTransaction().isEmpty());
            return 0;
        });
    }

    @Test
    void writesTheScannedCodesIntoTheJournalAndTheDocumentedPayloadIntoTheLog() {
        register.scan(Register.RUM);
        CompletedTransaction done = completed(register.checkout.takeCash(Money.ofCents(11_00)));

        store.read(handle -> {
            JsonObject act = Json.parseObject(handle.journal().latest(1).get(0).detail());
            assertEquals(Register.RUM, act.objects("scans").get(0).text("code"));
            List<OutboxRepository.Row> rows = handle.outbox().after(0, 10);
            JsonObject sale = Json.parseObject(rows.get(0).message().payload());
            assertEquals(done.id(), sale.text("id"));
            assertEquals(11_00, sale.number("total"));
            assertEquals("2026-07-01", sale.text("businessDay"));
            assertEquals(10_00, sale.objects("items").get(0).number("extendedAmount"));
            assertEquals(100_000, sale.objects("taxes").get(0).number("ratePpm"));
            JsonObject change = Json.parseObject(rows.get(1).message().payload());
            assertEquals(-1_000, change.number("change"));
            assertEquals(5, UUID.fromString(change.text("changeId")).version());
            return 0;
        });
    }

    @Test
    void tellsOfTheSaleAfterItsCommitOnAnotherThread() {
        register.scan(Register.RUM);
        register.checkout.takeCash(Money.ofCents(11_00));

        Await.until("the listener was told", () -> told.size() == 1);
        assertEquals(List.of("L1-7K3-000001 true checkout-after-sale"), told);
    }

    @Test
    void completesASaleThatCostsNothingWithoutCash() {
        register.scan(Register.FREE);

        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ofCents(1)));
        CompletedTransaction done = completed(register.checkout.takeCash(Money.ZERO));

        assertEquals(List.of(), done.tenders());
    }

    @Test
    void keepsEarlierPartPaymentsInTheCompletedSale() {
        register.scan(Register.RUM);
        register.checkout.takeCash(Money.ofCents(5_00));

        CompletedTransaction done = completed(register.checkout.takeCash(Money.ofCents(10_00)));

        assertEquals(2, done.tenders().size());
        assertEquals(Money.ofCents(4_00), done.change());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void leavesTheSaleOpenWhenItCanNotBeStoredAndCompletesItLater(Reason reason) {
        register.scan(Register.RUM);
        SaleState before = register.checkout.state();
        store.failNext(Moment.AT_COMMIT, reason);

        TenderResult failed = register.checkout.takeCash(Money.ofCents(20_00));

        TenderResult.NotCompleted why = assertInstanceOf(TenderResult.NotCompleted.class, failed);
        assertEquals(8, why.incidentId().length());
        assertEquals(reason == Reason.DISK_FULL, why.reason().startsWith("The disk is full."));
        assertEquals(before, register.checkout.state());
        assertEquals(0, sales());
        assertEquals(List.of(), told);
        completed(register.checkout.takeCash(Money.ofCents(20_00)));
        assertEquals(1, sales());
    }

    @Test
    void completesOnceWhenTheAnswerOfTheCommitWasLost() {
        register.scan(Register.RUM);
        store.failNext(Moment.AFTER_COMMIT, Reason.IO_ERROR);
        assertInstanceOf(TenderResult.NotCompleted.class, register.checkout.takeCash(Money.ofCents(20_00)));

        CompletedTransaction done = completed(register.checkout.takeCash(Money.ofCents(15_00)));

        assertEquals(Money.ofCents(20_00), done.tendered());
        assertEquals("L1-7K3-000001", done.receiptNumber());
        assertEquals(1, sales());
        assertEquals(Quantity.of(-1), onHand());
        register.scan(Register.GIN);
        assertEquals(
                "L1-7K3-000002",
                completed(register.checkout.takeCash(Money.ofCents(22_00))).receiptNumber());
    }

    @Test
    void refusesOtherItemsUnderAnIdThatIsStored() {
        register.scan(Register.RUM);
        store.failNext(Moment.AFTER_COMMIT, Reason.IO_ERROR);
        register.checkout.takeCash(Money.ofCents(20_00));
        register.scan(Register.GIN);

        TenderResult result = register.checkout.takeCash(Money.ofCents(33_00));

        assertTrue(assertInstanceOf(TenderResult.NotCompleted.class, result)
                .reason()
                .contains("with other items"));
        assertEquals(1, sales());
        assertEquals(new EditResult.Done(), register.checkout.cancel());
    }

    @Test
    void completesWithoutAReceiptRatherThanNotAtAll() {
        register.composer = (sale, settings) -> {
            throw new IllegalStateException("planned");
        };
        register.scan(Register.RUM);

        completed(register.checkout.takeCash(Money.ofCents(11_00)));

        assertTrue(store.read(handle -> handle.printJobs().nextWaiting()).isEmpty());
    }

    @Test
    void tellsWhoeverRanksHighestFirst() {
        List<String> order = new CopyOnWriteArrayList<>();
        register.checkout.bindSaleListener(sale -> order.add("printer"), Map.of("service.ranking", 1));
        register.checkout.bindSaleListener(sale -> order.add("drawer"), Map.of("service.ranking", 100));
        register.scan(Register.RUM);

        completed(register.checkout.takeCash(Money.ofCents(11_00)));

        Await.until("both were told", () -> order.size() == 2);
        assertEquals(List.of("drawer", "printer"), order);
    }

    @Test
    void takesNothingMoreWhenItStoppedForItCouldNotBeKept() {
        register.scan(Register.RUM);
        register.checkout.stop();

        assertInstanceOf(AddResult.Refused.class, register.checkout.scan(Register.GIN, Quantity.ONE));
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ofCents(11_00)));
        assertEquals(0, sales());
    }

    @Test
    void givesEverySaleAnIdOfItsOwn() {
        register.scan(Register.RUM);
        String first =
                completed(register.checkout.takeCash(Money.ofCents(11_00))).id();
        register.scan(Register.RUM);
        String second =
                completed(register.checkout.takeCash(Money.ofCents(11_00))).id();

        assertNotEquals(first, second);
        assertFalse(first.isBlank());
    }

    private Optional<CompletedTransaction> stored(String id) {
        return store.read(handle -> handle.transactions().byId(id));
    }

    private long sales() {
        return store.read(handle ->
                        handle.transactions().find(new TransactionRepository.Filter(Optional.empty(), "", 100)))
                .size();
    }

    private Quantity onHand() {
        return store.read(handle -> handle.inventory().onHand("p-rum"));
    }

    private static CompletedTransaction completed(TenderResult result) {
        return assertInstanceOf(TenderResult.Completed.class, result).transaction();
    }
}
