package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.FrameCodec;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two and three engines. */
class EngineTest extends EnginesHarness {
    /** Both set up, running and linked. */
    private static void agree(TestLane one, TestLane other) {
        Await.until("they agree", () -> one.vector().equals(other.vector()));
    }

    @Test
    void whatOneLaneSaysTheOtherAppliesAndTheFirstKnowsIt() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        one.setUp();
        one.say(3, "before the other was there");
        pair(one, two);
        one.say(2, "now");
        two.say(1, "back");
        agree(one, two);
        assertEquals(5, two.applied());
        assertEquals(1, one.applied());
        Await.until("acknowledged for good", () -> one.status("peer_ack") == 5 && two.status("peer_ack") == 1);
        assertEquals(0, one.status("pending"));
    }

    @Test
    void tellsItsClockAndItsPlaceInTheFeedWithAnswersToo() {
        pair(lane("1a"), lane("2b"));
        Await.until("a sign of life is answered", () -> newest("1a", "PONG").isPresent());
        About about = FrameCodec.decode(newest("1a", "PONG").orElseThrow()).about();
        assertTrue(about.clock() > 0, about.toString());
        assertTrue(newest("2b", "PING").isPresent());
    }

    private Optional<String> newest(String node, String type) {
        return network.port(node).texts.stream()
                .filter(text -> text.contains("\"type\":\"" + type + "\""))
                .reduce((one, other) -> other);
    }

    @Test
    void goesOnWhereItWasWhenALinkComesBack() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        one.say(300, "first");
        network.cut("1a");
        Await.until("both notice", () -> !one.isConnected("2b") && !two.isConnected("1a"));
        one.say(700, "meanwhile");
        two.say(10, "too");
        network.connect("2b", "1a");
        agree(one, two);
        assertEquals(1_000, two.applied());
        assertEquals(10, one.applied());
    }

    @Test
    void carriesATransactionThatIsLargerThanAFrame() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        one.say(40, "x".repeat(100_000));
        one.say(1, "after");
        agree(one, two);
        assertEquals(41, two.applied());
        assertTrue(network.longest() <= 1 << 20, "a frame of " + network.longest());
    }

    @Test
    void keepsWhatCantBeAppliedAndGoesOn() {
        TestLane one = lane("1a");
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        two.poison = "bad";
        pair(one, two);
        one.say(2, "bad");
        one.say(1, "good");
        agree(one, two);
        assertEquals(1, two.applied());
        assertEquals(2, two.parked());
        ReplicationRepository.Parked parked =
                two.read(h -> h.replication().parked(10)).get(0);
        assertEquals("poison", parked.reason());

        assertEquals(0, two.replication.orElseThrow().retryParked());
        two.poison = "nothing";
        assertEquals(2, two.replication.orElseThrow().retryParked());
        assertEquals(3, two.applied());
        assertEquals(0, two.parked());
    }

    @Test
    void triesAllParkedEventsHoweverManyWaitBeforeThem() {
        TestLane one = lane("1a");
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        two.poison = "b";
        pair(one, two);
        for (String text : List.of("bad", "bad too", "big", "bad as well", "bit")) {
            one.say(2, text);
        }
        agree(one, two);
        assertEquals(10, two.parked());
        two.poison = "bad";

        Applier few = new Applier(two.store, two.handlers, Clock.systemUTC(), 1);

        assertEquals(4, few.retryParked());
        assertEquals(6, two.parked());
    }

    @Test
    void parksWhatOnlyNewerLanesKnow() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        pair(one, two);
        one.with(h -> h.outbox()
                .append(List.of(new Message(
                        "018f0000-0000-7000-8000-000000000001", "loyalty:new", "loyalty:1", "{}", "", Instant.EPOCH))));
        agree(one, two);
        assertTrue(
                two.read(h -> h.replication().parked(1)).get(0).reason().contains("loyalty:new"),
                "the topic is in the reason");
    }

    @Test
    void waitsForAHandlerThatIsNotThereYet() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        pair(one, two);
        one.say(1, "early");
        one.say(1, "second");
        assertFalse(two.vector().equals(one.vector()));
        two.applies(Topics.POS_CONFIG_UPDATE);
        agree(one, two);
        assertEquals(2, two.applied());
        assertEquals(0, two.parked());
    }

    @Test
    void closesALinkOnWhichNoFrameComesAndCountsIt() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        pair(one, two);
        network.inject("1a", "{\"type\":\"PING\"");
        Await.until("the link is closed", () -> !one.isConnected("2b"));
        assertEquals(1, one.engine.situation().malformed());
        Overview overview = one.replication.orElseThrow().overview();
        assertEquals("PROTOCOL", overview.alarms().get(0).kind());
    }

    @Test
    void countsWhatBreaksTheProtocolForEachLane() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        pair(one, two);
        network.inject(
                "1a",
                "{\"type\":\"HELLO\",\"protoMin\":1,\"protoMax\":1,\"node\":\"2b\",\"instance\":\"i\",\"positions\":[],\"n\":"
                        + (network.arrived("1a") + 1) + "}");
        Await.until("the link is closed", () -> !one.isConnected("2b"));
        assertEquals(1, one.engine.situation().peers().refusals("2b"));
        assertEquals(0, one.engine.situation().peers().refusals("1a"));
        Overview overview = one.replication.orElseThrow().overview();
        assertEquals("PROTOCOL", overview.alarms().get(0).kind());
    }

    @Test
    void speaksWithNoLaneThatItDoesNotKnowOrThatWasRevoked() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        one.with(h -> {
            h.lanes().save(new PairedLane("2b", "L2", PairedLane.State.REVOKED, ""));
            h.outbox()
                    .append(List.of(new Message(
                            "018f0000-0000-7000-8000-000000000002",
                            Topics.LANE_UPSERT,
                            "lane:2b",
                            "{}",
                            "",
                            Instant.EPOCH)));
        });
        Await.until("the link is closed", () -> !one.isConnected("2b") && !two.isConnected("1a"));
        network.connect("2b", "1a");
        one.say(1, "secret");
        Await.until("it is in the book", () -> one.book
                .orElseThrow()
                .byNode("2b")
                .filter(lane -> !lane.maySpeak())
                .isPresent());
        assertFalse(two.vector().keySet().stream()
                .anyMatch(stream -> stream.origin().equals("1a")));
    }

    @Test
    void sendsItsOwnWhileItsHistoryIsOnItsWayAndTakesNothingBefore() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        two.setUp("1a").start(network);
        two.say(500, "what came after the snapshot");
        awaitOpen(two);
        one.start(network);
        one.setUp("2b").with(h -> h.lane().put(LaneRepository.KEY_HISTORY, "370"));
        awaitOpen(one);
        Await.until(
                "the progress is told",
                () -> one.engine.situation().overview().bootstrap().equals(Optional.of(370)));
        one.say(2, "sold before the history was there");
        network.connect("1a", "2b");
        Await.until("its own arrive", () -> two.applied() == 2);
        one.say(1, "sold meanwhile");
        Await.until("that, too", () -> two.applied() == 3 && one.status("peer_ack") == 3);
        assertEquals(0, one.applied());
        assertTrue(one.vector().keySet().stream()
                .allMatch(stream -> stream.origin().equals("1a")));
        assertFalse(one.replication.orElseThrow().reconcile().get(0).good());

        one.with(h -> h.lane().remove(LaneRepository.KEY_HISTORY));
        Await.until(
                "it begins anew",
                () -> one.engine.session().filter(Session::takes).isPresent());
        assertTrue(one.engine.situation().overview().bootstrap().isEmpty());
        network.connect("1a", "2b");
        agree(one, two);
        assertEquals(500, one.applied());
    }

    @Test
    void comparesAndSaysWhatItFound() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        one.say(5, "x");
        agree(one, two);
        List<Finding> findings = one.replication.orElseThrow().reconcile();
        assertEquals(4, findings.size(), findings.toString());
        network.cut("1a");
        Await.until("cut", () -> !one.isConnected("2b"));
        assertFalse(one.replication.orElseThrow().reconcile().get(2).good());
    }

    @Test
    void namesTheRowsThatDifferAfterTheSameEvents() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        one.with(h -> h.settings().put("both", "1", Instant.EPOCH));
        two.with(h -> h.settings().put("both", "1", Instant.EPOCH));
        assertTrue(
                one.replication.orElseThrow().reconcile().stream().allMatch(Finding::good),
                () -> one.replication.orElseThrow().reconcile().toString());

        two.with(h -> h.settings().put("both", "2", Instant.EPOCH));
        Finding finding = one.replication.orElseThrow().reconcile().get(3);
        assertFalse(finding.good());
        assertTrue(finding.text().contains("pos_config (both)"), finding.text());
        assertEquals(
                "STATE",
                one.replication.orElseThrow().overview().alarms().get(0).kind());

        two.with(h -> h.settings().put("both", "1", Instant.EPOCH));
        assertTrue(one.replication.orElseThrow().reconcile().get(3).good());
        assertEquals(List.of(), one.replication.orElseThrow().overview().alarms());
    }

    @Test
    void waitsForASilentLaneThirtyDaysAndTakesItBackWhenItSpeaks() {
        ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
        TestLane one = lane("1a", clock).applies(Topics.POS_CONFIG_UPDATE);
        one.setUp("2b").start(network);
        awaitOpen(one);
        Housekeeping keeper = one.engine.housekeeping();
        one.say(3, "old");
        keeper.silent();
        days(29, clock, keeper);
        keeper.purge();
        assertEquals(PairedLane.State.ACTIVE, state(one, "2b"));
        assertEquals(3, one.status("pending"));

        days(2, clock, keeper);
        assertEquals(PairedLane.State.STALE, state(one, "2b"));
        assertEquals(
                "SILENT",
                one.replication.orElseThrow().overview().alarms().get(0).kind());
        one.say(1, "new");
        keeper.purge();
        assertEquals(1, one.read(h -> h.outbox().after(0, 10)).size());

        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        two.setUp("1a")
                .with(h -> h.lanes().save(new PairedLane("1a", "L1", PairedLane.State.ACTIVE, "10.0.0.1:7443")))
                .start(network);
        awaitOpen(two);
        network.connect("2b", "1a");
        Await.until("it is active again", () -> state(one, "2b") == PairedLane.State.ACTIVE);
        Await.until("it says that it needs a snapshot", () -> two.replication.orElseThrow().overview().alarms().stream()
                .anyMatch(alarm -> alarm.kind().equals("STALE")));
    }

    @Test
    void givesUpNoLaneThatWasRevokedMeanwhile() {
        TestLane one = lane("1a");
        one.setUp("2b").with(h -> h.lanes().save(new PairedLane("2b", "L2", PairedLane.State.REVOKED, "")));
        one.with(h -> assertFalse(Housekeeping.giveUp(h, "2b")));
        assertEquals(PairedLane.State.REVOKED, state(one, "2b"));
    }

    private static void days(int count, ManualClock clock, Housekeeping keeper) {
        for (int day = 0; day < count; day++) {
            clock.advance(Duration.ofDays(1));
            keeper.silent();
        }
    }

    @Test
    void keepsWhatALaneLacksWhenTheWholeStoreWasClosedForWeeks() {
        ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
        TestLane one = lane("1a", clock).applies(Topics.POS_CONFIG_UPDATE);
        one.setUp("2b").start(network);
        awaitOpen(one);
        Housekeeping keeper = one.engine.housekeeping();
        one.say(3, "sold on the last day");
        days(5, clock, keeper);
        clock.advance(Duration.ofDays(42));
        keeper.silent();
        keeper.purge();
        assertEquals(PairedLane.State.ACTIVE, state(one, "2b"));
        assertEquals(3, one.status("pending"));
    }

    @Test
    void triesAgainWhenABundleIsExchangedInTheMiddleOfApplying() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        AtomicInteger tries = new AtomicInteger();
        two.handlers.add(
                (event, handle) -> {
                    if (tries.getAndIncrement() == 0) {
                        throw new NoClassDefFoundError("a class of a bundle that is gone");
                    }
                    two.apply(event, handle);
                },
                List.of(Topics.POS_CONFIG_UPDATE));
        pair(one, two);
        one.say(1, "x");
        agree(one, two);
        assertEquals(1, two.applied());
        assertEquals(0, two.parked());
    }

    @Test
    void holdsNoMoreThanAWindowOfWhatItsDiskDoesNotTake() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        AtomicBoolean stalled = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        two.handlers.add(
                (event, handle) -> {
                    if (stalled.get()) {
                        tries.incrementAndGet();
                        throw new StoreException(StoreException.Reason.DISK_FULL, "the disk takes nothing");
                    }
                    two.apply(event, handle);
                },
                List.of(Topics.POS_CONFIG_UPDATE));
        pair(one, two);
        for (int i = 0; i < 20; i++) {
            one.say(200, "x".repeat(500));
        }
        AtomicInteger came = network.port("2b").events;
        Await.until("it was tried again and again", Duration.ofSeconds(90), () -> tries.get() >= 4);
        assertTrue(came.get() <= 4, came + " segments are held");
        assertEquals(0, two.applied());
        stalled.set(false);
        Await.until("they agree", Duration.ofSeconds(90), () -> one.vector().equals(two.vector()));
        assertEquals(4_000, two.applied());
    }

    @Test
    void tellsOfCommitsAgainAfterItsQueueWasFull() throws InterruptedException {
        TestLane one = lane("1a");
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        CountDownLatch hold = new CountDownLatch(1);
        one.engine.with(session -> awaitQuietly(hold));
        for (int i = 0; i < 5_000; i++) {
            one.engine.with(session -> {});
        }
        one.say(1, "nobody is woken by it");
        hold.countDown();
        Await.until("it begins anew", () -> !one.isConnected("2b") && !two.isConnected("1a"));
        Await.until("it runs", () -> one.engine.session().isPresent());
        network.connect("1a", "2b");
        Await.until("both are connected", () -> one.isConnected("2b") && two.isConnected("1a"));
        agree(one, two);
        one.say(1, "sold afterwards");
        agree(one, two);
        assertEquals(2, two.applied());
    }

    @Test
    void tellsOfWhatIsWrittenAfterTheDiskWasFull() {
        TestLane one = lane("1a");
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        one.say(1, "before");
        agree(one, two);
        Optional<Session> before = one.engine.session();
        one.refusal = 13;
        assertThrows(StoreException.class, () -> one.say(1, "while it is full"));
        one.refusal = 0;
        one.say(1, "after");
        Await.until(
                "it begins anew",
                () -> one.engine.session().isPresent() && !one.engine.session().equals(before));
        network.connect("1a", "2b");
        Await.until("both are connected", () -> one.isConnected("2b") && two.isConnected("1a"));
        one.say(1, "long after");
        agree(one, two);
        assertEquals(3, two.applied());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void letsSalesBetweenParkedEventsThatAreTriedAgain() {
        TestLane one = lane("1a");
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        two.poison = "bad";
        pair(one, two);
        for (int i = 0; i < 120; i++) {
            one.say(1, "bad" + i);
        }
        agree(one, two);
        assertEquals(120, two.parked());
        two.poison = "nothing";
        AtomicInteger commits = new AtomicInteger();
        two.store.addListener(commit -> commits.addAndGet(commit.applied().isEmpty() ? 0 : 1));
        assertEquals(120, two.replication.orElseThrow().retryParked());
        assertEquals(120, two.applied());
        assertTrue(commits.get() >= 3, commits + " transactions");
    }

    private static PairedLane.State state(TestLane lane, String node) {
        return lane.read(h -> h.lanes().byNode(node)).orElseThrow().state();
    }

    @Test
    void leavesNoThreadBehind() {
        TestLane one = lane("1a");
        TestLane two = lane("2b");
        pair(one, two);
        one.say(1, "x");
        lanes.forEach(lane -> lane.engine.stop());
        assertTrue(network.port("1a").closed);
        // An executor says that it has ended a moment before its thread does.
        Await.until("no thread of the engine", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("sync")));
        assertTrue(one.book.isEmpty());
    }
}
