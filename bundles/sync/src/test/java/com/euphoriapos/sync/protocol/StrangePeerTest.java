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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a lane does about a peer whose log is not what it says, and about answers that it did not ask for. */
class StrangePeerTest {
    private static final long LINK = 1;
    private static final StreamId OWN = new StreamId("me", "e0");
    private static final StreamId THEIRS = new StreamId("peer", "e1");

    private final Segment written = segment(OWN, "", 3);
    private final Replica replica =
            new Replica(new Identity("me", "me/1", "e0"), Limits.NORMAL, Map.of(OWN, written.end()));

    /** A stream of so many events, each a group; another payload makes another chain. */
    private static Segment segment(StreamId stream, String payload, int count) {
        List<Event> events = new ArrayList<>();
        String hash = HashChain.START;
        for (int seq = 1; seq <= count; seq++) {
            Event event = new Event("id" + seq, "t", stream, seq, seq, "a", "", 0, "", 1, payload, "").linked(hash);
            events.add(event);
            hash = event.hash();
        }
        return new Segment(stream, HashChain.START, events);
    }

    private List<Effect> receive(Frame frame) {
        return replica.step(new Input.Received(LINK, frame), 0);
    }

    private List<Effect> greeted(Map<StreamId, Mark> vector) {
        return greeted(vector, false);
    }

    private List<Effect> greeted(Map<StreamId, Mark> vector, boolean dialled) {
        replica.step(new Input.LinkUp(LINK, "peer", dialled), 0);
        return receive(new Frame.Hello(1, 1, "peer", "peer/1", vector));
    }

    private Segment taken(Segment segment) {
        Effect.Apply apply = (Effect.Apply) receive(new Frame.Events(segment)).get(0);
        replica.step(new Input.Applied(apply.request(), List.of()), 0);
        return segment;
    }

    private static boolean alarms(List<Effect> effects, Reason reason) {
        return effects.stream().anyMatch(each -> each instanceof Effect.Alarm alarm && alarm.reason() == reason);
    }

    @Test
    void takesNothingThatDoesNotContinueWhatItHolds() {
        greeted(Map.of());
        taken(segment(THEIRS, "", 2));
        List<Effect> effects =
                receive(new Frame.Events(segment(THEIRS, "other", 5).after(2)));
        assertTrue(alarms(effects, Reason.DIVERGED), effects.toString());
        assertEquals(2, replica.vector().get(THEIRS).seq());
    }

    @Test
    void tellsWhenAPeerGreetsWithOtherEventsAtTheSamePosition() {
        assertTrue(alarms(greeted(Map.of(OWN, new Mark(3, "other"))), Reason.DIVERGED));
    }

    @Test
    void sendsNothingBehindWhatThePeerHoldsOtherwise() {
        List<Effect> greeting = greeted(Map.of(OWN, new Mark(2, "other")));
        Effect.Read read = (Effect.Read) greeting.stream()
                .filter(Effect.Read.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<Effect> effects = replica.step(new Input.ReadDone(read.request(), Optional.of(written.after(2))), 0);
        assertTrue(alarms(effects, Reason.DIVERGED), effects.toString());
        boolean sent = effects.stream()
                .anyMatch(each -> each instanceof Effect.Send send && send.frame() instanceof Frame.Events);
        assertFalse(sent, effects.toString());
    }

    @Test
    void closesALinkOnWhichMoreWaitsThanTwoWindows() {
        greeted(Map.of());
        Segment all = segment(THEIRS, "", 2 * Limits.NORMAL.windowSegments() + 1);
        int last = all.events().size() - 1;
        for (int at = 0; at < last; at++) {
            assertFalse(receive(one(all, at)).contains(new Effect.Close(LINK, Reason.PROTOCOL)), "at " + at);
        }
        assertEquals(List.of(new Effect.Close(LINK, Reason.PROTOCOL)), receive(one(all, last)));
    }

    @Test
    void keepsALinkOnWhichTheSameComesTwiceWhileItWaits() {
        greeted(Map.of());
        Segment all = segment(THEIRS, "", 2 * Limits.NORMAL.windowSegments());
        for (int time = 0; time < 3; time++) {
            for (int at = 0; at < all.events().size(); at++) {
                assertFalse(receive(one(all, at)).contains(new Effect.Close(LINK, Reason.PROTOCOL)), "at " + at);
            }
        }
    }

    private static Frame.Events one(Segment all, int at) {
        String before = at == 0 ? HashChain.START : all.events().get(at - 1).hash();
        return new Frame.Events(new Segment(THEIRS, before, List.of(all.events().get(at))));
    }

    @Test
    void saysAgainThatItHoldsWhatCameTwice() {
        greeted(Map.of());
        Segment segment = taken(segment(THEIRS, "", 2));
        assertEquals(
                List.of(new Effect.Send(LINK, new Frame.Ack("id2", THEIRS, segment.end(), List.of()))),
                receive(new Frame.Events(segment)));
    }

    @Test
    void sendsNothingAgainFromTheFuture() {
        greeted(Map.of());
        assertEquals(List.of(new Effect.Close(LINK, Reason.PROTOCOL)), receive(new Frame.Nack(OWN, 9)));
    }

    @Test
    void sendsAgainHoweverOftenItIsAsked() {
        List<Effect> effects = greeted(Map.of());
        for (int times = 0; times < 50; times++) {
            Effect.Read read = (Effect.Read) effects.stream()
                    .filter(Effect.Read.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            List<Effect> sent = replica.step(new Input.ReadDone(read.request(), Optional.of(written)), 0);
            assertEquals(List.of(new Effect.Send(LINK, new Frame.Events(written))), sent);
            effects = receive(new Frame.Nack(OWN, 1));
        }
    }

    @Test
    void triesAgainHoweverOftenTheDiskRefuses() {
        greeted(Map.of());
        List<Effect> effects = receive(new Frame.Events(segment(THEIRS, "", 2)));
        long now = 0;
        for (int times = 0; times < 50; times++) {
            Effect.Apply apply = (Effect.Apply) effects.get(0);
            replica.step(new Input.ApplyFailed(apply.request()), now);
            now += Limits.NORMAL.retryMillis();
            replica.step(new Input.Received(LINK, new Frame.Pong(0)), now);
            effects = replica.step(new Input.Timer(), now).stream()
                    .filter(Effect.Apply.class::isInstance)
                    .toList();
        }
        assertEquals(1, effects.size());
    }

    @Test
    void takesNoAnswerOfTheDiskToAnotherQuestion() {
        greeted(Map.of());
        Effect.Apply apply =
                (Effect.Apply) receive(new Frame.Events(segment(THEIRS, "", 2))).get(0);
        assertEquals(List.of(), replica.step(new Input.Applied(apply.request() + 1, List.of()), 0));
        assertFalse(replica.vector().containsKey(THEIRS));
    }

    @Test
    void keepsTheLinkThatTheSmallerIdentityDialled() {
        // "me" is smaller than "peer", so what "peer" dialled goes.
        replica.step(new Input.LinkUp(LINK, "peer", true), 0);
        receive(new Frame.Hello(1, 1, "peer", "peer/1", Map.of()));
        replica.step(new Input.LinkUp(2, "peer", false), 0);
        Frame again = new Frame.Hello(1, 1, "peer", "peer/1", Map.of());
        assertEquals(List.of(new Effect.Close(2, Reason.REPLACED)), replica.step(new Input.Received(2, again), 0));
        replica.step(new Input.LinkUp(3, "peer", true), 0);
        List<Effect> effects = replica.step(new Input.Received(3, again), 0);
        assertEquals(new Effect.Close(LINK, Reason.REPLACED), effects.get(0));
    }

    @Test
    void givesUpTheLinkThatTheLargerIdentityDialled() {
        // "a" is smaller than "me", so what this lane dialled goes.
        replica.step(new Input.LinkUp(LINK, "a", false), 0);
        receive(new Frame.Hello(1, 1, "a", "a/1", Map.of()));
        replica.step(new Input.LinkUp(2, "a", true), 0);
        Frame again = new Frame.Hello(1, 1, "a", "a/1", Map.of());
        assertEquals(List.of(new Effect.Close(2, Reason.REPLACED)), replica.step(new Input.Received(2, again), 0));
    }

    @Test
    void givesUpNoLinkOnWhichThePeerSpeaks() {
        greeted(Map.of());
        replica.step(new Input.Received(LINK, new Frame.Pong(0)), Limits.NORMAL.deadMillis() - 1);
        List<Effect> effects = replica.step(new Input.Timer(), Limits.NORMAL.deadMillis());
        assertFalse(effects.stream().anyMatch(Effect.Close.class::isInstance), effects.toString());
    }

    private static boolean sends(List<Effect> effects, Class<? extends Frame> type) {
        return effects.stream().anyMatch(each -> each instanceof Effect.Send send && type.isInstance(send.frame()));
    }

    @Test
    void asksAgainForOldOpeningsOfWhichNoAnswerCame() {
        replica.step(new Input.LinkUp(LINK, "peer", false), 0);
        Positions positions = new Positions(
                Map.of(THEIRS, new Mark(1, "x")), Map.of("peer", new Positions.Older("e1", "digest of something")));
        assertTrue(sends(receive(new Frame.Hello(1, 1, "peer", "peer/1", positions)), Frame.Expand.class));
        List<Effect> effects = receive(new Frame.Ping(1, Positions.named(Map.of()), false));
        assertTrue(sends(effects, Frame.Expand.class), effects.toString());
    }

    @Test
    void tellsOldOpeningsWithOtherEventsApart() {
        Map<StreamId, Mark> some = Map.of(THEIRS, new Mark(7, "one"));
        assertFalse(Positions.digestOf(some).equals(Positions.digestOf(Map.of(THEIRS, new Mark(7, "other")))));
    }

    @Test
    void saysItsPositionsAgainUntilTheyAreAnswered() {
        greeted(Map.of(), true);
        replica.step(new Input.Committed(OWN, new Mark(4, "fourth")), 0);
        assertTrue(pinged(1).positions().marks().containsKey(OWN));
        assertTrue(pinged(2).positions().marks().containsKey(OWN));
        replica.step(new Input.Received(LINK, new Frame.Pong(1)), 2 * Limits.NORMAL.pingMillis());
        Frame.Ping third = pinged(3);
        assertTrue(third.positions().marks().containsKey(OWN), "the answer to the first says nothing of the second");
        replica.step(new Input.Received(LINK, new Frame.Pong(third.id())), 3 * Limits.NORMAL.pingMillis());
        assertFalse(pinged(4).positions().marks().containsKey(OWN));
    }

    @Test
    void asksForASignOfLifeOnlyWhereItDialled() {
        greeted(Map.of(), true);
        assertEquals(1, pinged(1).id());
        assertEquals(2, pinged(2).id());
    }

    @Test
    void speaksWhereItWasDialledToTellToCompareOrInSilence() {
        greeted(Map.of());
        long period = Limits.NORMAL.pingMillis();
        assertFalse(pings(period), "nothing to say");
        assertTrue(pings(2 * period), "nothing was heard");
        replica.step(new Input.Received(LINK, new Frame.Pong(1)), 3 * period);
        assertFalse(pings(3 * period), "it was heard");
        replica.step(new Input.Committed(OWN, new Mark(4, "fourth")), 4 * period);
        assertTrue(pinged(4).positions().marks().containsKey(OWN));
        replica.step(new Input.Received(LINK, new Frame.Pong(2)), Limits.NORMAL.reconcileMillis());
        assertTrue(pings(Limits.NORMAL.reconcileMillis()), "all positions are due");
    }

    private boolean pings(long now) {
        return sends(replica.step(new Input.Timer(), now), Frame.Ping.class);
    }

    @Test
    void asksAgainAtAnswersWhereItDialled() {
        greeted(Map.of(THEIRS, new Mark(9, "x")), true);
        for (int round = 1; round <= 2; round++) {
            List<Effect> effects = receive(new Frame.Pong(pinged(round).id()));
            assertEquals(round == 2, sends(effects, Frame.Nack.class), effects.toString());
        }
    }

    private Frame.Ping pinged(int round) {
        return (Frame.Ping) replica.step(new Input.Timer(), round * Limits.NORMAL.pingMillis()).stream()
                .filter(each -> each instanceof Effect.Send send && send.frame() instanceof Frame.Ping)
                .map(each -> ((Effect.Send) each).frame())
                .findFirst()
                .orElseThrow();
    }
}
