package com.euphoriapos.core.receipt;

import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.PrintJobRepository.Job;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The durable queue of receipts: rows in the database, printed in order by one thread of its own on the printer of the role
 * "receipt", whenever there is one that can print. Checkout never waits for it. Thread-safe.
 */
@Component(
        service = {Receipts.class, CompletedSaleListener.class},
        immediate = true)
public final class PrintQueue implements Receipts, CompletedSaleListener {
    private static final String THREAD = "pos-print-queue";
    private static final long STOP_MILLIS = 3_000;

    private final Store store;
    private final Settings settings;
    private final Guard guard;
    private final Clock clock;
    private final ReceiptPrinters printers;
    private final PrintWorker worker;
    private final CommitListener chits;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.AbortPolicy());

    @Activate
    public PrintQueue(@Reference Store store, @Reference Settings settings, @Reference Guard guard) {
        this(store, settings, guard, Clock.systemUTC(), PrintTimes.NORMAL);
    }

    PrintQueue(Store store, Settings settings, Guard guard, Clock clock, PrintTimes times) {
        this.store = store;
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
        this.printers = new ReceiptPrinters();
        this.worker = new PrintWorker(store, clock, printers, times, this::tell);
        // The chit of a suspended sale is queued with it.
        this.chits = commit -> {
            if (commit.concerns(Topics.SALE_SUSPENDED)) {
                worker.wake();
            }
        };
    }

    @Activate
    void start() {
        store.addListener(chits);
        thread.execute(worker);
    }

    @Deactivate
    void stop() {
        store.removeListener(chits);
        worker.stop();
        Workers.stop(thread, THREAD, STOP_MILLIS);
        printers.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT + ")")
    void bindPrinter(PosPrinter printer, Map<String, ?> properties) {
        printers.add(printer, properties);
    }

    void unbindPrinter(PosPrinter printer) {
        printers.remove(printer);
    }

    @Override
    public void saleCompleted(CompletedTransaction transaction) {
        worker.saleCompleted(transaction.id());
    }

    @Override
    public String text(CompletedTransaction transaction, int columns) {
        return ReceiptText.plain(ReceiptLayout.of(transaction, storeSettings()), columns);
    }

    @Override
    public Optional<Integer> reprint(String transactionId) {
        Operator operator = guard.require(Permission.READ_HISTORY);
        Optional<CompletedTransaction> sale =
                store.read(handle -> handle.transactions().byId(transactionId));
        if (sale.isEmpty()) {
            return Optional.empty();
        }
        CompletedTransaction transaction = sale.get();
        StoreSettings storeSettings = storeSettings();
        int number = store.write(handle -> queueDuplicate(handle, operator, transaction, storeSettings));
        worker.wake();
        return Optional.of(number);
    }

    private int queueDuplicate(
            StoreHandle handle, Operator operator, CompletedTransaction transaction, StoreSettings storeSettings) {
        // The first receipt counts as one, so the number of the first duplicate is 1.
        int number = Math.max(1, handle.printJobs().copies(transaction.id()));
        String document =
                ReceiptJson.write(ReceiptLayout.duplicate(ReceiptLayout.of(transaction, storeSettings), number));
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        handle.printJobs().add(new Job(id, transaction.id(), "duplicate", document, 0, "", clock.instant()));
        handle.journal()
                .append(new JournalRepository.Entry(
                        clock.instant(),
                        "RECEIPT_REPRINTED",
                        operator.employeeId(),
                        transaction.id(),
                        "{\"receipt\":\"" + transaction.receiptNumber() + "\",\"duplicate\":" + number + "}"));
        return number;
    }

    @Override
    public QueueState queue() {
        return worker.state();
    }

    @Override
    public void skipOldest() {
        Operator operator = guard.require(Permission.SELL, Permission.READ_HISTORY);
        store.write(Priority.CHECKOUT, handle -> skipOldest(handle, operator));
        worker.wake();
    }

    private boolean skipOldest(StoreHandle handle, Operator operator) {
        Optional<Job> oldest = handle.printJobs().nextWaiting();
        if (oldest.isEmpty()) {
            return false;
        }
        handle.printJobs().markSkipped(oldest.get().id(), clock.instant());
        handle.journal()
                .append(new JournalRepository.Entry(
                        clock.instant(),
                        "RECEIPT_SKIPPED",
                        operator.employeeId(),
                        oldest.get().transactionId(),
                        "{}"));
        return true;
    }

    @Override
    public void addListener(Listener listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private void tell(QueueState state) {
        listeners.forEach(listener -> listener.queueChanged(state));
    }

    private StoreSettings storeSettings() {
        return settings.current().orElseThrow(() -> new IllegalStateException("the store is not set up"));
    }
}
