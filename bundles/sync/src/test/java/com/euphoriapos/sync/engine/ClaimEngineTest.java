package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.replication.Replication.ClaimAnswer;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.OutboxRepository.Stamp;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.testkit.Await;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** Asks until that is the answer: on a busy machine a lane may be too late with its word. */
    private void awaitAnswer(int lane, String name, ClaimAnswer answer) {
        Await.until(answer.toString(), () -> claim(lane, name).equals(answer));
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
        awaitAnswer(1, "thing", new ClaimAnswer.Granted(List.of()));
        awaitAnswer(2, "thing", new ClaimAnswer.Undecided("Lane L2 asks for it at this moment. Try again."));
        keep(1, "thing");
        for (int lane = 0; lane < 3; lane++) {
            awaitAnswer(lane, "thing", new ClaimAnswer.Taken("L2"));
        }
    }

    @Test
    void whatIsReleasedMayBeHad() {
        open();
        awaitAnswer(0, "thing", new ClaimAnswer.Granted(List.of()));
        lanes.get(0).claims.orElseThrow().release("thing");
        awaitAnswer(2, "thing", new ClaimAnswer.Granted(List.of()));
    }

    @Test
    void ofAllThatAskAtOnceOneGetsIt() throws Exception {
        open();
        ExecutorService people = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 30; round++) {
                String name = "thing:" + round;
                AtomicInteger granted = new AtomicInteger();
                List<Future<?>> asked = new ArrayList<>();
                for (int lane = 0; lane < 3; lane++) {
                    int who = lane;
                    asked.add(people.submit(() -> Await.until("one gets " + name, () -> {
                        if (claim(who, name) instanceof ClaimAnswer.Granted) {
                            granted.incrementAndGet();
                        }
                        return granted.get() > 0;
                    })));
                }
                for (Future<?> answer : asked) {
                    answer.get();
                }
                assertEquals(1, granted.get(), name);
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
        List<String> apart = new ArrayList<>();
        // Its own word, too, may be too late on a busy machine.
        Await.until("it gets it", () -> {
            if (claim(0, "thing") instanceof ClaimAnswer.Granted granted) {
                granted.apartFrom().forEach(lane -> apart.add(lane.label()));
            }
            return !apart.isEmpty();
        });
        assertEquals(List.of("L2", "L3"), apart);
    }
}
