package com.euphoriapos.sync.lane;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for what waits for the database or the disk; there only while there is something to do. */
final class Worker extends ThreadPoolExecutor {
    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 5;

    /** @param waitingMax tasks that may wait; a further one is refused */
    Worker(String name, int waitingMax) {
        super(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waitingMax), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    /** Ends it; what waits is dropped. */
    void stop() {
        shutdownNow();
        try {
            awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
