package com.euphoriapos.sync.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's threads: named, one for each kind of work, with bounded queues. */
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final long STOP_MILLIS = 2_500;

    private Threads() {}

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One thread; what does not fit in its queue is refused by an exception. */
    static ExecutorService single(String name, int waiting) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(waiting), named(name));
    }

    /** Gives it the work; false when its queue is full or it has ended. */
    static boolean offer(ExecutorService executor, Runnable work) {
        try {
            executor.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Lets the present work end, drops what waits. */
    static void stop(ExecutorService executor, String name) {
        executor.shutdown();
        try {
            if (executor.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            executor.shutdownNow();
            if (executor.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        LOG.warn("{} did not stop in time", name);
    }
}
