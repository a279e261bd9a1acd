package com.euphoriapos.device.javapos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/** The output queue of a printer service: one thread prints one job after the other. */
final class PrintQueue {
    /** More asynchronous jobs than this are refused. */
    static final int JOBS_MAX = 200;

    /** What the queue tells its service, on the printing thread. */
    interface Observer {
        /** An asynchronous job was printed. */
        void printed(int outputId);

        /** An asynchronous job failed; true tries it again, false drops it and all that wait. */
        boolean retries(JposException failure);

        /** Nothing more waits. */
        void idle();
    }

    private record Entry(PrintJob job, int outputId, CompletableFuture<PrinterPort.Outcome> done) {
        boolean asynchronous() {
            return outputId > 0;
        }
    }

    private final PrinterPort port;
    private final Observer observer;
    private final Deque<Entry> queue = new ArrayDeque<>();
    private boolean ended;
    private boolean working;
    private int generation;
    private @Nullable Thread thread;

    PrintQueue(PrinterPort port, Observer observer) {
        this.port = port;
        this.observer = observer;
    }

    synchronized void start(String name) {
        thread = DriverThreads.start("jpos-print-" + name, this::run);
    }

    /** Prints and waits. */
    PrinterPort.Outcome print(PrintJob job) throws JposException {
        Entry entry = new Entry(job, 0, new CompletableFuture<>());
        synchronized (this) {
            if (ended) {
                throw JposErrors.disabled();
            }
            if (!job.immediate() && (working || !queue.isEmpty())) {
                throw JposErrors.busy("the printer still prints what was sent before");
            }
            queue.addFirst(entry);
            notifyAll();
        }
        try {
            return entry.done().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            port.cancel();
            throw JposErrors.timeout("printing was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JposException failure) {
                throw failure;
            }
            throw JposErrors.failure("printing failed", e);
        }
    }

    /** Prints later. */
    synchronized void add(PrintJob job, int outputId) throws JposException {
        if (ended) {
            throw JposErrors.disabled();
        }
        if (queue.size() >= JOBS_MAX) {
            throw JposErrors.busy(JOBS_MAX + " print jobs wait already");
        }
        queue.addLast(new Entry(job, outputId, new CompletableFuture<>()));
        notifyAll();
    }

    synchronized boolean busy() {
        return working || !queue.isEmpty();
    }

    /** Drops all jobs, the one being printed too. */
    void clear() {
        Deque<Entry> dropped;
        synchronized (this) {
            generation++;
            dropped = new ArrayDeque<>(queue);
            queue.clear();
            notifyAll();
        }
        port.cancel();
        dropped.forEach(e -> e.done().completeExceptionally(JposErrors.failure("the output was cleared", null)));
    }

    /** Drops all jobs and ends the thread, waiting two seconds at most. */
    void end() {
        Thread running;
        synchronized (this) {
            ended = true;
            running = thread;
        }
        clear();
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
            DriverThreads.join(running, TimeUnit.SECONDS.toMillis(2));
        }
    }

    private void run() {
        Entry next = take();
        while (next != null) {
            work(next);
            boolean idle;
            synchronized (this) {
                working = false;
                idle = queue.isEmpty() && !ended;
            }
            if (idle) {
                observer.idle();
            }
            next = take();
        }
    }

    private void work(Entry entry) {
        int started;
        synchronized (this) {
            started = generation;
        }
        boolean again = true;
        while (again) {
            again = false;
            try {
                PrinterPort.Outcome outcome = port.print(entry.job());
                settle();
                if (entry.asynchronous()) {
                    observer.printed(entry.outputId());
                }
                entry.done().complete(outcome);
            } catch (JposException e) {
                again = failed(entry, e, started);
            } catch (RuntimeException e) {
                again = failed(entry, JposErrors.failure("the printer's driver failed: " + e, e), started);
            }
        }
    }

    /** The job is over before its caller hears so: a caller that prints the next at once must not find us busy. */
    private synchronized void settle() {
        working = false;
    }

    private boolean failed(Entry entry, JposException failure, int started) {
        boolean cleared;
        synchronized (this) {
            cleared = started != generation;
        }
        if (!entry.asynchronous() || cleared) {
            settle();
            entry.done().completeExceptionally(failure);
            return false;
        }
        boolean retry = observer.retries(failure);
        synchronized (this) {
            cleared = started != generation || ended;
        }
        if (!retry && !cleared) {
            clear();
        }
        return retry && !cleared;
    }

    private synchronized @Nullable Entry take() {
        while (!ended) {
            Entry next = queue.poll();
            if (next != null) {
                working = true;
                return next;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                // Only the end interrupts this thread; a leftover interrupt of a cancelled job is dropped here.
                continue;
            }
        }
        return null;
    }
}
