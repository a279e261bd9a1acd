package com.euphoriapos.store.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The stores of two lanes that a test plays. */
abstract class TwoStores {
    @TempDir
    Path home;

    SqliteStore one;
    SqliteStore two;

    @BeforeEach
    void open() {
        one = open("one");
        two = open("two");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    SqliteStore open(String name) {
        SqliteStore store = RealStores.sqlite(home.resolve(name));
        store.write(h -> {
            h.lane().put("node_id", name);
            return true;
        });
        return store;
    }
}
