package com.euphoriapos.core.catalog;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.Workers;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports CSV price books, one at a time. The file is read and judged whole before anything is written. Thread-safe.
 */
@Component(immediate = true)
public final class CsvPriceBookImport implements PriceBookImport {
    private static final Logger LOG = LoggerFactory.getLogger(CsvPriceBookImport.class);
    private static final String THREAD = "pos-import";
    private static final int SAMPLE_ROWS = 20;

    private final Store store;
    private final Guard guard;
    private final CatalogVersion version;
    private final Clock clock;
    private final StagedImport staged;
    private final ReentrantLock running = new ReentrantLock();
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.AbortPolicy());

    @Activate
    public CsvPriceBookImport(@Reference Store store, @Reference Guard guard, @Reference CatalogVersion version) {
        this(store, guard, version, Clock.systemUTC());
    }

    CsvPriceBookImport(Store store, Guard guard, CatalogVersion version, Clock clock) {
        this.store = store;
        this.guard = guard;
        this.version = version;
        this.clock = clock;
        this.staged = new StagedImport(store);
    }

    /** An import that a crash cut off is finished or thrown away, beside the start of the lane. */
    @Activate
    void start() {
        thread.execute(this::recover);
    }

    @Deactivate
    void stop() {
        Workers.stop(thread, THREAD, 3_000);
    }

    private void recover() {
        running.lock();
        try {
            settleLast();
        } catch (RuntimeException e) {
            LOG.warn("An import that was cut off can't be finished yet; the next import tries again", e);
        } finally {
            running.unlock();
        }
    }

    private void settleLast() {
        staged.discard();
        long saved = staged.apply(done -> {});
        if (saved > 0) {
            LOG.info("Finished an import that was cut off: {} products", saved);
            version.changed();
        }
    }

    @Override
    public Preview preview(Path file) {
        Optional<String> forbidden = guard.problem(Permission.MANAGE_CATALOG);
        if (forbidden.isPresent()) {
            return new Preview(forbidden, List.of(), Map.of(), List.of());
        }
        Outcome<CsvTable> read = CsvTable.read(file);
        if (read instanceof Outcome.Refused<CsvTable> refused) {
            return new Preview(Optional.of(refused.reason()), List.of(), Map.of(), List.of());
        }
        CsvTable table = ((Outcome.Ok<CsvTable>) read).value();
        List<List<String>> sample = table.rows().stream()
                .limit(SAMPLE_ROWS)
                .map(CsvTable.Row::fields)
                .toList();
        return new Preview(Optional.empty(), table.heads(), HeadGuess.of(table.heads()), sample);
    }

    @Override
    public Report run(Request request, ProgressListener listener, BooleanSupplier cancelled) {
        Operator operator;
        try {
            operator = guard.require(Permission.MANAGE_CATALOG);
        } catch (ForbiddenException e) {
            return refused(request, String.valueOf(e.getMessage()));
        }
        if (!running.tryLock()) {
            return refused(request, "Another import is running; wait until it is done.");
        }
        try {
            // Whoever asked answers for it to the end, also when the lane locks while it runs.
            return runAlone(request, operator.employeeId(), listener, cancelled);
        } finally {
            running.unlock();
        }
    }

    private Report runAlone(Request request, String actor, ProgressListener listener, BooleanSupplier cancelled) {
        Outcome<CsvTable> read = CsvTable.read(request.file());
        if (read instanceof Outcome.Refused<CsvTable> refused) {
            return refused(request, refused.reason());
        }
        CsvTable table = ((Outcome.Ok<CsvTable>) read).value();
        Map<Field, String> mapping = request.mapping().isEmpty() ? HeadGuess.of(table.heads()) : request.mapping();
        Optional<String> missing = PriceBookReader.missing(table, mapping);
        if (missing.isPresent()) {
            return refused(request, missing.get());
        }
        PriceBook book = PriceBookReader.read(table, mapping);
        try {
            return store(request, actor, book, new Progress(listener, book.rows(), request.dryRun()), cancelled);
        } catch (StoreException e) {
            LOG.warn("Import of {} failed", request.file(), e);
            return refused(request, "The products could not be stored: " + e.getMessage() + " Import the file again.");
        }
    }

    private Report store(Request request, String actor, PriceBook book, Progress progress, BooleanSupplier cancelled) {
        if (!request.dryRun()) {
            settleLast();
        }
        Optional<ImportPlan> compared = ImportPlan.compare(store, book.items(), progress::compared, cancelled);
        if (compared.isEmpty()) {
            return refused(request, "Cancelled; nothing was imported.");
        }
        ImportPlan plan = compared.get();
        Report report = new Report(
                Optional.empty(),
                request.dryRun(),
                book.rows(),
                plan.added(),
                plan.changed(),
                plan.unchanged(),
                book.rejected(),
                book.barcodes(),
                book.problems());
        JournalRepository.Entry entry = new JournalRepository.Entry(
                clock.instant(),
                "PRODUCTS_IMPORTED",
                actor,
                "",
                ImportJournal.detail(String.valueOf(request.file().getFileName()), report));
        if (!request.dryRun() && !keep(entry, plan, progress, cancelled)) {
            return refused(request, "Cancelled; nothing was imported.");
        }
        progress.done();
        return report;
    }

    private boolean keep(JournalRepository.Entry entry, ImportPlan plan, Progress progress, BooleanSupplier cancelled) {
        List<String> payloads = ProductJson.payloads(plan.changes(), entry.at().toEpochMilli());
        if (!staged.stage(payloads, cancelled)) {
            return false;
        }
        if (payloads.isEmpty()) {
            store.write(Store.Priority.BACKGROUND, handle -> {
                handle.journal().append(entry);
                return true;
            });
            return true;
        }
        staged.commit(payloads.size(), entry);
        long all = plan.changes().size();
        staged.apply(done -> progress.applied(done, all));
        version.changed();
        LOG.info("Imported products: {}", entry.detail());
        return true;
    }

    private static Report refused(Request request, String reason) {
        return new Report(Optional.of(reason), request.dryRun(), 0, 0, 0, 0, 0, 0, List.of());
    }

    /** Tells of rows, from none to all: in a real import half of them while comparing, half while storing. */
    private record Progress(ProgressListener listener, long rows, boolean dryRun) {
        void compared(long items) {
            listener.progress(Math.min(rows, dryRun ? items : items / 2), rows);
        }

        void applied(long done, long all) {
            listener.progress(rows / 2 + (rows - rows / 2) * done / Math.max(1, all), rows);
        }

        void done() {
            listener.progress(rows, rows);
        }
    }
}
