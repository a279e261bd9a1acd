package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the shipped product become lanes of one store, by commands alone and as soon as they take any. */
final class PairingCommandsTest {
    private static final String OWNER_PIN = "739155";
    private static final Pattern INVITE = Pattern.compile(".*\"code\":\"([^\"]+)\".*\"addresses\":\\[\"([^\"]+)\".*");

    @TempDir
    Path folder;

    @Test
    void aNewMachineJoinsByACodeAndIsHeardOf() throws Exception {
        Product first = new Product(folder.resolve("one"));
        Product second = new Product(folder.resolve("two"));
        try (Running one = first.start(Map.of());
                Running two = second.start(Map.of())) {
            one.command(
                    "pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --pin " + OWNER_PIN);
            one.await(line -> line.startsWith("Set up."), "the set-up");
            one.command("sync:invite --json");
            one.await(line -> INVITE.matcher(line).matches(), "the invite");
            Matcher invite = invite(one.lines());

            two.command("sync:join " + invite.group(2) + " --as L2 --json");
            two.command(invite.group(1));
            two.await(line -> line.contains("\"joined\":true"), "the new lane");

            awaitConnected(one, "L2");
            two.command("pos:sign-in " + OWNER_PIN);
            two.await(line -> line.startsWith("Signed in: Olive"), "the owner on the new lane");
            assertEquals(1, second.number("SELECT COUNT(*) FROM employees"));
            String log = Files.readString(folder.resolve("one/logs/lane.log"));
            assertFalse(log.contains("CLONE"), log);
        }
    }

    /** Asks again as soon as there is an answer. */
    private static void awaitConnected(Running lane, String label) {
        int[] asked = {0};
        TestLane.awaitTrue(
                () -> {
                    List<String> lines = lane.lines();
                    if (lines.stream().anyMatch(line -> line.startsWith(label + "  ACTIVE, connected"))) {
                        return true;
                    }
                    if (lines.stream()
                                    .filter(line -> line.startsWith("This lane: "))
                                    .count()
                            == asked[0]) {
                        asked[0]++;
                        ask(lane);
                    }
                    return false;
                },
                label + " to be connected");
    }

    private static void ask(Running lane) {
        try {
            lane.command("sync:status");
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private static Matcher invite(List<String> lines) {
        return lines.stream()
                .map(INVITE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow();
    }
}
