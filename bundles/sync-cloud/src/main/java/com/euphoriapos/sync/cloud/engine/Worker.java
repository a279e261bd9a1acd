package com.euphoriapos.sync.cloud.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for what waits for the network; what it is asked for is bounded by the protocol, one thing at a time. */
final class Worker extends ThreadPoolExecutor {
    private static final int WAITING_MAX = 8;
    private static final long STOP_SECONDS = 5;

    Worker(String name) {
        super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_MAX), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** One that is there only while there is something to do. */
    static Worker passing(String name) {
        Worker worker = new Worker(name);
        worker.setKeepAliveTime(1, TimeUnit.SECONDS);
        worker.allowCoreThreadTimeOut(true);
        worker.setRejectedExecutionHandler(new DiscardPolicy());
        return worker;
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
