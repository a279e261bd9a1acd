package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.Store;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the real store for benchmarks; here, because the bundle shows only its service. */
public final class BenchStore implements AutoCloseable {
    private final SqliteStore store;
    private final SqliteSnapshots snapshots;

    /** Opens the store of that home. */
    public BenchStore(Path home) {
        store = new SqliteStore(SqliteSettings.of(home, Clock.systemUTC()));
        store.open();
        snapshots = new SqliteSnapshots(store, Clock.systemUTC());
    }

    /** The service. */
    public Store store() {
        return store;
    }

    /** The other service. */
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        snapshots.close();
        store.close();
    }
}
