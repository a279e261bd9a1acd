package com.euphoriapos.bench.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three lanes sell at once as processes of their own, and are killed one after the other at random moments. More:
 * {@code -Dlanes.kills=1000 -Dlanes.seed=1}.
 */
class KilledLanesTest {
    private static final int KILLS = Integer.getInteger("lanes.kills", 50);
    private static final List<String> LABELS = List.of("L1", "L2", "L3");
    private static final String MANY = "1000000";

    @TempDir
    Path folder;

    private final Set<String> sold = new ConcurrentSkipListSet<>();
    private final List<Running> running = new ArrayList<>();

    /** A process, and who reads what it says. */
    private record Running(Process process, Thread reader) {}

    @AfterEach
    void end() {
        running.forEach(each -> each.process().destroyForcibly());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Running start(String label, String sales) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaneProgram.class.getName(),
                        folder.resolve(label).toString(),
                        folder.resolve("members").toString(),
                        label,
                        sales)
                .redirectError(folder.resolve(label + ".err").toFile())
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> read(lines), "output-of-" + label);
        reader.setDaemon(true);
        reader.start();
        return new Running(process, reader);
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // A line that was cut off is none that anybody saw whole.
                if (line.startsWith("sold ") && line.length() == 41) {
                    sold.add(line.substring(5));
                }
            }
        } catch (IOException killed) {
            // Its pipe broke with it.
        }
    }

    private static void kill(Running lane) throws InterruptedException {
        // By its handle: that of the process would also close the pipe, with what is still in it.
        lane.process().toHandle().destroyForcibly();
        lane.process().waitFor();
        lane.reader().join(20_000);
    }

    @Test
    void keepEverySaleOnceOnEveryLaneHoweverTheyAreKilled() throws Exception {
        long seed = Long.getLong("lanes.seed", System.nanoTime());
        Random random = new Random(seed);
        List<PlainLane.Member> members = new ArrayList<>();
        for (String label : LABELS) {
            members.add(PlainLane.Member.of(label, freePort()));
        }
        LaneProgram.write(folder.resolve("members"), members);
        for (String label : LABELS) {
            running.add(start(label, MANY));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int before = sold.size();
            Await.until("sales go on after " + kill + " kills", Duration.ofSeconds(60), () -> sold.size() > before + 5);
            LockSupport.parkNanos(random.nextLong(700_000_000));
            int which = random.nextInt(LABELS.size());
            kill(running.get(which));
            running.set(which, start(LABELS.get(which), MANY));
        }
        for (int i = 0; i < LABELS.size(); i++) {
            kill(running.get(i));
        }
        for (int i = 0; i < LABELS.size(); i++) {
            running.set(i, start(LABELS.get(i), "0"));
        }
        String what = "all lanes hold all of " + sold.size() + " sales, seed " + seed;
        Await.until(what, Duration.ofSeconds(60), () -> agree());
        for (int i = 0; i < LABELS.size(); i++) {
            kill(running.get(i));
            String label = LABELS.get(i);
            assertTrue(sales(label).containsAll(sold), label + " lost a sale, seed " + seed);
            assertEquals(Optional.of("ok"), one(label, "PRAGMA quick_check"));
            assertEquals(
                    one(
                            label,
                            "SELECT group_concat(s) FROM (SELECT product_id || sum(changeAmount) s FROM"
                                    + " inventory_changes GROUP BY product_id ORDER BY product_id)"),
                    one(
                            label,
                            "SELECT group_concat(s) FROM (SELECT product_id || on_hand s FROM inventory ORDER BY"
                                    + " product_id)"),
                    "stock of " + label);
        }
        int unseen = sales("L1").size() - sold.size();
        assertTrue(unseen <= KILLS + LABELS.size(), "one sale a kill was made but not told yet, not " + unseen);
        System.out.println("kills of lanes: " + KILLS + ", " + sold.size() + " sales told, seed " + seed);
    }

    private boolean agree() {
        Set<String> first = sales("L1");
        return first.size() >= sold.size()
                && first.equals(sales("L2"))
                && first.equals(sales("L3"))
                && digest("L1").equals(digest("L2"))
                && digest("L1").equals(digest("L3"));
    }

    private Optional<String> digest(String label) {
        return one(
                label,
                "SELECT group_concat(s) FROM (SELECT product_id || on_hand s FROM inventory ORDER BY product_id)");
    }

    private Set<String> sales(String label) {
        return one(label, "SELECT group_concat(id) FROM transactions")
                .map(all -> (Set<String>) new TreeSet<>(List.of(all.split(","))))
                .orElse(Set.of());
    }

    private Optional<String> one(String label, String query) {
        if (!Files.exists(folder.resolve(label).resolve("pos.sqlite"))) {
            return Optional.empty();
        }
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve(label).resolve("pos.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        } catch (SQLException busy) {
            return Optional.empty();
        }
    }
}
