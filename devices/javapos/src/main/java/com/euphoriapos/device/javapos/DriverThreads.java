package com.euphoriapos.device.javapos;

import java.util.concurrent.ThreadFactory;
import org.slf4j.LoggerFactory;

/** Makes the few threads of a service: named, and never in the way of a JVM that wants to end. */
final class DriverThreads {
    private DriverThreads() {}

    static ThreadFactory factory(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    static Thread start(String name, Runnable work) {
        Thread thread = factory(name).newThread(work);
        thread.start();
        return thread;
    }

    static void join(Thread thread, long timeoutMillis) {
        try {
            thread.join(timeoutMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LoggerFactory.getLogger(DriverThreads.class)
                    .warn("Thread {} did not end within {} ms", thread.getName(), timeoutMillis);
        }
    }
}
