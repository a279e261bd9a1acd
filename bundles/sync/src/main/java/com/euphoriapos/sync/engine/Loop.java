package com.euphoriapos.sync.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one thing after the other, with a tick each second. Whoever gives it work never waits: beyond the bound it is
 * told so.
 */
final class Loop {
    /** What happens in the loop besides the work. */
    interface Beat {
        void tick();

        /** The work failed in a way that nobody had thought of. */
        void broken(Throwable failure);
    }

    static final long TICK_MILLIS = 1_000;
    private static final int WAITING = 4_096;
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
    private final LongSupplier millis;
    private final Beat beat;
    private final Thread thread;
    private volatile boolean running = true;

    Loop(String name, LongSupplier millis, Beat beat) {
        this.millis = millis;
        this.beat = beat;
        this.thread = Threads.named(name).newThread(this::run);
    }

    void start() {
        thread.start();
    }

    /** Returns whether it was taken; not when the loop ends or too much waits. */
    boolean post(Runnable work) {
        return running && queue.offer(work);
    }

    boolean isHere() {
        return Thread.currentThread().equals(thread);
    }

    /** Ends the thread after the present work, and waits for it. */
    void stop() {
        running = false;
        thread.interrupt();
        if (!isHere() && thread.isAlive()) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                LOG.warn("The replication's thread did not end in time");
            }
        }
    }

    private void run() {
        long next = millis.getAsLong();
        while (running) {
            try {
                long now = millis.getAsLong();
                if (now >= next) {
                    next = now + TICK_MILLIS;
                    beat.tick();
                }
                Runnable work = queue.poll(Math.max(1, next - millis.getAsLong()), TimeUnit.MILLISECONDS);
                if (work != null) {
                    work.run();
                }
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                broken(e);
            }
        }
    }

    /** Whatever went wrong, also while it was put right: the thread goes on. */
    private void broken(Throwable failure) {
        try {
            beat.broken(failure);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.error("What failed could not be put right", e);
        }
    }
}
