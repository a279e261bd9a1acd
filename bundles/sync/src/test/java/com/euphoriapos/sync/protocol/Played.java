package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** What came of many seeds. */
record Played(long start, long seeds, long events, Map<Fault, Integer> faults) {
    /** After so many seeds a long run says how far it is. */
    private static final long PROGRESS = 5_000;

    /** So many seeds may fail before it is known that something is wrong. */
    private static final int FAILURES = 10;

    private record One(String failure, long events, List<Fault> faults) {
        static One of(long seed, LongFunction<World> play) {
            try {
                World world = play.apply(seed);
                return new One("", world.ledger.events(), List.copyOf(world.swarm.happened.keySet()));
            } catch (AssertionError failed) {
                return new One(String.valueOf(failed.getMessage()), 0, List.of());
            }
        }
    }

    /** Plays them all, on all processors; fails where some failed. */
    static Played all(long start, long seeds, LongFunction<World> play) {
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        List<String> failures = new ArrayList<>();
        long events = 0;
        for (long from = start; from < start + seeds && failures.size() < FAILURES; from += PROGRESS) {
            long to = Math.min(start + seeds, from + PROGRESS);
            List<One> some = LongStream.range(from, to)
                    .parallel()
                    .mapToObj(seed -> One.of(seed, play))
                    .toList();
            for (One each : some) {
                events += each.events();
                each.faults().forEach(fault -> faults.merge(fault, 1, Integer::sum));
                if (!each.failure().isEmpty()) {
                    failures.add(each.failure());
                }
            }
            if (seeds > PROGRESS) {
                System.out.println("seeds " + start + " to " + (to - 1) + " are played, failed: " + failures);
            }
        }
        assertEquals("", String.join("\n", failures), "seeds that failed");
        return new Played(start, seeds, events, faults);
    }

    /** Each of these has to happen in one of a hundred seeds. */
    void expectFaults(List<Fault> expected) {
        for (Fault fault : expected) {
            int happened = faults.getOrDefault(fault, 0);
            assertTrue(happened >= Math.max(1, seeds / 100), fault + " happened in " + happened);
        }
    }

    @Override
    public String toString() {
        return seeds + " seeds from " + start + ", " + events + " events, seeds by fault " + faults;
    }
}
