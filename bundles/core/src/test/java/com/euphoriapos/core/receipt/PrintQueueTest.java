package com.euphoriapos.core.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.receipt.Receipts.QueueState;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.PrintJobRepository.Job;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.fixture.RealStore;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-04T17:05:00Z");
    private static final PrintTimes PATIENT = new PrintTimes(1, 3_600_000, 3_600_000, 1_000);
    private static final Map<String, Object> RANKED = Map.of("service.ranking", 0);

    private final ManualClock clock = new ManualClock(NOW);
    private final BenchPrinter printer = new BenchPrinter();
    private final CompletedTransaction sale = ReceiptLayoutTest.sale();
    private RealStore real;
    private Store store;
    private PrintQueue queue;

    PrintQueueTest(@TempDir Path home) {
        real = new RealStore(home);
        store = real.store();
        queue = newQueue();
    }

    @BeforeEach
    void startTheQueue() {
        queue.start();
    }

    @AfterEach
    void stopAll() {
        queue.stop();
        real.close();
    }

    private PrintQueue newQueue() {
        return new PrintQueue(store, Shop.settings(), Shop.guard(Optional.of(Role.CASHIER)), clock, PATIENT);
    }

    /** Completes the sale as the checkout does: sale and print job in one transaction. */
    private void complete() {
        store.write(handle -> {
            handle.transactions()
                    .insert(
                            sale,
                            List.of(new Message("m1", "transaction:new", "transaction:" + sale.id(), "{}", "e1", NOW)));
            return true;
        });
        addJob("job-1");
    }

    private void addJob(String id) {
        String document = new StandardReceipt().compose(sale, Shop.SETTINGS);
        store.write(handle -> {
            handle.printJobs().add(new Job(id, sale.id(), "receipt", document, 0, "", NOW));
            return true;
        });
    }

    private void awaitPrinted(int documents) {
        Await.until(documents + " printed", () -> printer.done().size() == documents);
        Await.until("nothing waits", () -> waiting() == 0);
    }

    private long waiting() {
        return store.read(handle -> handle.printJobs().countWaiting());
    }

    private void awaitState(QueueState state) {
        Await.until(state.toString(), () -> queue.queue().equals(state));
    }

    @Test
    void printsTheReceiptOfACompletedSale() {
        queue.bindPrinter(printer, RANKED);
        complete();

        queue.saleCompleted(sale);

        awaitPrinted(1);
        assertTrue(printer.done().get(0).contains("L1-7K3-000042"));
        assertFalse(printer.done().get(0).contains("COPY"));
        awaitState(new QueueState(0, true, ""));
    }

    @Test
    void aFirstPrinterDoesNotBeginWithTheReceiptsOfAWeek() {
        complete();
        clock.advance(Duration.ofHours(13));
        store.write(handle -> {
            String document = new StandardReceipt().compose(sale, Shop.SETTINGS);
            handle.printJobs().add(new Job("job-2", sale.id(), "receipt", document, 0, "", clock.instant()));
            return true;
        });
        queue.saleCompleted(sale);
        awaitState(new QueueState(2, false, "no printer"));

        queue.bindPrinter(printer, RANKED);

        awaitPrinted(1);
    }

    @Test
    void keepsReceiptsWhileThereIsNoPrinterAndPrintsThemInOrderWhenOneComes() {
        complete();
        addJob("job-2");
        queue.saleCompleted(sale);
        awaitState(new QueueState(2, false, "no printer"));

        queue.bindPrinter(printer, RANKED);

        awaitPrinted(2);
        assertFalse(printer.done().get(0).contains("COPY"), "it was never begun");
    }

    @Test
    void waitsForPaperAndGoesOnWhenItIsThere() {
        printer.status(DeviceStatus.of(DeviceCondition.PAPER_OUT, ""));
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        awaitState(new QueueState(1, true, "out of paper"));

        printer.status(DeviceStatus.READY);

        awaitPrinted(1);
        assertEquals(1, printer.attempts);
    }

    @Test
    void printsAJobThatWasCutOffWholeAgainMarkedCopy() {
        printer.failWith(DeviceCondition.SILENT);
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        awaitState(new QueueState(1, true, "does not answer"));

        printer.failWith(null);
        printer.status(DeviceStatus.READY);

        awaitPrinted(1);
        assertTrue(printer.done().get(0).stripLeading().startsWith("COPY"));
        assertTrue(printer.done().get(0).contains("TOTAL"));
    }

    @Test
    void doesNotMarkCopyWhatThePrinterRefusedBeforeAnythingWasSent() {
        complete();
        printer.throwing(DeviceException.nothingSent(DeviceCondition.UNREACHABLE, "it was just unplugged"));
        queue.bindPrinter(printer, RANKED);
        queue.saleCompleted(sale);
        Await.until("refused", () -> printer.attempts > 0);
        awaitState(new QueueState(1, true, DeviceCondition.UNREACHABLE.words()));

        printer.throwing(null);
        printer.status(DeviceStatus.READY);

        awaitPrinted(1);
        assertFalse(printer.done().get(0).contains("COPY"));
    }

    @Test
    void marksCopyAfterARestartInTheMiddleOfAReceipt() {
        complete();
        store.write(handle -> {
            handle.printJobs().markStarted("job-1", NOW);
            return true;
        });

        queue.bindPrinter(printer, RANKED);

        awaitPrinted(1);
        assertTrue(printer.done().get(0).stripLeading().startsWith("COPY"));
    }

    @Test
    void survivesADriverThatThrowsAnything() {
        printer.throwing(new IllegalStateException("bundle stopped"));
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        Await.until("an attempt", () -> printer.attempts > 0);
        queue.unbindPrinter(printer);

        BenchPrinter other = new BenchPrinter();
        queue.bindPrinter(other, RANKED);

        Await.until("printed", () -> other.done().size() == 1);
    }

    @Test
    void survivesADriverWhoseClassesAreGone() {
        printer.losing(new NoClassDefFoundError("planned"));
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        Await.until("an attempt", () -> printer.attempts > 0);

        printer.losing(null);
        printer.status(DeviceStatus.READY);

        awaitPrinted(1);
    }

    @Test
    void forgetsAFailureWithTheReceiptThatWasSkipped() {
        printer.failWith(DeviceCondition.SILENT);
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        awaitState(new QueueState(1, true, "does not answer"));
        queue.skipOldest();
        awaitState(new QueueState(0, true, ""));
        printer.failWith(null);
        List<QueueState> seen = new CopyOnWriteArrayList<>();
        queue.addListener(seen::add);

        addJob("job-2");
        queue.saleCompleted(sale);

        awaitPrinted(1);
        assertTrue(seen.stream().allMatch(state -> state.trouble().isEmpty()), seen.toString());
    }

    @Test
    void holdsAFreshReceiptBackUntilItsDrawerWasOpened() {
        queue.bindPrinter(printer, RANKED);
        complete();
        addJob("job-2");
        queue.skipOldest();
        assertEquals(0, printer.attempts);

        queue.saleCompleted(sale);

        awaitPrinted(1);
    }

    @Test
    void doesNotHoldBackAReceiptOfALaneThatWasKilled() {
        complete();
        clock.advance(Duration.ofSeconds(5));

        queue.bindPrinter(printer, RANKED);

        awaitPrinted(1);
    }

    @Test
    void reprintsMarkedAndCountsTheDuplicates() {
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        awaitPrinted(1);

        Optional<Integer> first = queue.reprint(sale.id());
        Optional<Integer> second = queue.reprint(sale.id());

        awaitPrinted(3);
        assertEquals(Optional.of(1), first);
        assertEquals(Optional.of(2), second);
        assertTrue(printer.done().get(2).stripLeading().startsWith("DUPLICATE 2"));
        assertEquals(Optional.empty(), queue.reprint("no such sale"));
        assertEquals(
                "RECEIPT_REPRINTED",
                store.read(handle -> handle.journal().latest(1)).get(0).kind());
    }

    @Test
    void takesTheOldestOutWhenNobodyWantsIt() {
        complete();
        queue.saleCompleted(sale);
        awaitState(new QueueState(1, false, "no printer"));

        queue.skipOldest();

        awaitState(new QueueState(0, false, ""));
    }

    @Test
    void takesADamagedJobOutInsteadOfStandingStillForEver() {
        store.write(handle -> {
            handle.printJobs().add(new Job("bad", "", "duplicate", "{}", 0, "", NOW));
            return true;
        });
        complete();
        queue.bindPrinter(printer, RANKED);

        queue.saleCompleted(sale);

        awaitPrinted(1);
    }

    @Test
    void stopsInBoundedTimeWhileAPrinterHangs() {
        printer.hang(new CountDownLatch(1));
        queue.bindPrinter(printer, RANKED);
        complete();
        queue.saleCompleted(sale);
        Await.until("it hangs", () -> printer.attempts == 1);

        long start = System.nanoTime();
        queue.stop();

        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 60);
        assertEquals(1, waiting());
    }
}
