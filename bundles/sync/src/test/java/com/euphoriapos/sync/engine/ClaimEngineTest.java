package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.euphoriapos.api.replication.Replication.ClaimAnswer;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.OutboxRepository.Stamp;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.testkit.Await;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Claims between engines. */
class ClaimEngineTest extends EnginesHarness {
    /** Three lanes that know each other, all linked. */
    private void open() {
        List<String> nodes = List.of("1a", "2b", "3c");
        for (String node : nodes) {
            lane(node)
                    .applies(Topics.CLAIM_MADE)
                    .setUp(nodes.stream().filter(other -> !other.equals(node)).toArray(String[]::new))
                    .start(network);
        }
        lanes.forEach(this::awaitOpen);
        network.connect("1a", "2b");
        network.connect("1a", "3c");
        network.connect("2b", "3c");
        for (TestLane lane : lanes) {
            for (TestLane other : lanes) {
                Await.until("linked", () -> lane == other || lane.isConnected(other.node));
            }
        }
    }

    private ClaimAnswer claim(int lane, String name) {
        return lanes.get(lane).claims.orElseThrow().claim(name);
    }

    private void keep(int lane, String name) {
        lanes.get(lane).with(handle -> {
            String id = UUID.randomUUID().toString();
            handle.outbox().append(List.of(new Message(id, Topics.CLAIM_MADE, name, "{}", "", Instant.EPOCH)));
            Stamp stamp = handle.outbox().stamp(id);
            handle.suspended().claim(new Claim(name, id, stamp.node(), stamp.hlc(), "", Instant.EPOCH));
        });
    }

    @Test
    void oneOfAllGetsItAndTheOthersHearWho() {
        open();
        assertEquals(new ClaimAnswer.Granted(List.of()), claim(1, "thing"));
        assertEquals(new ClaimAnswer.Undecided("Lane L2 asks for it at this moment. Try again."), claim(2, "thing"));
        keep(1, "thing");
        Await.until("its own lane knows", () -> claim(1, "thing").equals(new ClaimAnswer.Taken("L2")));
        Await.until("all others are told", () -> claim(0, "thing").equals(new ClaimAnswer.Taken("L2")));
        assertEquals(new ClaimAnswer.Taken("L2"), claim(2, "thing"));
    }

    @Test
    void whatIsReleasedMayBeHad() {
        open();
        assertInstanceOf(ClaimAnswer.Granted.class, claim(0, "thing"));
        lanes.get(0).claims.orElseThrow().release("thing");
        assertEquals(new ClaimAnswer.Granted(List.of()), claim(2, "thing"));
    }

    @Test
    void ofAllThatAskAtOnceOneGetsIt() throws Exception {
        open();
        ExecutorService people = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 30; round++) {
                String name = "thing:" + round;
                List<Future<ClaimAnswer>> asked = new ArrayList<>();
                for (int lane = 0; lane < 3; lane++) {
                    int who = lane;
                    asked.add(people.submit(() -> claim(who, name)));
                }
                int granted = 0;
                for (Future<ClaimAnswer> answer : asked) {
                    granted += answer.get() instanceof ClaimAnswer.Granted ? 1 : 0;
                }
                assertEquals(1, granted, name);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void aLaneThatIsApartIsToldFromWhom() {
        open();
        network.cut("1a");
        Await.until(
                "it noticed",
                () -> !lanes.get(0).isConnected("2b") && !lanes.get(0).isConnected("3c"));
        ClaimAnswer.Granted granted = assertInstanceOf(ClaimAnswer.Granted.class, claim(0, "thing"));
        assertEquals(
                List.of("L2", "L3"),
                granted.apartFrom().stream().map(PairedLane::label).toList());
    }
}
