package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.ReplicationRepository.Parked;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.testkit.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was parked and then given up by hand. */
class DiscardTest extends EnginesHarness {
    private TestLane one;
    private TestLane two;

    private void parkTwo() {
        one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        two.poison = "bad";
        pair(one, two);
        one.say(1, "bad");
        one.say(1, "bad too");
        Await.until("both are parked", Duration.ofSeconds(90), () -> two.parked() == 2);
    }

    private static void discard(StoreHandle handle, Parked parked) {
        Event event = parked.event();
        assertTrue(handle.replication().discard(event.stream(), event.seq(), Instant.ofEpochMilli(1)));
    }

    @Test
    void isNotTriedAgainAndStopsNothing() {
        parkTwo();
        Parked first = two.read(h -> h.replication().parked(1)).get(0);
        two.with(handle -> discard(handle, first));
        two.poison = "nothing";
        one.say(1, "bad");

        two.replication.orElseThrow().retryParked();

        Await.until("what came behind it is applied", Duration.ofSeconds(90), () -> two.applied() == 2);
        assertEquals(0, two.parked());
        assertEquals(one.vector(), two.vector());
    }

    @Test
    void isNotAppliedByARoundThatHadBegun() {
        parkTwo();
        two.poison = "nothing";
        Parked last = two.read(h -> h.replication().parked(2)).get(1);
        Handlers handlers = new Handlers();
        // Whoever gives it up comes between the list of a round and its turn.
        TopicHandler between = (event, handle) -> {
            two.apply(event, handle);
            discard(handle, last);
        };
        handlers.add(between, List.of(Topics.POS_CONFIG_UPDATE));
        Applier round = new Applier(two.store, handlers, Clock.systemUTC());

        assertEquals(1, round.retryParked());

        assertEquals(1, two.applied());
        assertEquals(0, two.parked());
    }
}
