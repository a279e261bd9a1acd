package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.store.sqlite.PowerCut.Outcome;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails between any two calls of the system: the calls of a process that sells are recorded, and disks are made that hold what
 * was flushed by then and any part of the rest. Each is opened again; what the process had said is sold has to be there. More:
 * {@code -Dpower.sales=400 -Dpower.images=20000 -Dpower.seed=1}.
 */
class PowerLossTest {
    private static final int SALES = Integer.getInteger("power.sales", 60);
    private static final int IMAGES = Integer.getInteger("power.images", 500);

    @TempDir
    Path folder;

    @Test
    void losesNoSaleThatWasSaidWheneverThePowerFails() throws Exception {
        Outcome outcome = replay("FULL");
        assertEquals(0, outcome.lost(), outcome.first());
        assertEquals(0, outcome.damaged(), outcome.first());
    }

    /** The tests' test: with commits that do not wait for the disk, sales are lost, and it shows. */
    @Test
    void findsSalesLostWhereCommitsDoNotWaitForTheDisk() throws Exception {
        assertTrue(replay("NORMAL").lost() > 0);
    }

    private Outcome replay(String synchronous) throws Exception {
        PowerCut cut = new PowerCut(folder, synchronous);
        DiskTrace trace = cut.record(Seller.class, synchronous);
        Outcome outcome = cut.images(trace, IMAGES, true, PowerLossTest::missing);
        System.out.println(
                "power: synchronous " + synchronous + ", " + trace.calls().size() + " calls, " + outcome);
        return outcome;
    }

    /** Sales that were said and are not on the disk. */
    private static Set<String> missing(Path image, Set<String> said) {
        Set<String> missing = new HashSet<>(said);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + image.resolve("pos.sqlite"));
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT id FROM transactions")) {
                while (rows.next()) {
                    missing.remove(rows.getString(1));
                }
            }
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check")) {
                if (!"ok".equals(check.getString(1))) {
                    missing.add(PowerCut.DAMAGED);
                }
            }
        } catch (SQLException e) {
            missing.add(PowerCut.DAMAGED);
        }
        return missing;
    }

    /** The process whose calls are recorded: says the id of each sale after its commit returned. */
    static final class Seller {
        private Seller() {}

        public static void main(String[] arguments) {
            Faults commits = new Faults() {
                @Override
                public void opened(Connection writer) throws SQLException {
                    try (Statement statement = writer.createStatement()) {
                        statement.execute("PRAGMA synchronous = " + arguments[1]);
                        // Small, so that bringing the log home is among what is interrupted.
                        statement.execute("PRAGMA wal_autocheckpoint = 60");
                    }
                }
            };
            Mortal process = new Mortal();
            SqliteStore store =
                    RealStores.opened(RealStores.settings(Path.of(arguments[0])).withFaults(commits));
            for (int i = 0; i < SALES; i++) {
                process.sell(store, Samples.id("power " + i));
                LockSupport.parkNanos(1_000_000);
            }
            // Without closing: whoever loses power says no goodbye.
            Runtime.getRuntime().halt(0);
        }
    }
}
