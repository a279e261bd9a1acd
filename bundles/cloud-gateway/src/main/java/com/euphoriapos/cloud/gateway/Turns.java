package com.euphoriapos.cloud.gateway;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that keeps a processor busy: some at once, some more wait for their turn, all others come again later. Thread-safe. */
final class Turns {
    private final Semaphore free;
    private final AtomicInteger inside = new AtomicInteger();
    private final int most;

    /**
     * @param atOnce how many work
     * @param waiting how many wait; each of them holds a thread that lanes may need
     */
    Turns(int atOnce, int waiting) {
        this.free = new Semaphore(atOnce, true);
        this.most = atOnce + waiting;
    }

    /** True where it is one's turn, after a wait of at most so long; then {@link #leave} has to follow. */
    boolean enter(long millis) throws InterruptedException {
        boolean mine = false;
        try {
            mine = inside.incrementAndGet() <= most && free.tryAcquire(millis, TimeUnit.MILLISECONDS);
            return mine;
        } finally {
            if (!mine) {
                inside.decrementAndGet();
            }
        }
    }

    void leave() {
        free.release();
        inside.decrementAndGet();
    }
}
