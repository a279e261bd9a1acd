package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the shipped product that were paired by the real ceremony: they race for suspended sales, then sell and are killed.
 * More: {@code -Dpos.paired.races=400 -Dpos.paired.kills=200 -Dpos.paired.seed=1}.
 */
final class PairedLanesTest {
    private static final int RACES = Integer.getInteger("pos.paired.races", 8);
    private static final int KILLS = Integer.getInteger("pos.paired.kills", 3);
    private static final long LONGEST_NANOS = 600_000_000;
    private static final Pattern RACED =
            Pattern.compile("\\{\"(resumed|left)\":\"([^\"]+)\",\"apart\":(true|false),\"asked\":([0-9]+)}");
    private static final Pattern SOLD = Pattern.compile("\\{\"sold\":.*\"receiptNumber\":\"([^\"]+)\",.*}");

    @TempDir
    Path folder;

    private final List<Product> products = new ArrayList<>();
    private final List<Running> lanes = new ArrayList<>();
    private final SaleBook book = new SaleBook();
    private final long seed = Long.getLong("pos.paired.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void oneOfTwoResumesASaleAndNeitherLosesWhatItSold() throws Exception {
        products.add(new Product(home(0)));
        products.add(new Product(home(1)));
        try {
            open();
            race();
            sellAndDie();
        } finally {
            lanes.forEach(Running::close);
        }
    }

    private Path home(int lane) {
        return folder.resolve("L" + (lane + 1));
    }

    private void open() throws Exception {
        TestJars.robot(folder.resolve("robot.jar"));
        Path prices = Files.writeString(folder.resolve("book.csv"), Shop.PRICE_BOOK);
        String meeting = " -Drobot.meeting=" + Files.createDirectories(folder.resolve("meeting"));
        lanes.add(products.get(0).start(robot("-Drobot.races=" + RACES + meeting)));
        lanes.add(products.get(1).start(robot("-Drobot.races=0" + meeting)));
        Ceremony.setUp(lanes.get(0), Shop.PIN);
        lanes.get(0).command("pos:import-products " + prices);
        Ceremony.join(lanes.get(0), lanes.get(1));
        Ceremony.awaitConnected(lanes.get(0), "L2");
        assertEquals(0, book.size());
    }

    private Map<String, String> robot(String more) {
        return Map.of(
                "POS_JAVA_OPTIONS",
                "-Dpos.keychain.enabled=false -Drobot.pin=" + Shop.PIN + " -Drobot.codes=" + Shop.BOURBON + ","
                        + Shop.GIN + " -Drobot.seed=" + random.nextLong() + " " + more);
    }

    private void race() throws Exception {
        for (int lane = 0; lane < 2; lane++) {
            Files.createDirectories(home(lane).resolve("plugins"));
            TestJars.drop(folder.resolve("robot.jar"), home(lane).resolve("plugins/test-robot.jar"));
        }
        for (int done = 0; done < RACES; done++) {
            int before = done;
            TestLane.awaitTrue(() -> outcomes().size() > before, (before + 1) + " sales raced for, seed " + seed);
        }
        lanes.get(0).await(line -> line.startsWith("{\"races\":"), "the end of the races");
        TestLane.awaitTrue(
                () -> outcomes().entrySet().stream()
                        .allMatch(sale -> winners(sale) >= (isApart(sale.getKey()) ? 2 : 1)),
                "all sales to be resumed, seed " + seed);
        Map<String, List<Boolean>> outcomes = outcomes();
        int twice = 0;
        for (Map.Entry<String, List<Boolean>> sale : outcomes.entrySet()) {
            assertEquals(isApart(sale.getKey()) ? 2 : 1, winners(sale), sale + ", seed " + seed);
            twice += winners(sale) == 2 ? 1 : 0;
        }
        int doubled = twice;
        for (Product product : products) {
            TestLane.awaitTrue(
                    () -> product.number("SELECT count(*) FROM reviews WHERE kind = 'DOUBLE_CLAIM'") == doubled
                            && product.number("SELECT count(*) FROM transactions") == RACES + doubled
                            && product.number("SELECT count(*) FROM claims") == RACES + doubled,
                    doubled + " double claims up for review, all sales paid and known on both, seed " + seed);
        }
        long contested =
                outcomes.values().stream().filter(each -> each.size() == 2).count();
        System.out.println("races for suspended sales: " + RACES + ", both tried for " + contested + ", " + doubled
                + " of them apart, seed " + seed);
    }

    /** For each sale whether it was resumed, once for each lane that tried. */
    private Map<String, List<Boolean>> outcomes() {
        Map<String, List<Boolean>> outcomes = new HashMap<>();
        raced().forEach(line -> outcomes.computeIfAbsent(line.group(2), sale -> new ArrayList<>())
                .add(line.group(1).equals("resumed")));
        return outcomes;
    }

    private static long winners(Map.Entry<String, List<Boolean>> sale) {
        return sale.getValue().stream().filter(won -> won).count();
    }

    private boolean isApart(String sale) {
        return raced().stream()
                .anyMatch(line -> line.group(2).equals(sale) && line.group(3).equals("true"));
    }

    private List<Matcher> raced() {
        return lanes.stream()
                .flatMap(lane -> lane.lines().stream())
                .map(RACED::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private void sellAndDie() throws Exception {
        for (int lane = 0; lane < 2; lane++) {
            kill(lane);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            for (Running lane : lanes) {
                lane.await(line -> line.startsWith("{\"sold\":"), "a sale before kill " + kill + ", seed " + seed);
            }
            LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
            kill(random.nextInt(2));
        }
        for (int lane = 0; lane < 2; lane++) {
            lanes.get(lane).await(line -> line.startsWith("{\"sold\":"), "a sale after the last kill");
            Files.delete(home(lane).resolve("plugins/test-robot.jar"));
        }
        for (Running lane : lanes) {
            lane.await(line -> line.equals("{\"robot\":\"ended\"}"), "the end of the selling");
        }
        TestLane.awaitTrue(
                () -> receipts(0).equals(receipts(1)) && receipts(0).size() > RACES, "both to hold the same, " + seed);
        for (int lane = 0; lane < 2; lane++) {
            lanes.get(lane).kill();
            note(lanes.get(lane));
        }
        assertFalse(book.numbers().isEmpty());
        for (int lane = 0; lane < 2; lane++) {
            book.assertKept(home(lane));
        }
        assertEquals(receipts(0), receipts(1), "seed " + seed);
        System.out.println("kills of paired lanes: " + (KILLS + 2) + ", " + book.size() + " sales told, seed " + seed);
    }

    /** As a power cut does; then it starts again, and sells. */
    private void kill(int lane) throws IOException, InterruptedException {
        lanes.get(lane).kill();
        note(lanes.get(lane));
        lanes.set(lane, products.get(lane).start(robot("-Drobot.pause=30")));
    }

    private void note(Running lane) {
        lane.lines().stream().map(SOLD::matcher).filter(Matcher::matches).forEach(sale -> book.add(sale.group(1)));
    }

    private TreeSet<String> receipts(int lane) {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + home(lane).resolve("pos.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT receipt_number FROM transactions")) {
            while (rows.next()) {
                assertTrue(found.add(rows.getString(1)), "doubled");
            }
        } catch (SQLException busy) {
            return new TreeSet<>();
        }
        return found;
    }
}
