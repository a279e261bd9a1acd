package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed at random moments while it sells; what it had called paid is there exactly once. */
final class KillTest {
    private static final int ROUNDS = Integer.getInteger("pos.kill.rounds", 8);
    private static final Duration LONGEST = Duration.ofMillis(600);
    private static final Pattern SOLD = Pattern.compile("\\{\"sold\":.*\"receiptNumber\":\"([^\"]+)\",.*\\}");
    private static final Pattern KEPT = Pattern.compile(".*\"receiptNumber\":\"([^\"]+)\".*");

    @TempDir
    Path folder;

    @Test
    void keepsEverySaleThatItCalledPaidExactlyOnce() throws Exception {
        Path home = folder.resolve("lane");
        Product product = new Product(home);
        Path prices = Files.writeString(folder.resolve("book.csv"), Shop.PRICE_BOOK);
        Product.Run setUp = product.commands(
                "pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --pin " + Shop.PIN,
                "pos:import-products " + prices);
        assertEquals(0, setUp.exitCode(), setUp.text());
        TestJars.robot(folder.resolve("robot.jar"));
        TestJars.drop(folder.resolve("robot.jar"), home.resolve("plugins/test-robot.jar"));

        long seed = Long.getLong("pos.kill.seed", System.nanoTime());
        System.out.println("kill: seed " + seed + " (repeat with -Dpos.kill.seed=" + seed + ")");
        Random random = new Random(seed);
        SaleBook book = new SaleBook();
        for (int round = 1; round <= ROUNDS; round++) {
            int before = book.size();
            try (Running lane = product.start(robot(random.nextLong()))) {
                lane.await(line -> line.startsWith("{\"sold\":"), "the first sale of round " + round);
                LockSupport.parkNanos(random.nextLong(LONGEST.toNanos()));
                lane.kill();
                lane.lines().stream()
                        .map(SOLD::matcher)
                        .filter(Matcher::matches)
                        .forEach(m -> book.add(m.group(1)));
            }
            assertTrue(book.size() > before, "round " + round + " sold nothing");
            book.assertKept(home);
        }
        System.out.println("kill: " + book.size() + " sales over " + ROUNDS + " kills");

        Files.delete(home.resolve("plugins/test-robot.jar"));
        Product.Run sales = product.commands("pos:sales --json --last 100000");
        List<String> listed = sales.lines().stream()
                .map(KEPT::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .toList();
        assertEquals(listed.size(), new HashSet<>(listed).size(), "doubled in " + listed);
        assertTrue(listed.size() - book.size() <= ROUNDS, "at most one a round was paid but not yet told");
        SaleBook shown = new SaleBook();
        listed.forEach(shown::add);
        shown.assertKept(home);
        assertTrue(listed.containsAll(book.numbers()), "the history lacks sales that were called paid");
    }

    private static Map<String, String> robot(long seed) {
        return Map.of(
                "POS_JAVA_OPTIONS",
                "-Dpos.keychain.enabled=false -Drobot.pin=" + Shop.PIN + " -Drobot.codes=" + Shop.BOURBON + ","
                        + Shop.GIN + " -Drobot.seed=" + seed);
    }
}
