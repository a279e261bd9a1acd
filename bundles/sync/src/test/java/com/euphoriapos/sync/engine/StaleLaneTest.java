package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.core.catalog.WrittenProduct;
import com.euphoriapos.core.setup.FetchedHistory;
import com.euphoriapos.domain.Product;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.store.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lane that was away for more than thirty days comes back with sales that nobody has. */
class StaleLaneTest extends SellingLanes {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));

    private TestLane open(String node, String other) {
        TestLane lane = shop(node, clock);
        lane.setUp(other).with(handle -> handle.lanes()
                .save(new PairedLane(other, TestLane.label(other), PairedLane.State.ACTIVE, "memory:" + other)));
        lane.start(network);
        awaitOpen(lane);
        return lane;
    }

    private void link(TestLane one, TestLane other) {
        network.connect(one.node, other.node);
        Await.until("they are connected", PATIENCE, () -> one.isConnected(other.node) && other.isConnected(one.node));
    }

    private static boolean hasAll(TestLane lane, List<String> sales) {
        return sales.stream()
                .allMatch(id -> lane.read(h -> h.transactions().byId(id)).isPresent());
    }

    @Test
    void givesItsOwnSalesFirstAndThenTakesASnapshotAndGoesOn() {
        TestLane one = open("1a", "2b");
        TestLane two = open("2b", "1a");
        link(one, two);
        List<String> all = new ArrayList<>(List.of(sell(one), sell(two)));
        agree();
        network.cut("2b");
        Await.until("they are apart", PATIENCE, () -> !one.isConnected("2b") && !two.isConnected("1a"));
        List<String> unsent = List.of(sell(two), sell(two), sell(two));
        Product product = Samples.product(1);
        two.with(handle -> WrittenProduct.write(handle, product, clock.instant()));
        one.with(handle -> WrittenProduct.write(handle, named(product, "Of the lane that stayed"), clock.instant()));
        // The later edit of the second one is that of the lane that is away.
        Product second = Samples.product(2);
        one.with(handle -> WrittenProduct.write(handle, named(second, "Of the lane that stayed"), clock.instant()));
        clock.advance(Duration.ofSeconds(1));
        two.with(handle -> WrittenProduct.write(handle, second, clock.instant()));
        two.close();
        lanes.remove(two);
        for (int day = 0; day < 40; day++) {
            if (day % 4 == 0) {
                all.add(sell(one));
            }
            clock.advance(Duration.ofDays(1));
            one.engine.housekeeping().silent();
            one.engine.housekeeping().purge();
        }
        Await.until(
                "it is given up",
                PATIENCE,
                () -> one.book.orElseThrow().byNode("2b").orElseThrow().state() == PairedLane.State.STALE);

        TestLane back = open("2b", "1a");
        link(one, back);
        Await.until("it has to get a snapshot", PATIENCE, () -> back.read(
                        handle -> handle.lane().get(LaneRepository.KEY_HISTORY))
                .isPresent());
        Await.until(
                "it sends",
                PATIENCE,
                () -> back.engine.session().filter(session -> !session.takes()).isPresent());
        Await.until("the link is closed", PATIENCE, () -> !one.isConnected("2b"));
        link(one, back);
        Await.until("its own sales arrive before anything else", PATIENCE, () -> hasAll(one, unsent));
        String meanwhile = sell(back);
        Await.until("and so does what it sells meanwhile", PATIENCE, () -> hasAll(one, List.of(meanwhile)));
        Await.until(
                "it is back",
                PATIENCE,
                () -> one.book.orElseThrow().byNode("2b").orElseThrow().state() == PairedLane.State.ACTIVE);

        Snapshots mine = back.store.snapshots(clock);
        Snapshots others = one.store.snapshots(clock);
        try (FetchedHistory history = new FetchedHistory(back.store, mine, others)) {
            history.look();
            Await.until(
                    "it runs again",
                    PATIENCE,
                    () -> back.engine.session().filter(Session::takes).isPresent());
        }
        Await.until("the link is closed", PATIENCE, () -> !one.isConnected("2b"));
        link(one, back);
        all.addAll(unsent);
        all.addAll(List.of(meanwhile, sell(one), sell(back)));
        agree();
        assertTrue(hasAll(one, all), "the lane that stayed has all sales");
        assertTrue(hasAll(back, all), "and so has the one that was away");
        assertEquals(
                value(one, "SELECT SUM(on_hand) FROM inventory"), value(back, "SELECT SUM(on_hand) FROM inventory"));
        Await.until(
                "all of its own is acknowledged",
                PATIENCE,
                () -> back.<Long>read(handle -> handle.replication().backlog("1a")) == 0);
        assertEquals(List.of("CONFLICT", "CONFLICT"), reviews(one));
        assertEquals(reviewIds(one), reviewIds(back), "what was edited apart is up for review on both lanes");
        for (Product each : List.of(product, second)) {
            String name = "SELECT name FROM products WHERE id = '" + each.id() + "'";
            assertEquals(value(one, name), value(back, name));
        }
        assertHealed();
    }

    static List<String> reviewIds(TestLane lane) {
        return lane.read(handle -> handle.reviews().open(100)).stream()
                .map(review -> review.id() + " " + review.detail())
                .sorted()
                .toList();
    }

    static Product named(Product product, String name) {
        return new Product(
                product.id(),
                product.sku(),
                name,
                product.category(),
                product.sizeMillilitres(),
                product.price(),
                product.caseSize(),
                product.taxCategory(),
                product.active());
    }
}
