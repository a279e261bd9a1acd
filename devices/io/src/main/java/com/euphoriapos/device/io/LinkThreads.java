package com.euphoriapos.device.io;

import java.util.concurrent.ThreadFactory;

/** Makes the threads of links: named, and never in the way of a JVM that wants to end. */
final class LinkThreads {
    private LinkThreads() {}

    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
