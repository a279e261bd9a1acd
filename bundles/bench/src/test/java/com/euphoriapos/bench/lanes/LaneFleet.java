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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

/** Three lanes as processes of their own, what they told as sold, and what their databases have. For one thread. */
final class LaneFleet implements AutoCloseable {
    static final List<String> LABELS = List.of("L1", "L2", "L3");
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String MANY = "1000000";

    private final Path folder;
    private final Map<String, Set<String>> sold = new ConcurrentHashMap<>();
    private final Map<String, Running> running = new TreeMap<>();
    /** Who said that it sells no more. */
    private final Set<String> quiet = ConcurrentHashMap.newKeySet();

    /** A process, and who reads what it says. */
    private record Running(Process process, Thread reader) {}

    /** Three members on free ports; {@code meanwhile} may take other ports while those are held. */
    static List<PlainLane.Member> members(Consumer<List<PlainLane.Member>> meanwhile) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            List<PlainLane.Member> members = new ArrayList<>();
            for (String label : LABELS) {
                ServerSocket socket = new ServerSocket(0);
                held.add(socket);
                members.add(PlainLane.Member.of(label, socket.getLocalPort()));
            }
            meanwhile.accept(members);
            return members;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** @param reach the port at which a lane (by its label) reaches another */
    LaneFleet(Path folder, List<PlainLane.Member> members, ToIntBiFunction<String, PlainLane.Member> reach)
            throws IOException {
        this.folder = folder;
        for (String label : LABELS) {
            sold.put(label, new ConcurrentSkipListSet<>());
            LaneProgram.write(
                    folder.resolve("members-" + label),
                    members.stream()
                            .map(each -> each.label().equals(label)
                                    ? each
                                    : new PlainLane.Member(
                                            each.label(), each.key(), reach.applyAsInt(label, each), each.node()))
                            .toList());
        }
    }

    /** All sell without end. */
    void startAll() throws IOException {
        for (String label : LABELS) {
            start(label, MANY);
        }
    }

    void restart(String label) throws IOException, InterruptedException {
        kill(label);
        start(label, MANY);
    }

    private void start(String label, String sales) throws IOException {
        quiet.remove(label);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaneProgram.class.getName(),
                        folder.resolve(label).toString(),
                        folder.resolve("members-" + label).toString(),
                        label,
                        sales)
                .redirectError(folder.resolve(label + ".err").toFile())
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> read(label, lines), "output-of-" + label);
        reader.setDaemon(true);
        reader.start();
        running.put(label, new Running(process, reader));
    }

    private void read(String label, BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // A line that was cut off is none that anybody saw whole.
                if (line.startsWith("sold ") && line.length() == 41) {
                    sold(label).add(line.substring(5));
                } else if (line.equals("quiet")) {
                    quiet.add(label);
                }
            }
        } catch (IOException killed) {
            // Its pipe broke with it.
        }
    }

    private Running of(String label) {
        Running found = running.get(label);
        if (found == null) {
            throw new IllegalStateException(label + " does not run");
        }
        return found;
    }

    /** What that lane told as sold so far; grows. */
    Set<String> sold(String label) {
        return sold.getOrDefault(label, Set.of());
    }

    /** What all told as sold. */
    Set<String> sold() {
        Set<String> all = new TreeSet<>();
        sold.values().forEach(all::addAll);
        return all;
    }

    void awaitMore(int sales, String when) {
        int before = sold().size();
        Await.until("sales go on " + when, LONG, () -> sold().size() >= before + sales);
    }

    void kill(String label) throws InterruptedException {
        // By its handle: that of the process would also close the pipe, with what is still in it.
        of(label).process().toHandle().destroyForcibly();
        of(label).process().waitFor();
        of(label).reader().join(60_000);
    }

    /** Sends it a signal, such as {@code STOP}. */
    void signal(String label, String signal) throws IOException, InterruptedException {
        String pid = Long.toString(of(label).process().pid());
        int exit = new ProcessBuilder("kill", "-" + signal, pid)
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, exit, signal + " for " + label);
    }

    /** All stop selling, which is waited for, and go on exchanging. */
    void quiet() throws IOException {
        for (Running lane : running.values()) {
            lane.process().getOutputStream().write('\n');
            lane.process().getOutputStream().flush();
        }
        Await.until("nobody sells any more", LONG, () -> quiet.containsAll(running.keySet()));
    }

    /** All are killed, and start again without selling. */
    void killAllAndExchange() throws IOException, InterruptedException {
        for (String label : LABELS) {
            kill(label);
        }
        for (String label : LABELS) {
            start(label, "0");
        }
    }

    /**
     * Waits until all lanes hold the same, kills them, and looks whether it is right.
     *
     * @param deaths how often a lane was killed while it sold: as many sales may have been made and not told
     */
    void assertAgreed(int deaths, long seed) throws InterruptedException {
        Await.until("all lanes hold all of " + sold().size() + " sales, seed " + seed, LONG, this::agree);
        for (String label : LABELS) {
            kill(label);
            assertTrue(sales(label).containsAll(sold()), label + " lost a sale, seed " + seed);
            assertEquals(Optional.of("ok"), one(label, "PRAGMA quick_check"));
            assertEquals(
                    one(
                            label,
                            "SELECT group_concat(s) FROM (SELECT product_id || sum(changeAmount) s FROM"
                                    + " inventory_changes GROUP BY product_id ORDER BY product_id)"),
                    digest(label),
                    "stock of " + label + ", seed " + seed);
            assertEquals(
                    one(label, "SELECT count(*) FROM (SELECT DISTINCT receipt_number FROM transactions)"),
                    one(label, "SELECT count(*) FROM transactions"),
                    "receipts of " + label + ", seed " + seed);
        }
        int untold = sales("L1").size() - sold().size();
        assertTrue(untold <= deaths, "made and not told: " + untold + ", seed " + seed);
    }

    private boolean agree() {
        Set<String> first = sales("L1");
        return first.size() >= sold().size()
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

    /** Sales in that lane's database. */
    Set<String> sales(String label) {
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

    @Override
    public void close() {
        running.values().forEach(each -> each.process().toHandle().destroyForcibly());
        // Who still runs writes into folders that the test's end takes away.
        running.values().forEach(each -> each.process().onExit().join());
    }
}
