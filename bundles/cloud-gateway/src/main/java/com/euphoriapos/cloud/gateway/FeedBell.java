package com.euphoriapos.cloud.gateway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those who wait for a store's feed: listens to the database on a connection and a thread of its own. A wake-up says nothing but
 * "look": after a lost connection all are woken, so that none is missed. Thread-safe.
 */
final class FeedBell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedBell.class);
    private static final int LISTEN_MILLIS = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int WAITERS_MAX = 500;
    /** Of one store, so that the lanes of others always find a place. */
    private static final int STORE_MAX = 200;
    /** Of one lane: the request that waits, and some whose line broke and that nobody knows of yet. */
    private static final int LANE_MAX = 4;

    private final DataSource source;
    private final Executor wakers;
    /** By store; guarded by itself. */
    private final Map<UUID, Set<Waiter>> waiters = new HashMap<>();

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param wakers runs what is woken or timed out
     */
    FeedBell(DataSource source, Executor wakers) {
        this.source = source;
        this.wakers = wakers;
        this.thread = new Thread(this::run, "cloud-feed-bell");
    }

    void start() {
        thread.start();
    }

    /** Somebody who waits. Runs once: woken, too late, or at the end of the gateway. */
    final class Waiter {
        private final UUID store;
        private final String lane;
        private final Runnable look;
        private final long deadline;

        private Waiter(UUID store, String lane, Runnable look, Duration patience) {
            this.store = store;
            this.lane = lane;
            this.look = look;
            this.deadline = System.nanoTime() + patience.toNanos();
        }

        /** Waits no longer; true where it was not woken already, and then it never is. */
        boolean cancel() {
            synchronized (waiters) {
                Set<Waiter> all = waiters.getOrDefault(store, Set.of());
                boolean waited = all.contains(this) && all.remove(this);
                if (all.isEmpty()) {
                    waiters.remove(store);
                }
                return waited;
            }
        }
    }

    /**
     * Waits for the store's next change.
     *
     * @param lane whose place it takes: its token
     * @param look runs on the wakers, once
     * @return empty where too many wait, of the lane, of the store or of all, or the gateway ends
     */
    Optional<Waiter> await(UUID store, String lane, Duration patience, Runnable look) {
        synchronized (waiters) {
            Set<Waiter> mine = waiters.getOrDefault(store, Set.of());
            boolean full = waiters.values().stream().mapToInt(Set::size).sum() >= WAITERS_MAX
                    || mine.size() >= STORE_MAX
                    || mine.stream().filter(waiter -> waiter.lane.equals(lane)).count() >= LANE_MAX;
            if (full || end.getCount() == 0) {
                return Optional.empty();
            }
            Waiter waiter = new Waiter(store, lane, look, patience);
            waiters.computeIfAbsent(store, first -> new HashSet<>()).add(waiter);
            return Optional.of(waiter);
        }
    }

    private void run() {
        while (end.getCount() > 0) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN pos_feed");
                wake(waiter -> true);
                listen(connection.unwrap(PGConnection.class));
            } catch (SQLException lost) {
                LOG.debug("The feed's bell lost its connection", lost);
                wakeLate();
                pause();
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (end.getCount() > 0) {
            PGNotification[] notifications = connection.getNotifications(LISTEN_MILLIS);
            Set<String> stores = new HashSet<>();
            for (PGNotification notification : notifications == null ? new PGNotification[0] : notifications) {
                stores.add(notification.getParameter());
            }
            wake(waiter -> stores.contains(waiter.store.toString()));
            wakeLate();
        }
    }

    private void wakeLate() {
        long now = System.nanoTime();
        wake(waiter -> waiter.deadline - now <= 0);
    }

    private void wake(Predicate<Waiter> whom) {
        List<Waiter> woken = new ArrayList<>();
        synchronized (waiters) {
            waiters.values().forEach(all -> all.stream().filter(whom).forEach(woken::add));
        }
        for (Waiter waiter : woken) {
            if (waiter.cancel()) {
                wakers.execute(waiter.look);
            }
        }
    }

    private void pause() {
        try {
            end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        wake(waiter -> true);
    }
}
