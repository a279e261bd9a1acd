package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.testkit.store.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that sells is killed at random moments: what it said was sold is there, once. */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 20);

    @TempDir
    Path home;

    @Test
    void keepsEverySaleThatWasReportedHoweverItIsKilled() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        Set<String> reported = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            sellAndKill(random.nextInt(40), round, reported);
            check(reported, "seed " + seed + ", round " + round);
        }
        assertTrue(reported.size() >= ROUNDS, reported.size() + " sales");
    }

    private void sellAndKill(int salesBefore, int round, Set<String> reported)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Mortal.command(Seller.class, home.toString(), Integer.toString(round)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i <= salesBefore; i++) {
                String id = lines.readLine();
                assertTrue(id != null, "the seller ended by itself");
                reported.add(id);
            }
            // By its handle: that of the process would also close the pipe, with what is still in it.
            child.toHandle().destroyForcibly();
            String id = lines.readLine();
            while (id != null && id.length() == 36) {
                reported.add(id);
                id = lines.readLine();
            }
        }
        child.waitFor();
    }

    private void check(Set<String> reported, String round) throws SQLException {
        try (SqliteStore store = RealStores.sqlite(home)) {
            for (String id : reported) {
                CompletedTransaction sale = store.read(h -> h.transactions().byId(id))
                        .orElseThrow(() -> new AssertionError("lost " + id + ", " + round));
                assertEquals(3, sale.priced().transaction().lines().size(), round);
            }
            long stored = store.read(h -> h.transactions().totals(Samples.DAY)).count();
            assertEquals(4 * stored, (long) store.read(h -> h.outbox().count()), round);
            assertTrue(stored - reported.size() <= ROUNDS, round);
            assertEquals(Optional.empty(), store.read(h -> h.outbox().firstBroken()), round);
            assertEquals(Optional.empty(), store.read(h -> h.journal().firstBroken()), round);
        }
        try (Connection connection = new DatabaseFile(home.resolve("pos.sqlite")).openReader()) {
            assertEquals("ok", DatabaseFile.query(connection, "PRAGMA quick_check"), round);
        }
    }

    /** The process that is killed: prints the id of each sale after its commit returned. */
    static final class Seller {
        private Seller() {}

        public static void main(String[] arguments) {
            SqliteStore store = RealStores.sqlite(Path.of(arguments[0]));
            Mortal process = new Mortal();
            for (int i = 0; i < 100_000; i++) {
                process.sell(store, Samples.id("round " + arguments[1] + " sale " + i));
            }
        }
    }
}
