package com.euphoriapos.ui.kit.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the event thread for a sign of life every few milliseconds, from a thread of its own. If none comes within the
 * limit, the event thread's stack is taken while it still hangs. Keeps the latest stalls. Thread-safe.
 */
public final class EdtWatchdog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EdtWatchdog.class);
    private static final int KEPT_MAX = 20;
    private static final int FRAMES_MAX = 30;

    private final Duration limit;
    private final InstantSource clock;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pos-edt-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private final AtomicLong count = new AtomicLong();
    private volatile long askedNanos;
    private volatile long answeredNanos;
    private volatile @Nullable Thread eventThread;
    private volatile boolean waiting;
    private @Nullable List<String> stack;

    /** Watches with the limit of 50 ms. */
    public EdtWatchdog(InstantSource clock) {
        this(clock, Duration.ofMillis(50));
    }

    public EdtWatchdog(InstantSource clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    public void start() {
        long step = Math.max(5, limit.toMillis() / 5);
        watcher.scheduleWithFixedDelay(this::look, 0, step, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (waiting) {
            boolean late = System.nanoTime() - askedNanos > limit.toNanos();
            if (late && stack == null) {
                stack = snapshot();
            }
            return;
        }
        long tookNanos = answeredNanos - askedNanos;
        if (tookNanos > limit.toNanos()) {
            keep(Duration.ofNanos(tookNanos));
        }
        stack = null;
        waiting = true;
        askedNanos = System.nanoTime();
        answeredNanos = askedNanos;
        SwingUtilities.invokeLater(() -> {
            eventThread = Thread.currentThread();
            answeredNanos = System.nanoTime();
            waiting = false;
        });
    }

    private List<String> snapshot() {
        Thread thread = eventThread;
        if (thread == null) {
            return List.of();
        }
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES_MAX)
                .map(StackTraceElement::toString)
                .toList();
    }

    private void keep(Duration took) {
        List<String> seen = stack;
        Stall stall = new Stall(clock.instant(), took.toMillis(), seen == null ? List.of() : seen);
        count.incrementAndGet();
        synchronized (stalls) {
            if (stalls.size() == KEPT_MAX) {
                stalls.removeFirst();
            }
            stalls.addLast(stall);
        }
        log.debug("event thread stalled {} ms at {}", stall.millis(), stall.stack());
    }

    /** How many stalls there were since the start. */
    public long count() {
        return count.get();
    }

    /** The latest stalls, oldest first. */
    public List<Stall> stalls() {
        synchronized (stalls) {
            return List.copyOf(stalls);
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }

    /**
     * The event thread was not there for somebody.
     *
     * @param at when it came back
     * @param stack what it did when the limit was passed, innermost first; empty when it came back before it was seen
     */
    public record Stall(Instant at, long millis, List<String> stack) {
        public Stall {
            stack = List.copyOf(stack);
        }
    }
}
