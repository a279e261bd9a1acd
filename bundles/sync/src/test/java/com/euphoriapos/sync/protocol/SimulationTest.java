package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.World.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dsim.seeds=100000 -Dsim.start=1} runs more; a failure names its seed, which {@code -Dsim.start=SEED -Dsim.seeds=1} repeats. */
class SimulationTest {
    private static final long START = Long.getLong("sim.start", 1);
    private static final long SEEDS = Long.getLong("sim.seeds", 1_000);

    @Test
    void allLanesAgreeAfterEveryHistoryAndNothingIsLost() {
        Map<Fault, Integer> seeds = new EnumMap<>(Fault.class);
        for (long seed = START; seed < START + SEEDS; seed++) {
            World world = played(seed);
            world.faults.keySet().forEach(fault -> seeds.merge(fault, 1, Integer::sum));
        }
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

    private static String missing(Map<StreamId, List<Event>> all, Lane lane) {
        StringBuilder missing = new StringBuilder();
        all.forEach((stream, events) -> {
            int held = lane.disk.streams().getOrDefault(stream, List.of()).size();
            if (held != events.size()) {
                missing.append(stream.origin() + " " + stream.epoch() + ": " + held + " of " + events.size() + "; ");
            }
        });
        return missing.toString();
    }

    private static World played(long seed) {
        String name = "seed " + seed;
        World world = new World(seed);
        world.run(20_000);
        Map<StreamId, List<Event>> before = world.union();
        world.heal(60_000);
        Map<StreamId, List<Event>> all = world.union();
        before.forEach((stream, events) -> assertTrue(
                all.getOrDefault(stream, List.of()).size() >= events.size(), name + " lost events of " + stream));
        for (Lane lane : world.lanes) {
            String missing = missing(all, lane);
            assertEquals("", missing, name + ", " + lane.node + "; alarms " + world.alarms);
            assertEquals(all, lane.disk.streams(), name);
        }
        assertEquals("", world.dishonest().orElse(""), name);
        assertTrue(
                world.alarms.stream().noneMatch(alarm -> alarm.contains("BROKEN") || alarm.contains("FORGED")),
                name + " " + world.alarms);
        return world;
    }
}
