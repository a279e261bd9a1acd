package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the real store for tests of its users; here, because the store shows only its service. */
public final class RealStores {
    private static final long ROOM = 10_000_000_000L;

    private RealStores() {}

    /** A store that a test closes. */
    public interface RealStore extends Store, AutoCloseable {
        @Override
        void close();
    }

    /** The store of that home. */
    public static RealStore open(Path home, Clock clock) {
        SqliteStore store = new SqliteStore(SqliteSettings.of(home, clock).withRoom(() -> ROOM, 0));
        store.open();
        return new RealStore() {
            @Override
            public <T> T write(Priority priority, Work<T> work) {
                return store.write(priority, work);
            }

            @Override
            public <T> T read(Work<T> query) {
                return store.read(query);
            }

            @Override
            public com.euphoriapos.api.store.StoreFacts facts() {
                return store.facts();
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
