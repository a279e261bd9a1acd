package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.sync.protocol.Effect.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a lane does about a peer that does not keep the protocol. */
class ReplicaTest {
    private static final long LINK = 1;
    private static final StreamId THEIRS = new StreamId("peer", "e1");

    private final Replica replica =
            new Replica(new Identity("me", "me/1", "e0"), Limits.NORMAL, Map.of(new StreamId("me", "e0"), mark(3)));

    private static Mark mark(long seq) {
        return new Mark(seq, "hash" + seq);
    }

    private static Segment segment(StreamId stream, int count) {
        List<Event> events = new ArrayList<>();
        String hash = HashChain.START;
        for (int seq = 1; seq <= count; seq++) {
            Event event = new Event("id" + seq, "t", stream, seq, seq, "a", "", 0, "", 1, "{}", "").linked(hash);
            events.add(event);
            hash = event.hash();
        }
        return new Segment(stream, HashChain.START, events);
    }

    private List<Effect> receive(Frame frame) {
        return replica.step(new Input.Received(LINK, frame), 0);
    }

    private static Frame.Hello hello(String node, String instance, Map<StreamId, Mark> vector) {
        return new Frame.Hello(1, 1, node, instance, vector);
    }

    private void greeted() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        receive(hello("peer", "peer/1", Map.of()));
    }

    private static void assertClosed(Reason reason, List<Effect> effects) {
        assertTrue(effects.contains(new Effect.Close(LINK, reason)), effects.toString());
        assertFalse(effects.stream().anyMatch(Effect.Apply.class::isInstance), effects.toString());
    }

    @Test
    void acknowledgesOnlyWhatIsDurable() {
        greeted();
        Segment segment = segment(THEIRS, 2);
        List<Effect> effects = receive(new Frame.Events(segment));
        Effect.Apply apply = (Effect.Apply) effects.get(0);
        assertEquals(List.of(segment), apply.segments());
        assertEquals(1, effects.size(), "nothing is said before the disk has it");

        List<Effect> after = replica.step(new Input.Applied(apply.request(), List.of(new Input.Parked(THEIRS, 2))), 1);
        assertEquals(new Effect.Send(LINK, new Frame.Ack("id2", THEIRS, segment.end(), List.of(2L))), after.get(0));
        assertEquals(segment.end(), replica.vector().get(THEIRS));
    }

    @Test
    void remembersARepeatedSegmentOnceHoweverOftenItComes() {
        greeted();
        Frame.Events frame = new Frame.Events(segment(THEIRS, 2));
        Effect.Apply apply = (Effect.Apply) receive(frame).get(0);
        for (int i = 0; i < 100; i++) {
            assertEquals(List.of(), receive(frame));
        }
        List<Effect> after = replica.step(new Input.Applied(apply.request(), List.of()), 1);
        long acks = after.stream()
                .filter(effect -> effect instanceof Effect.Send send && send.frame() instanceof Frame.Ack)
                .count();
        assertEquals(2, acks);
    }

    @Test
    void acknowledgesWhatItHoldsWhateverTheSenderSaysItIs() {
        greeted();
        Segment held = segment(THEIRS, 3);
        Effect.Apply apply = (Effect.Apply) receive(new Frame.Events(held)).get(0);
        replica.step(new Input.Applied(apply.request(), List.of()), 1);
        Event other = new Event("other", "t", THEIRS, 1, 1, "a", "", 0, "", 1, "{}", "").linked(HashChain.START);

        List<Effect> effects = receive(new Frame.Events(new Segment(THEIRS, HashChain.START, List.of(other))));

        assertEquals(List.of(new Effect.Send(LINK, new Frame.Ack("other", THEIRS, held.end(), List.of()))), effects);
    }

    @Test
    void closesALinkWhosePeerNamesStreamsWithoutEnd() {
        greeted();
        List<Effect> effects = List.of();
        for (int ping = 0; ping < 21 && effects.stream().noneMatch(Effect.Close.class::isInstance); ping++) {
            Map<StreamId, Mark> marks = new HashMap<>();
            for (int i = 0; i < 5_000; i++) {
                marks.put(new StreamId("peer", "e" + ping + "/" + i), mark(1));
            }
            effects = receive(new Frame.Ping(1, new Positions(marks, Map.of()), false));
        }
        assertClosed(Reason.PROTOCOL, effects);
    }

    @Test
    void triesAgainWhatTheDiskRefusedAndSaysNothingMeanwhile() {
        greeted();
        Effect.Apply apply =
                (Effect.Apply) receive(new Frame.Events(segment(THEIRS, 2))).get(0);
        assertEquals(List.of(), replica.step(new Input.ApplyFailed(apply.request()), 10));
        assertEquals(List.of(), replica.step(new Input.Timer(), 11));
        Effect again = replica.step(new Input.Timer(), 10 + Limits.NORMAL.retryMillis())
                .get(0);
        assertEquals(apply.segments(), ((Effect.Apply) again).segments());
    }

    @Test
    void takesNoEventsOfAThirdLaneUnasked() {
        greeted();
        assertClosed(Reason.FORGED, receive(new Frame.Events(segment(new StreamId("third", "e"), 1))));
    }

    @Test
    void takesNoEventsOfItsOwnPresentEpoch() {
        greeted();
        assertClosed(Reason.FORGED, receive(new Frame.Events(segment(new StreamId("me", "e0"), 5))));
    }

    @Test
    void takesNoEventThatSomebodyChanged() {
        greeted();
        Segment good = segment(THEIRS, 3);
        Event second = good.events().get(1);
        Event changed =
                new Event(second.id(), second.topic(), THEIRS, 2, 2, "a", "", 0, "", 1, "{\"total\":1}", second.hash());
        List<Event> events =
                List.of(good.events().get(0), changed, good.events().get(2));
        assertClosed(Reason.BROKEN, receive(new Frame.Events(new Segment(THEIRS, good.previous(), events))));
    }

    @Test
    void asksAgainWhereEventsAreMissing() {
        greeted();
        List<Effect> effects = receive(new Frame.Events(segment(THEIRS, 5).after(2)));
        assertEquals(List.of(new Effect.Send(LINK, new Frame.Nack(THEIRS, 1))), effects);
    }

    @Test
    void refusesWhoeverIsNotWhoTheyProved() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        assertClosed(Reason.IDENTITY, receive(hello("other", "x", Map.of())));
    }

    @Test
    void refusesAnotherVersion() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        assertClosed(Reason.VERSION, receive(new Frame.Hello(2, 3, "peer", "x", Map.of())));
    }

    @Test
    void findsOutACopyOfItself() {
        replica.step(new Input.LinkUp(LINK, "me", false), 0);
        assertClosed(Reason.CLONE, receive(hello("me", "me/2", Map.of())));
    }

    @Test
    void findsOutThatSomebodyWritesInItsName() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        assertClosed(Reason.CLONE, receive(hello("peer", "x", Map.of(new StreamId("me", "e0"), mark(4)))));
    }

    @Test
    void findsOutTwoProcessesOfOneLane() {
        greeted();
        replica.step(new Input.LinkUp(2, "peer", false), 1);
        replica.step(new Input.Received(2, hello("peer", "peer/2", Map.of())), 1);
        replica.step(new Input.LinkUp(3, "peer", false), 2);
        List<Effect> effects = replica.step(new Input.Received(3, hello("peer", "peer/1", Map.of())), 2);
        assertTrue(effects.contains(new Effect.Close(3, Reason.CLONE)), effects.toString());
    }

    @Test
    void saysNothingBeforeTheGreeting() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        assertClosed(Reason.PROTOCOL, receive(new Frame.Events(segment(THEIRS, 1))));
    }

    @Test
    void believesNoAcknowledgementOfWhatItNeverHad() {
        greeted();
        assertClosed(Reason.PROTOCOL, receive(new Frame.Ack("x", new StreamId("me", "e0"), mark(9), List.of())));
    }

    @Test
    void stopsAStreamOfWhichThePeerHoldsSomethingElse() {
        greeted();
        StreamId own = new StreamId("me", "e0");
        List<Effect> effects = receive(new Frame.Ack("x", own, new Mark(3, "other"), List.of()));
        assertTrue(
                effects.stream()
                        .anyMatch(each -> each instanceof Effect.Alarm alarm && alarm.reason() == Reason.DIVERGED),
                effects.toString());
    }

    @Test
    void givesUpASilentLinkAndForgetsARevokedLane() {
        greeted();
        assertClosed(Reason.SILENT, replica.step(new Input.Timer(), Limits.NORMAL.deadMillis()));
        greeted();
        assertClosed(Reason.REVOKED, replica.step(new Input.Revoked("peer"), 1));
        assertEquals(Optional.empty(), Optional.ofNullable(replica.peers().get("peer")));
    }

    @Test
    void letsAProcessBackWhoseSuccessorIsGone() {
        greeted();
        replica.step(new Input.LinkUp(2, "peer", false), 1);
        replica.step(new Input.Received(2, hello("peer", "peer/2", Map.of())), 1);
        replica.step(new Input.LinkDown(2), 2);
        replica.step(new Input.LinkUp(3, "peer", false), 3);
        replica.step(new Input.Received(3, hello("peer", "peer/1", Map.of())), 3);
        assertEquals(Map.of(), replica.peers().get("peer"), "the greetings were only read in the wrong order");
    }

    @Test
    void asksForNothingAgainWhileItsOwnDiskIsTheSlowOne() {
        greeted();
        receive(new Frame.Events(segment(THEIRS, 2)));
        Frame.Ping ping = new Frame.Ping(1, Positions.named(Map.of(THEIRS, new Mark(9, "x"))), false);
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(new Effect.Send(LINK, new Frame.Pong(1))), receive(ping));
        }
    }

    @Test
    void asksAgainForWhatThePeerHasAndDoesNotSend() {
        greeted();
        Frame.Ping ping = new Frame.Ping(1, Positions.named(Map.of(THEIRS, new Mark(9, "x"))), false);
        receive(ping);
        assertEquals(
                List.of(new Effect.Send(LINK, new Frame.Pong(1)), new Effect.Send(LINK, new Frame.Nack(THEIRS, 1))),
                receive(ping));
    }

    @Test
    void keepsTheDeliveryOfItsOwnStreamsOnly() {
        StreamId third = new StreamId("third", "e");
        Segment lent = segment(third, 2);
        Replica lender = new Replica(new Identity("me", "me/1", "e0"), Limits.NORMAL, Map.of(third, lent.end()));
        lender.step(new Input.LinkUp(LINK, "peer", false), 0);
        lender.step(new Input.Received(LINK, hello("peer", "peer/1", Map.of())), 0);
        Frame fetch = new Frame.Fetch(third, Mark.NONE, 2);
        Effect.Read read =
                (Effect.Read) lender.step(new Input.Received(LINK, fetch), 1).get(0);
        lender.step(new Input.ReadDone(read.request(), Optional.of(lent)), 2);
        Frame ack = new Frame.Ack("id2", third, lent.end(), List.of());
        assertEquals(List.of(), lender.step(new Input.Received(LINK, ack), 3));
    }

    @Test
    void knowsWhoHoldsWhatItGotBackOfItsOwn() {
        StreamId old = new StreamId("me", "e-lost");
        Segment lost = segment(old, 2);
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        List<Effect> greeting = receive(hello("peer", "peer/1", Map.of(old, lost.end())));
        assertTrue(greeting.contains(new Effect.Send(LINK, new Frame.Fetch(old, Mark.NONE, 2))), greeting.toString());
        Effect.Apply apply = (Effect.Apply) receive(new Frame.Events(lost)).get(0);
        List<Effect> effects = replica.step(new Input.Applied(apply.request(), List.of()), 1);
        assertTrue(effects.contains(new Effect.SaveDelivery("peer", old, lost.end())), effects.toString());
    }

    private static StreamId epoch(String origin, int number) {
        return new StreamId(origin, "e" + number);
    }

    private static <T extends Frame> T sent(Class<T> type, List<Effect> effects) {
        return effects.stream()
                .filter(each -> each instanceof Effect.Send send && type.isInstance(send.frame()))
                .map(each -> type.cast(((Effect.Send) each).frame()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " is not among " + effects));
    }

    @Test
    void asksForNamesOnlyWhereTheDigestOfOldOpeningsDiffers() {
        Map<StreamId, Mark> all = Map.of(epoch("x", 1), mark(5), epoch("x", 2), mark(6), epoch("x", 3), mark(7));
        Replica one = new Replica(new Identity("one", "1", "e9"), Limits.NORMAL, all);
        Frame.Hello hello = sent(Frame.Hello.class, one.step(new Input.LinkUp(LINK, "peer", true), 0));
        assertEquals(Map.of(epoch("x", 3), mark(7)), hello.positions().marks());
        assertEquals("e3", hello.positions().older().get("x").before());

        Replica same = new Replica(new Identity("two", "2", "e9"), Limits.NORMAL, all);
        same.step(new Input.LinkUp(LINK, "one", false), 0);
        List<Effect> quiet = same.step(new Input.Received(LINK, hello), 0);
        assertTrue(quiet.stream().noneMatch(Effect.Send.class::isInstance), quiet.toString());

        Map<StreamId, Mark> less = Map.of(epoch("x", 1), mark(5), epoch("x", 3), mark(7));
        Replica other = new Replica(new Identity("two", "2", "e9"), Limits.NORMAL, less);
        other.step(new Input.LinkUp(LINK, "one", false), 0);
        Frame.Expand expand = sent(Frame.Expand.class, other.step(new Input.Received(LINK, hello), 0));
        one.step(new Input.Received(LINK, new Frame.Hello(1, 1, "peer", "p", hello.positions())), 0);
        Frame.Held held = sent(Frame.Held.class, one.step(new Input.Received(LINK, expand), 0));
        Frame.Fetch fetch = sent(Frame.Fetch.class, other.step(new Input.Received(LINK, held), 0));
        assertEquals(epoch("x", 2), fetch.stream());
    }

    @Test
    void believesNothingOfItsOldOpeningsBeforeThePeerNamedThem() {
        Map<StreamId, Mark> own = Map.of(epoch("me", 1), mark(5), epoch("me", 2), mark(6), epoch("me", 3), mark(7));
        Replica me = new Replica(new Identity("me", "1", "e3"), Limits.NORMAL, own);
        me.step(new Input.LinkUp(LINK, "peer", true), 0);
        Positions said = new Positions(
                Map.of(epoch("me", 3), mark(7)), Map.of("me", new Positions.Older("e3", "something else")));
        List<Effect> effects = me.step(new Input.Received(LINK, new Frame.Hello(1, 1, "peer", "p", said)), 0);
        assertTrue(effects.stream().noneMatch(Effect.ResetDelivery.class::isInstance), effects.toString());
        sent(Frame.Expand.class, effects);

        Frame held = new Frame.Held("me", "e3", Positions.named(Map.of(epoch("me", 1), mark(5))));
        List<Effect> after = me.step(new Input.Received(LINK, held), 1);
        assertTrue(after.contains(
                new Effect.ResetDelivery("peer", Map.of(epoch("me", 1), mark(5), epoch("me", 3), mark(7)))));
        assertTrue(
                after.stream()
                        .anyMatch(each -> each instanceof Effect.Read read
                                && read.stream().equals(epoch("me", 2))),
                after.toString());
    }

    @Test
    void saysThatItNeedsASnapshotWhenNobodyKeepsWhatItLacks() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        receive(hello("peer", "peer/1", Map.of(THEIRS, mark(9))));
        List<Effect> effects = receive(new Frame.Gone(THEIRS, 0));
        assertTrue(effects.contains(new Effect.Alarm(Reason.STALE, "peer", THEIRS + " after 0")), effects.toString());
        assertEquals(List.of(), receive(new Frame.Gone(THEIRS, 0)), "said once");
    }

    @Test
    void tellsWhatItKeepsNoLonger() {
        StreamId own = new StreamId("me", "e0");
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        List<Effect> effects = receive(hello("peer", "peer/1", Map.of()));
        Effect.Read read = (Effect.Read) effects.stream()
                .filter(Effect.Read.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<Effect> after = replica.step(new Input.ReadDone(read.request(), Optional.empty()), 0);
        assertEquals(List.of(new Effect.Send(LINK, new Frame.Gone(own, 0))), after);
    }

    @Test
    void readsAgainAtTheNextTickWhatTheDiskDidNotGive() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        List<Effect> effects = receive(hello("peer", "peer/1", Map.of()));
        Effect.Read read = (Effect.Read) effects.stream()
                .filter(Effect.Read.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), replica.step(new Input.ReadFailed(read.request()), 0));
        assertTrue(replica.step(new Input.Timer(), 1).stream().anyMatch(Effect.Read.class::isInstance));
    }

    @Test
    void findsTheFirstPositionThatDiffers() {
        long differsFrom = 613;
        StreamId third = new StreamId("third", "e");
        Replica holder = new Replica(new Identity("me", "me/1", "e0"), Limits.NORMAL, Map.of(third, mark(1_000)));
        holder.step(new Input.LinkUp(LINK, "peer", false), 0);
        List<Effect> effects =
                holder.step(new Input.Received(LINK, hello("peer", "p", Map.of(third, new Mark(1_000, "other")))), 0);
        sent(Frame.Differs.class, effects);
        int rounds = 0;
        while (effects.stream()
                .noneMatch(each ->
                        each instanceof Effect.Alarm alarm && alarm.detail().endsWith("first at " + differsFrom))) {
            rounds++;
            assertTrue(rounds <= 10, "still not after " + rounds + ": " + effects);
            Frame.Probe probe = sent(Frame.Probe.class, effects);
            Effect.ReadHash read = (Effect.ReadHash) effects.stream()
                    .filter(Effect.ReadHash.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            String theirs = probe.seq() < differsFrom ? "same" : "other";
            holder.step(new Input.Received(LINK, new Frame.Probed(third, probe.seq(), theirs)), 0);
            effects = holder.step(new Input.HashRead(read.request(), Optional.of("same")), 0);
        }
    }

    @Test
    void leavesAStreamAloneThatDiffersAndGoesOnWithTheOthers() {
        greeted();
        receive(new Frame.Differs(THEIRS, mark(1)));
        assertEquals(List.of(), receive(new Frame.Events(segment(THEIRS, 2))));
        StreamId next = new StreamId("peer", "e2");
        assertTrue(receive(new Frame.Events(segment(next, 2))).get(0) instanceof Effect.Apply);
    }
}
