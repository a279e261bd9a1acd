package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.testkit.store.LanesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of what lanes share on SQLite. */
class SqliteLanesContractTest extends LanesContract {
    @TempDir
    private Path home;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = RealStores.sqlite(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Store store() {
        return store;
    }
}
