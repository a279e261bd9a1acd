package com.euphoriapos.bench.lanes;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three lanes sell at once as processes of their own, and are killed one after the other at random moments. More:
 * {@code -Dlanes.kills=1000 -Dlanes.seed=1}.
 */
class KilledLanesTest {
    private static final int KILLS = Integer.getInteger("lanes.kills", 50);

    @TempDir
    Path folder;

    @Test
    void keepEverySaleOnceOnEveryLaneHoweverTheyAreKilled() throws Exception {
        long seed = Long.getLong("lanes.seed", System.nanoTime());
        Random random = new Random(seed);
        List<PlainLane.Member> members = LaneFleet.members(known -> {});
        try (LaneFleet fleet = new LaneFleet(folder, members, (from, to) -> to.port())) {
            fleet.startAll();
            for (int kill = 0; kill < KILLS; kill++) {
                fleet.awaitMore(6, "after " + kill + " kills");
                LockSupport.parkNanos(random.nextLong(700_000_000));
                fleet.restart(LaneFleet.LABELS.get(random.nextInt(LaneFleet.LABELS.size())));
            }
            fleet.killAllAndExchange();
            fleet.assertAgreed(KILLS + LaneFleet.LABELS.size(), seed);
            System.out.println("kills of lanes: " + KILLS + ", " + fleet.sold().size() + " sales told, seed " + seed);
        }
    }
}
