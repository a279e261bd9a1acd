package com.euphoriapos.device.simulator;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which a device tells its listeners; its queue is bounded, and what does not fit is refused. Thread-safe. */
final class DriverThread {
    private static final Logger LOG = LoggerFactory.getLogger(DriverThread.class);
    private static final int WAITING_MAX = 64;
    private static final long STOP_SECONDS = 2;

    private final String name;
    private final ThreadPoolExecutor executor;

    DriverThread(String name) {
        this.name = name;
        this.executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), task -> thread(task, name));
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Whether it will be done; not when too much waits, nor after the stop. */
    boolean offer(Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException full) {
            LOG.debug("{} takes nothing more", name);
            return false;
        }
    }

    /** Ends the thread; what waits is dropped. */
    void stop() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} still runs {} s after it was told to end", name, STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
