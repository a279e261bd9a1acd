package com.euphoriapos.device.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a link up: opens it, reads it, and after a loss closes it and tries again with growing pauses. Its thread never spins:
 * each turn waits for bytes or for the next try. Thread-safe.
 */
public final class ReconnectingLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconnectingLink.class);

    private static final int LOOK_MILLIS = 500;

    private final ByteLink link;
    private final Pace pace;
    private final LinkListener listener;
    private final CaptureRing capture;
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong openings = new AtomicLong();
    private final Object writing = new Object();
    private final Object guard = new Object();
    private boolean ended;
    private @Nullable Thread thread;
    private volatile boolean connected;

    /** @param capture keeps what goes over the wire, for support */
    public ReconnectingLink(ByteLink link, Pace pace, CaptureRing capture, LinkListener listener) {
        this.link = link;
        this.pace = pace;
        this.capture = capture;
        this.listener = listener;
    }

    /** Begins, once. */
    public void start() {
        synchronized (guard) {
            if (thread != null || ended) {
                throw new IllegalStateException("a link is started once");
            }
            thread = LinkThreads.named("link-" + link.address()).newThread(this::run);
            thread.start();
        }
    }

    /** Where it leads. */
    public String address() {
        return link.address();
    }

    /** Whether it is up now. */
    public boolean connected() {
        return connected;
    }

    /** How often it was opened since the start; one less is the number of reconnects. */
    public long openings() {
        return openings.get();
    }

    /** Turns of the loop since the start: an idle link makes about two a second, a lost one fewer. */
    public long turns() {
        return turns.get();
    }

    /**
     * Writes everything, on the caller's thread.
     *
     * @throws IOException when the link is down, or broke just now
     */
    public void write(byte[] bytes) throws IOException {
        if (!connected) {
            throw new IOException(link.address() + " is not connected");
        }
        synchronized (writing) {
            try {
                link.write(bytes);
                capture.sent(bytes, bytes.length);
            } catch (IOException e) {
                // Closing frees the reader, which then sees the loss and begins the next round.
                link.close();
                throw e;
            }
        }
    }

    /** Ends it, within about a second. May be called by the listener; then the thread ends after that call. */
    @Override
    public void close() {
        Thread running;
        synchronized (guard) {
            ended = true;
            running = thread;
            guard.notifyAll();
        }
        link.close();
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (running.isAlive()) {
                LOG.warn("The thread of {} did not end in time", link.address());
            }
        }
    }

    private void run() {
        int pauseMillis = pace.firstMillis();
        boolean told = false;
        while (!ended()) {
            turns.incrementAndGet();
            String reason;
            try {
                link.open();
                openings.incrementAndGet();
                connected = true;
                told = false;
                LOG.debug("{} is up", link.address());
                call(listener::opened);
                long began = System.nanoTime();
                reason = readUntilLost();
                // A link that opens and breaks at once is as bad as one that does not open: keep its pause growing.
                if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(5)) {
                    pauseMillis = pace.firstMillis();
                }
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("Reading {} failed", link.address(), e);
                reason = "reading failed: " + e;
            }
            connected = false;
            link.close();
            if (!told && !ended()) {
                String why = reason;
                call(() -> listener.lost(why));
                told = true;
            }
            pause(pauseMillis);
            pauseMillis = Math.min(pace.lastMillis(), pauseMillis * 2);
        }
    }

    private String readUntilLost() throws IOException {
        byte[] buffer = new byte[1_024];
        long nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pace.presenceMillis());
        while (!ended()) {
            turns.incrementAndGet();
            int timeout = Math.max(10, Math.min(500, listener.readTimeoutMillis()));
            int count = link.read(buffer, timeout);
            if (count < 0) {
                return link.address() + " was unplugged or closed the connection";
            }
            if (count > 0) {
                capture.received(buffer, count);
                byte[] bytes = Arrays.copyOf(buffer, count);
                call(() -> listener.received(bytes));
            } else {
                call(listener::quiet);
            }
            if (System.nanoTime() - nextLook >= 0) {
                if (!link.present()) {
                    return link.address() + " is not there any more";
                }
                nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pace.presenceMillis());
            }
        }
        return "closed";
    }

    private void call(Runnable work) {
        try {
            if (!ended()) {
                work.run();
            }
        } catch (RuntimeException e) {
            // One bad code must not take the device away.
            LOG.error("The driver of {} failed", link.address(), e);
        }
    }

    private boolean ended() {
        synchronized (guard) {
            return ended;
        }
    }

    /** Waits for the next try; a device that comes back meanwhile is tried at once. */
    private void pause(int millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean away = !link.present();
        long left = until - System.nanoTime();
        while (left > 0 && waited(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)))) {
            if (away && link.present()) {
                return;
            }
            left = until - System.nanoTime();
        }
    }

    /** Whether the link still runs after this wait. */
    private boolean waited(long nanos) {
        synchronized (guard) {
            try {
                if (!ended) {
                    TimeUnit.NANOSECONDS.timedWait(guard, nanos);
                }
            } catch (InterruptedException e) {
                ended = true;
                Thread.currentThread().interrupt();
            }
            return !ended;
        }
    }
}
