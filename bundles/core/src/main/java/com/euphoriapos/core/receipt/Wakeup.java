package com.euphoriapos.core.receipt;

import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; a call that comes before the wait is not lost. Thread-safe. */
final class Wakeup {
    private long count;

    /** The count to wait after. */
    synchronized long count() {
        return count;
    }

    /** Something happened. */
    synchronized void call() {
        count++;
        notifyAll();
    }

    /** Returns when something happened after {@code seen}, or so many milliseconds have passed. */
    synchronized void await(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (count == seen && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }
}
