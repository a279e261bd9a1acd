package com.euphoriapos.sync.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the tests: every planted bug has to be caught. What caught it is in docs/sync-proof.md, whose tables {@code -Dproof.write=true}
 * writes anew. Without that, what is named there is tried first, and all the rest only where that catches the bug no longer.
 */
class PlantedBugsTest {
    private static final boolean WRITE = Boolean.getBoolean("proof.write");
    /** What may be caught by a test needs no seed, and is not looked for long. */
    private static final int SEEDS = WRITE ? 100 : 400;

    private static final int STORE_SEEDS = 20;
    private static final List<String> PROTOCOL_TESTS = List.of("protocol.ReplicaTest", "protocol.StrangePeerTest");
    private static final List<String> ENGINE_TESTS =
            List.of("engine.EngineTest", "engine.ReplayTest", "engine.HealingTest");

    private final Nursery nursery = new Nursery();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));

    @AfterEach
    void close() throws IOException {
        workers.shutdownNow();
        nursery.close();
    }

    @Test
    void nothingIsCaughtWhereNothingIsPlanted() throws Exception {
        Checks clean = new Checks(nursery.clean());
        assertEquals(Optional.empty(), clean.failingTest(PROTOCOL_TESTS));
        for (long seed : ProofTable.of("protocol").seeds()) {
            assertFalse(clean.fails(false, seed), "seed " + seed);
        }
        for (long seed : ProofTable.of("store").seeds()) {
            assertFalse(clean.fails(true, seed), "seed " + seed + " with stores");
        }
        for (String test : ProofTable.of("engine").tests()) {
            assertFalse(clean.fails(ENGINE_TESTS, test), test);
        }
    }

    @Test
    void theSourcesStillHaveThePlaceOfEveryBug() throws IOException {
        List<String> gone = new ArrayList<>();
        List<PlantedBug> all = Stream.of(ProtocolBugs.ALL, StoreBugs.ALL, EngineBugs.ALL)
                .flatMap(List::stream)
                .toList();
        for (PlantedBug bug : all) {
            try {
                bug.plant(Files.readString(Nursery.SOURCES.resolve(bug.file())));
            } catch (AssertionError moved) {
                gone.add(moved.getMessage());
            }
        }
        assertEquals("", String.join("\n", gone));
    }

    /** How to hunt for the bugs of a table. */
    private record Hunt(String table, List<String> tests, boolean stores, int seeds) {}

    @Test
    void everyPlantedBugOfTheProtocolIsCaught() throws Exception {
        caught(ProtocolBugs.ALL, new Hunt("protocol", PROTOCOL_TESTS, false, SEEDS));
    }

    @Test
    void everyPlantedBugOfTheStoreIsCaught() throws Exception {
        caught(StoreBugs.ALL, new Hunt("store", List.of(), true, STORE_SEEDS));
    }

    @Test
    void everyPlantedBugOfTheEngineIsCaught() throws Exception {
        // Here a wait that ends in vain is what is looked for.
        System.setProperty(Await.LONGEST, "20");
        try {
            caught(EngineBugs.ALL, new Hunt("engine", ENGINE_TESTS, false, 0));
        } finally {
            System.clearProperty(Await.LONGEST);
        }
    }

    private void caught(List<PlantedBug> bugs, Hunt hunt) throws Exception {
        ProofTable table = ProofTable.of(hunt.table());
        List<Future<ProofTable.Caught>> hunted = new ArrayList<>();
        for (PlantedBug bug : bugs) {
            hunted.add(workers.submit(() -> hunt(bug, hunt, table)));
        }
        List<ProofTable.Caught> all = new ArrayList<>();
        for (Future<ProofTable.Caught> each : hunted) {
            all.add(each.get());
        }
        List<String> uncaught = all.stream()
                .filter(each -> each.test().isEmpty() && each.seed().isEmpty())
                .map(each -> each.bug().name())
                .toList();
        if (WRITE) {
            ProofTable.write(hunt.table(), all);
        }
        assertEquals(List.of(), uncaught, "planted and not caught");
        if (!WRITE) {
            assertEquals(bugs.stream().map(PlantedBug::name).toList(), table.names(), "rows of the page");
        }
    }

    private ProofTable.Caught hunt(PlantedBug bug, Hunt hunt, ProofTable table) throws Exception {
        Checks checks = new Checks(nursery.with(bug));
        ProofTable.Row said = table.row(bug.name());
        if (!WRITE
                && said.test().isPresent()
                && checks.fails(hunt.tests(), said.test().get())) {
            return new ProofTable.Caught(bug, said.test(), Optional.empty());
        }
        if (!WRITE
                && said.seed().isPresent()
                && checks.fails(hunt.stores(), said.seed().get())) {
            return new ProofTable.Caught(bug, Optional.empty(), said.seed());
        }
        Optional<String> test = checks.failingTest(hunt.tests());
        boolean enough = test.isPresent() && !WRITE;
        return new ProofTable.Caught(
                bug, test, enough ? Optional.empty() : checks.failingSeed(hunt.stores(), hunt.seeds()));
    }
}
