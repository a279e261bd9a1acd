package com.euphoriapos.sync.lane;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread on which decisions are made, one after the other. Thread-safe; what is posted after the end is dropped. */
final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final long PATIENCE_SECONDS = 5;
    /** Posts come from links and lanes, some for each; more than this means that the thread hangs. */
    private static final int WAITING_MAX = 4_096;

    private final ScheduledThreadPoolExecutor thread;

    Desk(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    void post(Runnable task) {
        if (thread.getQueue().size() > WAITING_MAX) {
            LOG.warn("Too much waits for {}", thread);
            return;
        }
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException ended) {
            // Nobody cares any longer.
        }
    }

    void repeat(Runnable task, long everyMillis) {
        thread.scheduleWithFixedDelay(() -> run(task), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** Runs it and waits for its end, some seconds at most. */
    void await(Runnable task) {
        await(task, PATIENCE_SECONDS);
    }

    /** Runs it and waits for its end, so many seconds at most. */
    void await(Runnable task, long seconds) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                run(task);
                done.complete(null);
            });
            done.get(seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException ended) {
            // Nobody cares any longer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not done in {} s", seconds, e);
        }
    }

    /** The same outcome, heard on this thread. */
    <T> CompletableFuture<T> on(CompletableFuture<T> future) {
        CompletableFuture<T> here = new CompletableFuture<>();
        future.whenComplete((value, error) -> post(() -> {
            if (error == null) {
                here.complete(value);
            } else {
                here.completeExceptionally(error);
            }
        }));
        return here;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A decision of the lane's network failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
