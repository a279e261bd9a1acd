package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.euphoriapos.api.sync.StreamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The simulation on the shipped store, in files, with the shipped ways to keep and apply: {@code -Dsim.store.seeds=1000
 * -Dsim.store.start=1} runs more.
 */
class StoreSimulationTest {
    private static final long START = Long.getLong("sim.store.start", 1);
    private static final long SEEDS = Long.getLong("sim.store.seeds", 40);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int RUN_MILLIS = 8_000;
    private static final long HEAL_MILLIS = 30_000;

    @TempDir
    Path folder;

    @Test
    void lanesWithRealStoresAgreeAfterEveryHistory() {
        Played played = Played.all(START, SEEDS, seed -> played(folder, seed));
        System.out.println("simulation with stores: " + played);
        if (SEEDS >= 40) {
            played.expectFaults(List.of(
                    Fault.CRASH,
                    Fault.DISK_LIED,
                    Fault.OLD_IMAGE,
                    Fault.CLONED,
                    Fault.DEAD,
                    Fault.STORE_BUSY,
                    Fault.STORE_FULL,
                    Fault.OLDER_RELEASE,
                    Fault.CLAIMS_CROSSED,
                    Fault.CLAIMED_APART,
                    Fault.CLAIMED_TWICE));
        }
    }

    /** Seeds beyond those that are always played, in which something was wrong once. */
    @Test
    void seedsThatFailedOnceDoSoNoLonger() {
        played(folder, 814);
        played(folder, 1_806);
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        for (long seed = 1; seed < 4; seed++) {
            assertEquals(history(played(folder, seed)), history(played(folder, seed)), "seed " + seed);
        }
    }

    /** All openings with the number of their events, and all faults; ids of messages are drawn anew each time. */
    private static String history(World world) {
        Map<StreamId, Integer> lengths = new TreeMap<>();
        world.lanes.forEach(lane ->
                lane.disk.streams().forEach((stream, events) -> lengths.merge(stream, events.size(), Math::max)));
        return lengths + " " + world.swarm.happened;
    }

    /** Plays a seed with files in a folder of its own; fails where something is wrong. */
    static World played(Path folder, long seed) {
        // Files in memory, where that is: nothing here is about the medium.
        withoutTheLog();
        Path place = Files.isWritable(MEMORY) ? MEMORY : folder;
        try {
            Path home = Files.createTempDirectory(place, "pos-sim");
            try {
                return playedIn(home, seed);
            } finally {
                remove(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store says with a whole stack that its disk failed, which here is what is tried. */
    private static void withoutTheLog() {
        if (LoggerFactory.getLogger("com.euphoriapos.store.sqlite.Writer") instanceof Logger log) {
            log.setLevel(Level.OFF);
        }
    }

    private static World playedIn(Path home, long seed) {
        List<String> nodes = IntStream.range(0, 20).mapToObj(i -> "lane" + i).toList();
        try (StoredDisk.Rack rack = new StoredDisk.Rack(home, nodes, seed)) {
            World world = new World(seed, rack);
            world.run(RUN_MILLIS);
            world.heal(HEAL_MILLIS);
            world.wishes.settle();
            world.agreed();
            return world;
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
        }
    }

    private static void remove(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
