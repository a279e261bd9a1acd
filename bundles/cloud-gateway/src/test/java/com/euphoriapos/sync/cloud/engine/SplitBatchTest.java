package com.euphoriapos.sync.cloud.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.cloud.gateway.OpenCloud;
import com.euphoriapos.sync.cloud.engine.PickyDoor.Batch;
import com.euphoriapos.sync.cloud.engine.PickyDoor.Sent;
import com.euphoriapos.sync.cloud.engine.PickyDoor.Verdict;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that the cloud does not take is sent in halves; then the first goes well, and the second does not. */
final class SplitBatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SALES = 40;
    private static final int MOST = 24;

    @TempDir
    Path home = Path.of("");

    private final OpenCloud cloud;
    private final PickyDoor door;

    @SuppressWarnings("NullAway.Init")
    private LaneUnderTest lane;

    SplitBatchTest() throws SQLException, IOException {
        cloud = OpenCloud.start();
        door = new PickyDoor(cloud.socket());
    }

    @BeforeEach
    void sellBeforeThereIsACloud() {
        lane = new LaneUnderTest(home.resolve("l1"), "L1");
        for (int i = 0; i < SALES; i++) {
            lane.sell("gin");
        }
    }

    @AfterEach
    void close() {
        lane.close();
        door.close();
        cloud.close();
    }

    private void enrol() throws SQLException {
        assertInstanceOf(EnrolResult.Enrolled.class, lane.line.enrol(door.address(), cloud.code()));
    }

    private long ask(String sql) {
        try {
            return Long.parseLong(cloud.ask(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long sales() {
        return ask("SELECT count(*) FROM pos.transactions");
    }

    private long delivered() {
        return lane.read(handle -> handle.outbox().count("cloud_ack"));
    }

    private long backlog() {
        return lane.read(handle -> handle.replication().backlog("cloud"));
    }

    private static List<Long> numbers(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.events().stream())
                .map(Sent::seq)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Takes batches that are not too large: the first as it is, and what comes after it so. */
    private Verdict afterTheFirst(List<Sent> events, Verdict then) {
        return events.size() > MOST
                ? Verdict.TOO_LARGE
                : door.batches(Verdict.PASSED).isEmpty() ? Verdict.PASSED : then;
    }

    private void allIsThereOnceAndUnderItsNumber() {
        Await.until("the cloud has all", PATIENCE, () -> sales() == SALES);
        Await.until("the lane knows", PATIENCE, () -> delivered() == SALES && backlog() == 0);
        assertEquals(SALES, ask("SELECT count(*) FROM pos.event_log"));
        assertEquals(0, ask("SELECT count(*) FROM pos.parked"));
        Map<String, Sent> first = new HashMap<>();
        for (Batch batch : door.batches()) {
            for (Sent sent : batch.events()) {
                Sent before = first.putIfAbsent(sent.id(), sent);
                assertEquals(before == null ? sent : before, sent, "an event has one number");
            }
        }
        assertEquals(SALES, first.size());
    }

    @Test
    void marksTheFirstHalfAndTriesTheRestUntilItIsTaken() throws Exception {
        door.takes(events -> afterTheFirst(events, Verdict.OUT_OF_ORDER));
        enrol();
        Await.until(
                "the second half has failed some times",
                PATIENCE,
                () -> door.batches(Verdict.OUT_OF_ORDER).size() >= 3);

        int half = SALES / 2;
        Await.until("the first half is marked", PATIENCE, () -> delivered() == half);
        assertEquals(half, backlog(), "the rest waits");
        assertEquals(half, sales());
        Await.until("it is said", PATIENCE, () -> lane.line.status().state() == State.TROUBLE);
        lane.sell("gin after the trouble");
        door.takes(events -> events.size() > MOST ? Verdict.TOO_LARGE : Verdict.PASSED);

        Await.until("what was sold meanwhile is there, too", PATIENCE, () -> sales() == SALES + 1);
        Await.until("the lane knows", PATIENCE, () -> delivered() == SALES + 1);
        assertEquals(upTo(SALES + 1), numbers(door.batches(Verdict.PASSED)), "each went through once, in its order");
        assertTrue(
                numbers(door.batches(Verdict.OUT_OF_ORDER)).stream().allMatch(seq -> seq > half),
                "what was taken is not sent again");
        Await.until("all is well", PATIENCE, () -> lane.line.status().state() == State.FINE);
    }

    @Test
    void sendsNothingAgainThatArrivedWhenTheAnswerToTheSecondHalfIsLost() throws Exception {
        door.takes(events -> afterTheFirst(events, Verdict.ANSWER_LOST));
        enrol();

        allIsThereOnceAndUnderItsNumber();

        assertEquals(
                upTo(SALES / 2), numbers(door.batches(Verdict.PASSED)), "the positions said that the rest is there");
        // The line asks once more where it is hung up on before a word.
        assertTrue(door.batches(Verdict.ANSWER_LOST).size() <= 2, "it was sent again by a timer");
    }

    @Test
    void takesOutThePoisonAndKeepsWhatFollowsIt() throws Exception {
        long poison = 30;
        door.takes(events ->
                events.stream().anyMatch(event -> event.seq() == poison) ? Verdict.MALFORMED : Verdict.PASSED);
        enrol();
        Await.until("it is said", PATIENCE, () -> lane.line.status().alarms().stream()
                .anyMatch(alarm -> alarm.kind().equals("REFUSED")));

        Await.until("what comes before it is marked", PATIENCE, () -> delivered() == poison - 1);
        assertEquals(poison - 1, sales());
        assertEquals(SALES - poison + 1, backlog());
        List<Batch> refused = door.batches(Verdict.MALFORMED);
        assertEquals(List.of(poison), numbers(refused.subList(refused.size() - 1, refused.size())), "alone at last");
        assertEquals(upTo(poison - 1), numbers(door.batches(Verdict.PASSED)));

        door.takes(events -> Verdict.PASSED);
        lane.line.push();

        allIsThereOnceAndUnderItsNumber();
        assertEquals(upTo(SALES), numbers(door.batches(Verdict.PASSED)), "each went through once, in its order");
        Await.until(
                "nothing is to be looked at",
                PATIENCE,
                () -> lane.line.status().alarms().isEmpty());
    }
}
