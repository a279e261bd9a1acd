package com.euphoriapos.store.sqlite;

import com.euphoriapos.testkit.PassingStore;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the real store for tests of its users; here, because the store shows only its service. */
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

        @Override
        public void close() {
            store.close();
        }
    }

    /** The store of that home. */
    public static RealStore open(Path home, Clock clock) {
        SqliteStore store = new SqliteStore(SqliteSettings.of(home, clock).withRoom(() -> ROOM, 0));
        store.open();
        return new RealStore(store);
    }
}
