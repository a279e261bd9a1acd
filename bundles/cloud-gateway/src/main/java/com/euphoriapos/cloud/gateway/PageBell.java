package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Connections.BusyException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that something is new in their store. It asks the database once a second, for all stores that somebody looks at in one
 * question, and not at all while nobody does: a notification of each ingest would make all lanes' commits wait for each other. Has a
 * thread of its own. Thread-safe.
 */
final class PageBell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageBell.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int WAITERS_MAX = 500;
    /** Of one session: a page in each window, and some whose line broke. */
    private static final int SESSION_MAX = 8;

    private final PageFunctions functions;
    private final Executor wakers;
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    PageBell(PageFunctions functions, Executor wakers) {
        this.functions = functions;
        this.wakers = wakers;
        this.thread = new Thread(this::run, "cloud-page-bell");
    }

    void start() {
        thread.start();
    }

    private record Waiter(UUID store, String session, String pulse, long deadline, Consumer<String> tell) {}

    /**
     * Waits until the store is not as somebody saw it, or patience ends.
     *
     * @param session whose place it takes
     * @param tell is given how it is then; runs once, on the wakers
     * @return false where too many wait, of the session or of all, or the gateway ends: then nothing is told
     */
    synchronized boolean await(UUID store, String session, String pulse, Duration patience, Consumer<String> tell) {
        boolean full = waiters.size() >= WAITERS_MAX
                || waiters.stream()
                                .filter(waiter -> waiter.session().equals(session))
                                .count()
                        >= SESSION_MAX;
        if (full || end.getCount() == 0) {
            return false;
        }
        waiters.add(new Waiter(store, session, pulse, System.nanoTime() + patience.toNanos(), tell));
        return true;
    }

    private void run() {
        try {
            while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        wake(Map.of(), true);
    }

    private void look() {
        Set<UUID> stores = new HashSet<>();
        waiters.forEach(waiter -> stores.add(waiter.store()));
        if (stores.isEmpty()) {
            return;
        }
        try {
            wake(functions.pulses(stores), false);
        } catch (SQLException | BusyException trouble) {
            LOG.debug("The page's bell can't look", trouble);
            wake(Map.of(), false);
        }
    }

    private void wake(Map<UUID, String> pulses, boolean all) {
        long now = System.nanoTime();
        waiters.removeIf(waiter -> {
            String pulse = pulses.getOrDefault(waiter.store(), waiter.pulse());
            if (!all && pulse.equals(waiter.pulse()) && waiter.deadline() - now > 0) {
                return false;
            }
            wakers.execute(() -> waiter.tell().accept(pulse));
            return true;
        });
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
