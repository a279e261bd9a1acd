package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.testkit.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
class SqliteStoreContractTest extends StoreContract {
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
