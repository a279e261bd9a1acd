package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void lanesWithRealStoresAgreeAfterEveryHistory() throws IOException {
        Map<Fault, Integer> seeds = new EnumMap<>(Fault.class);
        long events = 0;
        for (long seed = START; seed < START + SEEDS; seed++) {
            World world = played(folder, seed);
            events += world.ledger.events();
            world.swarm.happened.keySet().forEach(fault -> seeds.merge(fault, 1, Integer::sum));
        }
        System.out.println("simulation with stores: " + SEEDS + " seeds from " + START + ", " + events
                + " events, seeds by fault " + seeds);
        if (SEEDS >= 40) {
            for (Fault fault : List.of(Fault.CRASH, Fault.DISK_LIED, Fault.OLD_IMAGE, Fault.CLONED, Fault.DEAD)) {
                assertTrue(seeds.getOrDefault(fault, 0) >= SEEDS / 100, fault + " happened in " + seeds.get(fault));
            }
        }
    }

    /** Plays a seed with files in a folder of its own; fails where something is wrong. */
    static World played(Path folder, long seed) throws IOException {
        // Files in memory, where that is: nothing here is about the medium.
        Path home = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "pos-sim");
        List<String> nodes = IntStream.range(0, 20).mapToObj(i -> "lane" + i).toList();
        try (StoredDisk.Rack rack = new StoredDisk.Rack(home, nodes, seed)) {
            World world = new World(seed, rack::disk, false);
            world.run(RUN_MILLIS);
            world.heal(HEAL_MILLIS);
            world.agreed();
            return world;
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
