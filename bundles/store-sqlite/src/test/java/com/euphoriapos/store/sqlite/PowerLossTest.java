package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.store.Samples;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
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
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final double[] SHARES = {0, 0.5, 0.9, 1};

    @TempDir
    Path folder;

    private record Outcome(int images, int lost, int damaged, String first) {}

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
        Path home = Files.createDirectories(folder.resolve(synchronous));
        Path log = folder.resolve(synchronous + ".strace");
        record(home, log, synchronous);
        DiskTrace trace = DiskTrace.read(log, home.toRealPath());
        long seed = Long.getLong("power.seed", System.nanoTime());
        Outcome outcome = images(trace, new Random(seed));
        System.out.println("power: synchronous " + synchronous + ", "
                + trace.calls().size() + " calls, " + outcome + ", seed " + seed);
        return outcome;
    }

    private static void record(Path home, Path log, String synchronous) throws IOException, InterruptedException {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "strace")));
        if (Boolean.getBoolean("pos.require.tools")) {
            Assertions.assertTrue(found, "strace is not installed, and pos.require.tools demands it");
        }
        Assumptions.assumeTrue(found, "strace is not installed, so no calls can be recorded");
        Assumptions.assumeTrue(mayTrace(log), "this machine lets no process trace another");
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-y",
                "-xx",
                "-s",
                "70000",
                "-e",
                "trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink",
                "-o",
                log.toString()));
        command.addAll(Mortal.command(Seller.class, home.toString(), synchronous));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.resolveSibling(synchronous + ".out").toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the seller does not end");
        assertEquals(0, process.exitValue(), () -> "see " + log);
    }

    private static boolean mayTrace(Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "strace", "-o", log.resolveSibling("probe.strace").toString(), "true")
                .redirectErrorStream(true)
                .redirectOutput(log.resolveSibling("probe.out").toFile())
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** Opens disks of moments from the first sale on, evenly over the calls. */
    private Outcome images(DiskTrace trace, Random random) throws Exception {
        DiskTrace.Disk disk = new DiskTrace.Disk();
        int first = 0;
        while (disk.said().isEmpty()) {
            disk.play(trace.calls().get(first++));
        }
        int left = trace.calls().size() - first;
        int made = 0;
        int lost = 0;
        int damaged = 0;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < left; i++) {
            disk.play(trace.calls().get(first + i));
            while (made < (long) IMAGES * (i + 1) / left) {
                double share = SHARES[made % SHARES.length];
                Path image = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "pos-power");
                disk.image(image, share, random);
                Set<String> missing = missing(image, disk.said());
                if (missing.contains("damaged")) {
                    damaged++;
                }
                lost += missing.isEmpty() ? 0 : 1;
                if (!missing.isEmpty() && wrong.isEmpty()) {
                    wrong.add("after call " + i + ", share " + share + ": " + missing);
                }
                delete(image);
                made++;
            }
        }
        return new Outcome(made, lost, damaged, String.join("", wrong));
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
                    missing.add("damaged");
                }
            }
        } catch (SQLException e) {
            missing.add("damaged");
        }
        return missing;
    }

    private static void delete(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
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
