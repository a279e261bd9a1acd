package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.launcher.RudeDoor.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two lanes and the cloud's door as processes, with doors between them that misbehave: lines are cut and answers lost, a lane or the door
 * is killed, and in the end a lane's machine is destroyed. Everybody has the same to the cent. More: {@code -Dpos.clouded.rounds=100
 * -Dpos.clouded.seed=1}.
 */
final class CloudedLanesTest {
    private static final int ROUNDS = Integer.getInteger("pos.clouded.rounds", 4);
    private static final long LONGEST_NANOS = 600_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SOLD = Pattern.compile("\\{\"sold\":.*\"receiptNumber\":\"([^\"]+)\",.*}");
    private static final String GONE = "\"state\":\"GONE\"";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("pos.clouded.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Product> products = new ArrayList<>();
    private final List<Running> lanes = new ArrayList<>();
    private final List<RudeDoor> lines = new ArrayList<>();
    private final SaleBook told = new SaleBook();
    private int kills;

    @Test
    void sellsThroughEveryTroubleAndComesOutEqualToTheCent() throws Exception {
        try (CloudHost cloud = new CloudHost(folder.resolve("cloud"))) {
            try {
                open(cloud);
                trouble(cloud);
                Books all = settle(cloud);
                System.out.println("clouded lanes: " + all.sales().size() + " sales, " + told.size() + " of them told, "
                        + all.cents() + " cents, " + kills + " kills, seed " + seed);
                loseAMachine(cloud);
                revoke(cloud);
            } finally {
                lanes.forEach(Running::close);
                for (RudeDoor line : lines) {
                    line.close();
                }
            }
        }
    }

    private Path home(int lane) {
        return folder.resolve("L" + (lane + 1));
    }

    private void open(CloudHost cloud) throws Exception {
        TestJars.robot(folder.resolve("robot.jar"));
        Path prices = Files.writeString(folder.resolve("book.csv"), Shop.PRICE_BOOK);
        cloud.start();
        for (int lane = 0; lane < 2; lane++) {
            Files.createDirectories(home(lane).resolve("config"));
            Files.createDirectories(home(lane).resolve("plugins"));
            Files.writeString(home(lane).resolve("config/sync.cloud.cfg"), "patienceSeconds=3\n");
            products.add(new Product(home(lane)));
            lanes.add(start(lane));
        }
        Ceremony.setUp(lanes.get(0), Shop.PIN);
        lanes.get(0).command("pos:import-products " + prices);
        Ceremony.join(lanes.get(0), lanes.get(1));
        Ceremony.awaitConnected(lanes.get(0), "L2");
        String store = null;
        for (int lane = 0; lane < 2; lane++) {
            lines.add(new RudeDoor(cloud.awaitOpen()));
            store = store == null ? cloud.createStore() : store;
            String code = cloud.ask("SELECT pos_admin.make_code('" + store + "')");
            lanes.get(lane)
                    .command("cloud:enrol http://127.0.0.1:"
                            + lines.get(lane).address().getPort());
            lanes.get(lane).command(code);
            lanes.get(lane).await(line -> line.startsWith("Enrolled with the cloud of Corner Shop"), "the enrolment");
        }
        for (int lane = 0; lane < 2; lane++) {
            sell(lane);
        }
    }

    private Running start(int lane) throws IOException {
        return products.get(lane)
                .start(Map.of(
                        "POS_JAVA_OPTIONS",
                        "-Dpos.keychain.enabled=false -Drobot.pause=25 -Drobot.pin=" + Shop.PIN + " -Drobot.codes="
                                + Shop.BOURBON + "," + Shop.GIN + " -Drobot.seed=" + random.nextLong()));
    }

    private void sell(int lane) throws IOException {
        TestJars.drop(folder.resolve("robot.jar"), home(lane).resolve("plugins/test-robot.jar"));
        lanes.get(lane).await(line -> line.startsWith("{\"sold\":"), "a sale, seed " + seed);
    }

    private void endSelling(int lane) throws IOException {
        Files.delete(home(lane).resolve("plugins/test-robot.jar"));
        lanes.get(lane).await(line -> line.equals("{\"robot\":\"ended\"}"), "the end of the selling, seed " + seed);
    }

    /** As a power cut does. */
    private void kill(int lane) throws InterruptedException {
        lanes.get(lane).kill();
        note(lane);
    }

    private void note(int lane) {
        lanes.get(lane).lines().stream()
                .map(SOLD::matcher)
                .filter(Matcher::matches)
                .map(sale -> sale.group(1))
                .filter(number -> !told.numbers().contains(number))
                .forEach(told::add);
    }

    private void trouble(CloudHost cloud) throws Exception {
        Manner[] manners = Manner.values();
        for (int round = 0; round < ROUNDS; round++) {
            for (RudeDoor line : lines) {
                line.manner(manners[random.nextInt(manners.length)]);
            }
            LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
            kills++;
            if (round % 2 == 0) {
                cloud.kill();
                LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
                cloud.start();
                for (RudeDoor line : lines) {
                    line.behind(cloud.awaitOpen());
                }
            } else {
                int lane = random.nextInt(2);
                kill(lane);
                lanes.set(lane, start(lane));
                lanes.get(lane).await(line -> line.startsWith("{\"sold\":"), "a sale after a kill, seed " + seed);
            }
        }
    }

    /** The lines are back, nobody sells: all have the same, and each of it once. */
    private Books settle(CloudHost cloud) throws Exception {
        for (int lane = 0; lane < 2; lane++) {
            endSelling(lane);
            note(lane);
        }
        lines.forEach(line -> line.manner(Manner.PASSES_ON));
        for (Running lane : lanes) {
            lane.command("cloud:push");
        }
        awaitEqual(cloud, List.of(0, 1));
        Books all = Books.of(cloud);
        all.assertSound("the cloud");
        assertTrue(told.size() > ROUNDS, "sold " + told.size());
        for (String number : told.numbers()) {
            assertTrue(all.sales().stream().anyMatch(sale -> sale.contains(" " + number + " ")), number + " is lost");
        }
        assertEquals(0, cloud.number("SELECT count(*) FROM pos.parked"), "parked, seed " + seed);
        return all;
    }

    private void awaitEqual(CloudHost cloud, List<Integer> with) {
        List<String> differences = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            Books central = Books.of(cloud);
            differences.clear();
            with.forEach(lane -> differences.addAll(Books.of(home(lane)).differences(central)));
            LockSupport.parkNanos(100_000_000);
        } while (!differences.isEmpty() && System.nanoTime() < end);
        assertEquals(List.of(), differences, "seed " + seed);
    }

    /** What L2 sold while its line was cut, and told L1 alone, comes through L1 after L2's machine is no more. */
    private void loseAMachine(CloudHost cloud) throws Exception {
        lines.get(1).manner(Manner.OUT_OF_ORDER);
        int before = Books.of(cloud).sales().size();
        kill(1);
        lanes.set(1, start(1));
        sell(1);
        LockSupport.parkNanos(LONGEST_NANOS);
        endSelling(1);
        note(1);
        TestLane.awaitTrue(
                () -> Books.of(home(1)).differences(Books.of(home(0))).isEmpty(), "L1 to have what L2 sold");
        Books last = Books.of(home(1));
        assertTrue(last.sales().size() > before, "L2 sold nothing");
        kill(1);
        try (Stream<Path> files = Files.walk(home(1))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        awaitEqual(cloud, List.of(0));
        assertEquals(List.of(), last.differences(Books.of(cloud)));
    }

    /** A lane that the owner turned away says so, and sells. */
    private void revoke(CloudHost cloud) throws Exception {
        cloud.run("SELECT pos_admin.revoke(store_id, node_id) FROM pos.lanes WHERE label = 'L1'");
        Running lane = lanes.get(0);
        lane.command("cloud:push");
        TestLane.awaitTrue(
                () -> {
                    try {
                        lane.command("cloud:status --json");
                    } catch (IOException ended) {
                        throw new IllegalStateException(ended);
                    }
                    LockSupport.parkNanos(200_000_000);
                    return lane.lines().stream().anyMatch(line -> line.contains(GONE));
                },
                "the lane to know that it was turned away");
        long before = Books.of(home(0)).sales().size();
        sell(0);
        TestLane.awaitTrue(() -> Books.of(home(0)).sales().size() > before, "a sale without a cloud");
        endSelling(0);
    }
}
