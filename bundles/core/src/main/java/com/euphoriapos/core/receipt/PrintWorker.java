package com.euphoriapos.core.receipt;

import com.euphoriapos.api.receipt.Receipts.QueueState;
import com.euphoriapos.api.store.PrintJobRepository.Job;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.ReceiptDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of the print queue's thread: takes the oldest waiting job, prints it where a printer can serve, and says what became
 * of it. A job that was begun once is printed whole again, marked COPY, because part of it may be on the paper; unless the
 * printer refused it before anything was sent.
 */
final class PrintWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintWorker.class);
    private static final int SALES_REMEMBERED = 32;
    /** Nobody waits for a receipt longer; a first printer must not begin with a week of them. */
    private static final Duration RECEIPT_AGE_MAX = Duration.ofHours(12);

    private final Store store;
    private final Clock clock;
    private final ReceiptPrinters printers;
    private final PrintTimes times;
    private final Consumer<QueueState> listener;
    private final Wakeup wakeup = new Wakeup();
    private final ArrayDeque<String> completedSales = new ArrayDeque<>();
    private volatile QueueState state = new QueueState(0, false, "");
    private volatile boolean stopped;
    private int failures;
    private String failure = "";
    /** Printed, but the database could not be told; told before anything else is printed, or it would come out twice. */
    private @Nullable Printed untold;

    private record Printed(String jobId, String outcome) {}

    PrintWorker(Store store, Clock clock, ReceiptPrinters printers, PrintTimes times, Consumer<QueueState> listener) {
        this.store = store;
        this.clock = clock;
        this.printers = printers;
        this.times = times;
        this.listener = listener;
        printers.onChange(wakeup::call);
    }

    /** The present state, on any thread. */
    QueueState state() {
        return state;
    }

    /** Something changed: look at the queue. */
    void wake() {
        wakeup.call();
    }

    /** The sale is over and its drawer was asked to open: its receipt may be printed. */
    void saleCompleted(String transactionId) {
        synchronized (completedSales) {
            completedSales.addLast(transactionId);
            if (completedSales.size() > SALES_REMEMBERED) {
                completedSales.removeFirst();
            }
        }
        wakeup.call();
    }

    /** Ends the loop; a document that is being printed is waited for by whoever stops the thread. */
    void stop() {
        stopped = true;
        wakeup.call();
    }

    @Override
    public void run() {
        while (!stopped) {
            long seen = wakeup.count();
            long pause = safeStep();
            try {
                if (failures > 0 && !stopped) {
                    pauseAfterFailure(seen, pause);
                } else if (pause > 0 && !stopped) {
                    wakeup.await(seen, pause);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** First a pause that only a stop shortens, then one that any change ends. */
    private void pauseAfterFailure(long seen, long pause) throws InterruptedException {
        long firstEnd = System.nanoTime() + times.retryMinMillis() * 1_000_000;
        long left = times.retryMinMillis();
        long count = seen;
        while (left > 0 && !stopped) {
            wakeup.await(count, left);
            count = wakeup.count();
            left = (firstEnd - System.nanoTime()) / 1_000_000;
        }
        if (pause > times.retryMinMillis() && wakeup.count() == seen && !stopped) {
            wakeup.await(seen, pause - times.retryMinMillis());
        }
    }

    private long safeStep() {
        try {
            return step();
        } catch (StoreException e) {
            if (!stopped) {
                LOG.warn("The print queue can't reach the store, tries again: {}", e.getMessage());
            }
            return times.retryMaxMillis();
        } catch (RuntimeException e) {
            LOG.error("The print queue failed, tries again", e);
            return times.retryMaxMillis();
        }
    }

    /** One look at the queue; returns how long to wait for a change, 0 to go on at once. */
    private long step() {
        tellStore();
        Optional<Job> next = store.read(handle -> handle.printJobs().nextWaiting());
        Optional<PosPrinter> printer = printers.best();
        if (next.isEmpty()) {
            failures = 0;
            failure = "";
            publish(0, printer.isPresent(), "");
            return times.idleMillis();
        }
        String trouble = printer.map(p -> trouble(p.status())).orElse("no printer");
        publish(
                store.read(handle -> handle.printJobs().countWaiting()),
                printer.isPresent(),
                trouble.isEmpty() ? failure : trouble);
        if (printer.isEmpty() || !trouble.isEmpty()) {
            failures = 0;
            return times.idleMillis();
        }
        if (tooOld(next.get())) {
            setAside(next.get());
            return 0;
        }
        long hold = holdMillis(next.get());
        return hold > 0 ? hold : attempt(next.get(), printer.get());
    }

    /** A receipt is committed an instant before its drawer opens; it must not reach the printer's line first. */
    private long holdMillis(Job job) {
        if (job.attempts() > 0 || !job.kind().equals("receipt")) {
            return 0;
        }
        synchronized (completedSales) {
            if (completedSales.contains(job.transactionId())) {
                return 0;
            }
        }
        long age = Duration.between(job.createdAt(), clock.instant()).toMillis();
        return age < 0 ? 0 : times.saleMillis() - age;
    }

    private boolean tooOld(Job job) {
        return (job.kind().equals("receipt") || job.kind().equals(SuspendedChit.KIND))
                && Duration.between(job.createdAt(), clock.instant()).compareTo(RECEIPT_AGE_MAX) > 0;
    }

    private void setAside(Job job) {
        LOG.info(
                "The receipt of sale {} waited since {} and is not printed by itself any more; Receipts (F7) prints it",
                job.transactionId(),
                job.createdAt());
        write(job.id(), "", (handle, at) -> handle.printJobs().markSkipped(job.id(), at));
    }

    private long attempt(Job job, PosPrinter printer) {
        Optional<ReceiptDocument> document = document(job);
        if (document.isEmpty()) {
            return 0;
        }
        write(job.id(), "", (handle, at) -> handle.printJobs().markStarted(job.id(), at));
        try {
            PosPrinter.Outcome outcome = printer.print(document.get());
            untold = new Printed(job.id(), outcome.name());
        } catch (DeviceException e) {
            return failed(job, e.condition().words(), e, e.nothingSent());
        } catch (RuntimeException | LinkageError e) {
            // A driver that is just being removed fails in its own ways, also by classes that are gone; the receipt
            // must
            // stay in the queue, and this thread alive, all the same.
            return failed(job, DeviceCondition.MECHANICAL_ERROR.words(), e, false);
        }
        failures = 0;
        failure = "";
        tellStore();
        return 0;
    }

    private Optional<ReceiptDocument> document(Job job) {
        try {
            ReceiptDocument document = ReceiptJson.read(job.document());
            return Optional.of(job.attempts() > 0 ? ReceiptLayout.copy(document) : document);
        } catch (IllegalArgumentException e) {
            LOG.error("Print job {} can't be read and is taken out of the queue", job.id(), e);
            write(job.id(), "", (handle, at) -> handle.printJobs().markSkipped(job.id(), at));
            return Optional.empty();
        }
    }

    private long failed(Job job, String words, Throwable cause, boolean nothingSent) {
        failures++;
        failure = words;
        String message = cause.getMessage() == null ? words : cause.getMessage();
        LOG.warn("Receipt of {} was not printed: {}", job.transactionId(), message);
        write(job.id(), message, (handle, at) -> {
            if (nothingSent) {
                handle.printJobs().markRefused(job.id(), message, at);
            } else {
                handle.printJobs().markFailed(job.id(), message, at);
            }
        });
        publish(state.waiting(), state.printerPresent(), words);
        return times.retryMillis(failures);
    }

    private void tellStore() {
        Printed printed = untold;
        if (printed != null) {
            write(printed.jobId(), printed.outcome(), (handle, at) -> handle.printJobs()
                    .markPrinted(printed.jobId(), printed.outcome(), at));
            untold = null;
        }
    }

    private interface Mark {
        void mark(StoreHandle handle, Instant at);
    }

    private void write(String jobId, String detail, Mark mark) {
        LOG.debug("Print job {}: {}", jobId, detail);
        Instant now = clock.instant();
        store.write(Priority.BACKGROUND, handle -> {
            mark.mark(handle, now);
            return true;
        });
    }

    private static String trouble(DeviceStatus status) {
        return status.conditions().stream()
                .filter(c -> c.severity() == DeviceCondition.Severity.ERROR)
                .min(Comparator.naturalOrder())
                .map(DeviceCondition::words)
                .orElse("");
    }

    private void publish(long waiting, boolean printerPresent, String trouble) {
        QueueState now = new QueueState(waiting, printerPresent, trouble);
        if (!now.equals(state)) {
            state = now;
            listener.accept(now);
        }
    }
}
