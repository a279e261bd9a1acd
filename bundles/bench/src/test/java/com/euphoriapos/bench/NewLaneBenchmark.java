package com.euphoriapos.bench;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.bench.lanes.PlainLane;
import com.euphoriapos.bench.lanes.PlainLane.Member;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A lane that has just joined a store with a past: when it sells, and when it has all. */
final class NewLaneBenchmark {
    private static final int LINES = 3;
    private static final int BATCH = 250;
    private static final double SELLING_SECONDS = 10;
    private static final double COMPLETE_SECONDS = 60;

    private final Path folder;
    private final Random random = new Random(1);

    NewLaneBenchmark(Path folder) {
        this.folder = folder;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void run(int products, int sales, Report report) throws IOException {
        Member old = Member.of("L1", freePort());
        Member fresh = Member.of("L2", freePort());
        try (PlainLane source = new PlainLane(folder.resolve("L1"), old, List.of(fresh), Member::port)) {
            Shop.fill(source.store(), products);
            for (int done = 0; done < sales; done += BATCH) {
                source.sellMany(random, LINES, Math.min(BATCH, sales - done));
            }
            source.start();
            try (PlainLane lane = new PlainLane(folder.resolve("L2"), fresh, List.of(old), Member::port)) {
                lane.withoutHistory().start();
                join(new Pair(source, lane), old, "of " + products + " products and " + sales + " sales", report);
            }
        }
    }

    private record Pair(PlainLane source, PlainLane lane) {}

    private void join(Pair pair, Member old, String what, Report report) {
        long began = System.nanoTime();
        PlainLane lane = pair.lane();
        lane.take(SnapshotPart.CATALOG, old);
        boolean found =
                lane.store().read(handle -> handle.catalog().byId(Shop.id(1))).isPresent();
        if (!found) {
            throw new IllegalStateException("the products did not arrive");
        }
        lane.sell(random, LINES);
        report.add(seconds("new lane " + what + ", selling", System.nanoTime() - began, SELLING_SECONDS));
        lane.take(SnapshotPart.HISTORY, old);
        lane.hasHistory();
        Await.until("the lanes are equal", Duration.ofSeconds(60), () -> vector(pair.source())
                .equals(vector(lane)));
        report.add(seconds("new lane " + what + ", complete", System.nanoTime() - began, COMPLETE_SECONDS));
    }

    private static Object vector(PlainLane lane) {
        Store store = lane.store();
        return store.read(handle -> handle.replication().vector());
    }

    private static Result seconds(String name, long nanos, double limit) {
        return Result.atMost(name, nanos / 1e9, "s", limit);
    }
}
