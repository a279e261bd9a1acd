package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the real store for benchmarks; here, because the bundle shows only its service. */
public final class BenchStore implements AutoCloseable {
    private final SqliteStore store;

    /** Opens the store of that home. */
    public BenchStore(Path home) {
        store = new SqliteStore(SqliteSettings.of(home, Clock.systemUTC()));
        store.open();
    }

    /** The service. */
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
