package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.core.catalog.WrittenProduct;
import com.euphoriapos.core.setup.FetchedHistory;
import com.euphoriapos.domain.Product;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.store.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lane that has only just joined, by a snapshot, knows as much of an edit as those who saw it come. */
class FreshLaneTest extends SellingLanes {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));

    private TestLane opened(String node, String... others) {
        TestLane lane = shop(node, clock).setUp(others);
        lane.start(network);
        awaitOpen(lane);
        return lane;
    }

    private void link(TestLane one, TestLane other) {
        network.connect(one.node, other.node);
        Await.until("they are connected", PATIENCE, () -> one.isConnected(other.node) && other.isConnected(one.node));
    }

    private void edit(TestLane lane, Product product, String name) {
        clock.advance(Duration.ofSeconds(1));
        lane.with(handle -> WrittenProduct.write(handle, StaleLaneTest.named(product, name), clock.instant()));
    }

    private TestLane join(TestLane sponsor, String node, String... others) {
        TestLane fresh = shop(node, clock).setUp(others);
        fresh.with(handle -> {
            handle.lane().put(LaneRepository.KEY_HISTORY, "0");
            handle.lane().put(LaneRepository.KEY_HISTORY_FROM, "memory:" + sponsor.node);
            handle.lanes()
                    .save(new PairedLane(
                            sponsor.node,
                            TestLane.label(sponsor.node),
                            PairedLane.State.ACTIVE,
                            "memory:" + sponsor.node));
        });
        fresh.start(network);
        awaitOpen(fresh);
        try (FetchedHistory history =
                new FetchedHistory(fresh.store, fresh.store.snapshots(clock), sponsor.store.snapshots(clock))) {
            history.look();
            Await.until(
                    "the past is here",
                    PATIENCE,
                    () -> fresh.engine.session().filter(Session::takes).isPresent());
        }
        return fresh;
    }

    @Test
    void putsUpForReviewWhatWasEditedApartBeforeItJoined() {
        TestLane one = opened("1a", "2b", "3c");
        TestLane two = opened("2b", "1a", "3c");
        link(one, two);
        Product product = Samples.product(1);
        edit(one, product, "As all knew it");
        agree();
        network.cut("2b");
        Await.until("they are apart", PATIENCE, () -> !one.isConnected("2b") && !two.isConnected("1a"));
        edit(one, product, "Of the lane that invites");
        edit(two, product, "Of the lane that is apart");

        TestLane fresh = join(one, "3c", "1a", "2b");
        assertEquals("Of the lane that invites", name(fresh, product));
        assertEquals(List.of(), reviews(fresh), "it has seen nothing else yet");
        link(two, fresh);

        // Of the lane that invited it has the past, not the messages: the other one gets those from their author only.
        Await.until("it knows of both edits", PATIENCE, () -> reviews(fresh).equals(List.of("CONFLICT")));
        assertEquals("Of the lane that is apart", name(fresh, product), "the later edit stands");
        link(one, fresh);
        link(one, two);
        agree();
        for (TestLane lane : lanes) {
            assertEquals(StaleLaneTest.reviewIds(fresh), StaleLaneTest.reviewIds(lane), lane.node);
            assertEquals(name(fresh, product), name(lane, product), lane.node);
        }
        assertHealed();
    }

    private String name(TestLane lane, Product product) {
        return value(lane, "SELECT name FROM products WHERE id = '" + product.id() + "'");
    }
}
