package com.euphoriapos.device.printer.escpos;

import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The few threads of a session: named, and never in the way of a JVM that wants to end. */
final class Threads {
    private static final long JOIN_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private Threads() {}

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for the end of a thread, two seconds at most; a thread does not wait for itself. */
    static void join(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LoggerFactory.getLogger(Threads.class).warn("Thread {} did not end in time", thread.getName());
        }
    }
}
