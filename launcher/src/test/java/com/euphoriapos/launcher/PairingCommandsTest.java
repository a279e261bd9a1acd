package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the shipped product become lanes of one store, by commands alone and as soon as they take any. */
final class PairingCommandsTest {
    private static final String OWNER_PIN = "739155";

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
            for (String home : List.of("one", "two")) {
                String log = Files.readString(folder.resolve(home + "/logs/lane.log"));
                assertFalse(log.contains("CLONE"), log);
                assertFalse(log.contains(code) || log.contains(code.replaceAll("[^A-Z0-9]", "")), "the code is logged");
            }
        }
    }
}
