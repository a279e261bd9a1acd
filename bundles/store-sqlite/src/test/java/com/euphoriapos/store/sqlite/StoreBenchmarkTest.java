package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Runs the benchmark on demand: its figures mean something only on a quiet machine. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class StoreBenchmarkTest {
    @TempDir
    Path folder;

    @Test
    void comparesTheStoreWithPlainJdbc() throws SQLException {
        List<String> results = new ArrayList<>();
        StoreBenchmark.run(folder, line -> {
            results.add(line);
            LoggerFactory.getLogger(StoreBenchmark.class).warn(line);
        });
        assertFalse(results.isEmpty());
    }
}
