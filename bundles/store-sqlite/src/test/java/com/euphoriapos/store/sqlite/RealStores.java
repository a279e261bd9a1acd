package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.testkit.PassingStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** Opens real stores on a disk with room, for the tests here and those of the store's users: it shows them only its service. */
public final class RealStores {
    private static final long ROOM = 10_000_000_000L;

    private RealStores() {}

    /** A store that a test closes. */
    public static final class RealStore extends PassingStore implements AutoCloseable {
        private final SqliteStore store;

        private RealStore(SqliteStore store) {
            super(store);
            this.store = store;
        }

        /** Copies of its shared data. */
        public Snapshots snapshots(Clock clock) {
            return new SqliteSnapshots(store, clock);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** The store of that home. */
    public static RealStore open(Path home, Clock clock) {
        return new RealStore(opened(settings(home, clock)));
    }

    /**
     * As {@link #open}, on a disk that refuses commits.
     *
     * @param refusal asked before each commit: SQLite's code of why it fails, or 0
     * @param random gives the names of its openings
     */
    public static RealStore open(Path home, Clock clock, IntSupplier refusal, RandomGenerator random) {
        Faults faults = new Faults() {
            @Override
            public void beforeCommit(Connection writer) throws SQLException {
                int code = refusal.getAsInt();
                if (code != 0) {
                    throw new SQLException("refused by the test", "", code);
                }
            }
        };
        return new RealStore(opened(settings(home, clock).withFaults(faults).withRandom(random)));
    }

    /** As {@link #open}, with all that it has; its clock is the machine's. */
    static SqliteStore sqlite(Path home) {
        return opened(settings(home));
    }

    static SqliteStore opened(SqliteSettings settings) {
        SqliteStore store = new SqliteStore(settings);
        store.open();
        return store;
    }

    static SqliteSettings settings(Path home) {
        return settings(home, Clock.systemUTC());
    }

    private static SqliteSettings settings(Path home, Clock clock) {
        return SqliteSettings.of(home, clock).withRoom(() -> ROOM, 0);
    }
}
