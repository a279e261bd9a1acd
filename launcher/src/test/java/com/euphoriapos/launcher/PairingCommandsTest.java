package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the shipped product become lanes of one store, by commands alone and as soon as they take any. */
final class PairingCommandsTest {
    private static final String OWNER_PIN = "739155";
    private static final String CASHIER_PIN = "582914";
    private static final Pattern CASHIER = Pattern.compile("(\\S+)  Carl C\\..*");
    private static final Pattern PARKED =
            Pattern.compile(".*\"id\":\"([^\"]+)\",\"topic\".*\"reason\":\"by the test\".*");

    @TempDir
    Path folder;

    @Test
    void aNewMachineJoinsByACodeAndIsHeardOf() throws Exception {
        Product first = new Product(folder.resolve("one"));
        Product second = new Product(folder.resolve("two"));
        try (Running one = first.start(Map.of());
                Running two = second.start(Map.of())) {
            Ceremony.setUp(one, OWNER_PIN);
            String code = Ceremony.join(one, two);
            Ceremony.awaitConnected(one, "L2");
            two.command("pos:sign-in " + OWNER_PIN);
            two.await(line -> line.startsWith("Signed in: Olive"), "the owner on the new lane");
            assertEquals(1, second.number("SELECT COUNT(*) FROM employees"));
            endsASessionThatAnotherLaneForbids(one, two, second);
            tellsInJsonHowItIs(two, second);
            for (String home : List.of("one", "two")) {
                String log = Files.readString(folder.resolve(home + "/logs/lane.log"));
                assertFalse(log.contains("CLONE"), log);
                assertFalse(log.contains(code) || log.contains(code.replaceAll("[^A-Z0-9]", "")), "the code is logged");
            }
        }
    }

    /** The commands that scripts ask a lane with that has another one. */
    private void tellsInJsonHowItIs(Running lane, Product product) throws Exception {
        ask(lane, "sync:status --json", line -> line.contains("\"historyThousandths\":1000"));
        // With its history the lane begins anew, so links may be gone for a moment.
        ask(
                lane,
                "sync:status --json",
                line -> line.contains("\"id\":\"lane\",\"label\":\"L1\"") && line.contains("\"connected\":true"));
        ask(
                lane,
                "sync:reconcile --json",
                line -> line.contains("\"good\":true") && line.contains("Lane L1 holds the same events."));
        product.update("INSERT INTO parked (origin, epoch, seq, agg, reason, first_at, attempts)"
                + " SELECT origin, epoch, seq, agg, 'by the test', 1, 2 FROM foreign_log LIMIT 1");
        ask(lane, "sync:parked --json", line -> PARKED.matcher(line).matches());
        String id = lane.lines().stream()
                .map(PARKED::matcher)
                .filter(Matcher::matches)
                .map(parked -> parked.group(1))
                .findFirst()
                .orElseThrow();
        lane.command("sync:parked --discard " + id + " --json");
        lane.await(line -> line.contains("Say in 1 to 200 characters why"), "a refusal without a reason");
        lane.command("sync:parked --discard " + id + " --reason 'nobody needs it' --json");
        lane.await(line -> line.equals("{\"discarded\":\"" + id + "\"}"), "what was discarded");
        assertEquals(1, product.number("SELECT COUNT(*) FROM journal WHERE kind = 'EVENT_DISCARDED'"));
        assertEquals(1, product.number("SELECT COUNT(*) FROM parked WHERE discarded_at > 0"));
    }

    /** Asks again with each answer until one is as it should be. */
    private static void ask(Running lane, String command, Predicate<String> answer) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (lane.lines().stream().noneMatch(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(command + " gave " + lane.lines());
            }
            int before = lane.lines().size();
            lane.command(command);
            TestLane.awaitTrue(() -> lane.lines().size() > before, "an answer to " + command);
        }
    }

    private static void endsASessionThatAnotherLaneForbids(Running one, Running two, Product second)
            throws IOException {
        one.command("pos:employee-add Carl Cash cashier");
        one.command(CASHIER_PIN);
        one.await(line -> CASHIER.matcher(line).matches(), "the new cashier");
        String id = one.lines().stream()
                .map(CASHIER::matcher)
                .filter(Matcher::matches)
                .map(cashier -> cashier.group(1))
                .findFirst()
                .orElseThrow();
        ask(two, "pos:employees", line -> line.startsWith(id));
        two.command("pos:sign-in " + CASHIER_PIN);
        two.await(line -> line.startsWith("Signed in: Carl"), "the cashier on the other lane");
        long before = System.currentTimeMillis();

        one.command("pos:employee-active " + id + " false");

        String ended = "FROM journal WHERE kind = 'SIGN_OUT' AND actor = '" + id + "' AND detail LIKE '%deactivated%'";
        TestLane.awaitTrue(() -> second.number("SELECT COUNT(*) " + ended) == 1, "the end of the session");
        System.out.println("a session on another lane ended " + (second.number("SELECT at " + ended) - before)
                + " ms after the command that deactivated its person");
    }
}
