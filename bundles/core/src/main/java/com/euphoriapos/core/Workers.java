package com.euphoriapos.core;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and stops the named single threads of the core. Each belongs to the component that asked for it. */
public final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private Workers() {}

    /** One named thread with a queue of that length; what does not fit goes to {@code whenFull}. */
    public static ExecutorService single(String name, int queued, RejectedExecutionHandler whenFull) {
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(queued), named(name), whenFull);
    }

    /** One named thread for a few repeated tasks of its owner. */
    public static ScheduledExecutorService scheduled(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, named(name));
        executor.setRemoveOnCancelPolicy(true);
        // Otherwise a stop would wait for what is planned for later, and the store's update with it.
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** Stops it and waits, at most so long, then interrupts and waits as long again; returns whether its thread is gone. */
    public static boolean stop(ExecutorService executor, String name, long waitMillis) {
        executor.shutdown();
        try {
            if (executor.awaitTermination(waitMillis, TimeUnit.MILLISECONDS)) {
                return true;
            }
            executor.shutdownNow();
            if (executor.awaitTermination(waitMillis, TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        LOG.warn("{} did not stop in {} ms", name, 2 * waitMillis);
        return false;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
