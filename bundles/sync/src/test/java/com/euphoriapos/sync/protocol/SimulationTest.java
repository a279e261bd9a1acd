package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** {@code -Dsim.seeds=100000 -Dsim.start=1} runs more; a failure names its seed, which {@code -Dsim.start=SEED -Dsim.seeds=1} repeats. */
class SimulationTest {
    private static final long START = Long.getLong("sim.start", 1);
    private static final long SEEDS = Long.getLong("sim.seeds", 2_000);
    private static final int RUN_MILLIS = 20_000;
    /** As long as a lane may need to find out that a link is dead, to dial, and to fetch what it lacks. */
    private static final long HEAL_MILLIS = 30_000;

    @Test
    void allLanesAgreeAfterEveryHistoryAndNothingIsLost() {
        Map<Fault, Integer> seeds = new EnumMap<>(Fault.class);
        long events = 0;
        for (long seed = START; seed < START + SEEDS; seed++) {
            World world = played(seed);
            events += world.ledger.events();
            world.swarm.happened.keySet().forEach(fault -> seeds.merge(fault, 1, Integer::sum));
        }
        System.out.println(
                "simulation: " + SEEDS + " seeds from " + START + ", " + events + " events, seeds by fault " + seeds);
        if (SEEDS >= 1_000) {
            for (Fault fault : Fault.values()) {
                assertTrue(seeds.getOrDefault(fault, 0) >= SEEDS / 100, fault + " happened in " + seeds.get(fault));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        for (long seed = 1; seed < 20; seed++) {
            assertEquals(played(seed).trace(), played(seed).trace(), "seed " + seed);
        }
    }

    /** A failure that somebody else saw has to be seen again: nothing may hang on what differs between processes. */
    @Test
    void theSameSeedGivesTheSameHistoryInAnotherProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulationTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, other.waitFor());
        assertEquals(traces(), printed.strip());
    }

    /** Prints what the other process has to see as well. */
    public static void main(String[] arguments) {
        System.out.println(traces());
    }

    private static String traces() {
        return LongStream.range(1, 9)
                .mapToObj(seed -> Long.toHexString(played(seed).trace()))
                .collect(Collectors.joining(" "));
    }

    /** Plays a seed to its end; fails where something is wrong. */
    static World played(long seed) {
        try {
            World world = new World(seed);
            world.run(RUN_MILLIS);
            world.heal(HEAL_MILLIS);
            world.agreed();
            world.wishes.settle();
            world.agreed();
            return world;
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
        }
    }
}
