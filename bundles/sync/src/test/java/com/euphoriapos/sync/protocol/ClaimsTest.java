package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.domain.HashChain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lane "b" between peers "a" and "c": who gets a thing that only one may have. */
class ClaimsTest {
    private static final String NAME = "suspended:1";
    private static final long A = 1;
    private static final long C = 3;

    private final Replica replica = new Replica(new Identity("b", "b/1", "e"), Limits.NORMAL, Map.of());

    private List<Effect> up(long link, String node) {
        replica.step(new Input.LinkUp(link, node, false), 0);
        return receive(link, new Frame.Hello(1, 1, node, node + "/1", Map.of()), 0);
    }

    private List<Effect> receive(long link, Frame frame, long now) {
        return replica.step(new Input.Received(link, frame), now);
    }

    private List<Effect> ask(long request) {
        return replica.step(new Input.ClaimAsked(request, NAME), 0);
    }

    private List<Effect> found(List<Effect> effects, Optional<String> node) {
        Effect.FindClaim find = (Effect.FindClaim) effects.stream()
                .filter(Effect.FindClaim.class::isInstance)
                .findFirst()
                .orElseThrow();
        return replica.step(new Input.ClaimFound(find.request(), node), 0);
    }

    private static Effect decided(long request, Verdict verdict) {
        return new Effect.ClaimDecided(request, verdict);
    }

    private static Effect.Send send(long link, Frame frame) {
        return new Effect.Send(link, frame);
    }

    /** Wins the name with nobody else there. */
    private void won() {
        assertEquals(List.of(decided(1, new Verdict.Granted(Set.of()))), found(ask(1), Optional.empty()));
    }

    @Test
    void aLaneAloneGetsItAtOnce() {
        won();
    }

    @Test
    void asksOneLaneAfterTheOtherInTheOrderOfTheirIdentities() {
        up(A, "a");
        up(C, "c");
        assertEquals(List.of(send(A, new Frame.Claim(1, NAME))), ask(7));
        List<Effect> own = receive(A, new Frame.Grant(1, NAME), 1);
        assertEquals(1, own.size(), "its own lock comes between those of a and c");
        assertEquals(List.of(send(C, new Frame.Claim(1, NAME))), found(own, Optional.empty()));
        assertEquals(
                List.of(decided(7, new Verdict.Granted(Set.of("a", "c")))), receive(C, new Frame.Grant(1, NAME), 2));
    }

    @Test
    void isToldWhoHasIt() {
        assertEquals(List.of(decided(1, new Verdict.Taken("z"))), found(ask(1), Optional.of("z")));
        up(A, "a");
        ask(2);
        assertEquals(List.of(decided(2, new Verdict.Taken("c"))), receive(A, new Frame.Deny(2, NAME, "c", true), 1));
        ask(3);
        assertEquals(
                List.of(decided(3, new Verdict.Contested("c"))), receive(A, new Frame.Deny(3, NAME, "c", false), 1));
    }

    @Test
    void givesBackWhatItGotWhenAnotherRefuses() {
        up(A, "a");
        up(C, "c");
        ask(1);
        found(receive(A, new Frame.Grant(1, NAME), 1), Optional.empty());
        List<Effect> effects = receive(C, new Frame.Deny(1, NAME, "d", false), 2);
        assertEquals(List.of(send(A, new Frame.Release(1, NAME)), decided(1, new Verdict.Contested("d"))), effects);
        assertEquals(
                List.of(send(C, new Frame.Grant(9, NAME))),
                found(receive(C, new Frame.Claim(9, NAME), 3), Optional.empty()),
                "its own lock is free, too");
    }

    @Test
    void refusesWhatItWasGrantedItself() {
        won();
        up(A, "a");
        assertEquals(List.of(send(A, new Frame.Deny(5, NAME, "b", false))), receive(A, new Frame.Claim(5, NAME), 1));
        replica.step(new Input.ClaimDropped(NAME), 2);
        assertEquals(
                List.of(send(A, new Frame.Grant(6, NAME))),
                found(receive(A, new Frame.Claim(6, NAME), 3), Optional.empty()));
    }

    @Test
    void saysWhoHasItByADurableClaim() {
        won();
        replica.step(new Input.ClaimKept(NAME), 1);
        up(A, "a");
        assertEquals(
                List.of(send(A, new Frame.Deny(5, NAME, "b", true))),
                found(receive(A, new Frame.Claim(5, NAME), 1), Optional.of("b")));
    }

    @Test
    void grantsToOneOfTwoAndAsksWhetherThatIsStillNeeded() {
        up(A, "a");
        up(C, "c");
        found(receive(A, new Frame.Claim(1, NAME), 1), Optional.empty());
        assertEquals(
                List.of(send(A, new Frame.Grant(1, NAME)), send(C, new Frame.Deny(4, NAME, "a", false))),
                receive(C, new Frame.Claim(4, NAME), 2));
        receive(A, new Frame.Release(1, NAME), 3);
        assertEquals(
                List.of(send(C, new Frame.Grant(5, NAME))),
                found(receive(C, new Frame.Claim(5, NAME), 4), Optional.empty()));
    }

    @Test
    void losesToAPeerToWhomItGaveItsOwnLockAndAsksWhetherThatIsStillNeeded() {
        up(A, "a");
        up(C, "c");
        found(receive(C, new Frame.Claim(4, NAME), 1), Optional.empty());
        assertEquals(List.of(send(A, new Frame.Claim(1, NAME))), ask(7));
        assertEquals(
                List.of(
                        send(C, new Frame.Grant(4, NAME)),
                        send(A, new Frame.Release(1, NAME)),
                        decided(7, new Verdict.Contested("c"))),
                receive(A, new Frame.Grant(1, NAME), 2));
        assertEquals(
                List.of(send(C, new Frame.Grant(4, NAME)), send(A, new Frame.Deny(5, NAME, "c", false))),
                receive(A, new Frame.Claim(5, NAME), 3),
                "its lock is still the peer's");
        receive(C, new Frame.Release(4, NAME), 4);
        ask(8);
        List<Effect> own = receive(A, new Frame.Grant(2, NAME), 5);
        assertEquals(List.of(send(C, new Frame.Claim(2, NAME))), found(own, Optional.empty()));
    }

    @Test
    void waitsForNoLookUpOfAPeersLockWhenItAsksItself() {
        up(C, "c");
        List<Effect> looking = receive(C, new Frame.Claim(4, NAME), 1);
        assertEquals(List.of(decided(7, new Verdict.Contested("c"))), ask(7));
        assertEquals(List.of(send(C, new Frame.Grant(4, NAME))), found(looking, Optional.empty()));
    }

    @Test
    void givesBackAGrantThatIsOfNoUse() {
        up(A, "a");
        assertEquals(List.of(send(A, new Frame.Release(8, NAME))), receive(A, new Frame.Grant(8, NAME), 1));
    }

    @Test
    void waitsTwoSecondsForALaneThatIsThere() {
        up(A, "a");
        ask(1);
        assertEquals(List.of(), replica.step(new Input.Timer(), 1_999));
        assertEquals(
                List.of(send(A, new Frame.Release(1, NAME)), decided(1, new Verdict.Late("a"))),
                replica.step(new Input.Timer(), 2_000));
    }

    @Test
    void goesOnWithoutALaneThatGoesAway() {
        up(A, "a");
        ask(1);
        assertEquals(
                List.of(decided(1, new Verdict.Granted(Set.of()))),
                found(replica.step(new Input.LinkDown(A), 1), Optional.empty()));
    }

    @Test
    void asksAgainOverANewLink() {
        up(A, "a");
        ask(1);
        replica.step(new Input.LinkUp(2, "a", false), 1);
        List<Effect> effects = receive(2, new Frame.Hello(1, 1, "a", "a/2", Map.of()), 1);
        assertTrue(effects.contains(send(2, new Frame.Claim(1, NAME))), effects.toString());
    }

    @Test
    void remembersAGrantForTenSecondsAfterItsLaneIsGone() {
        up(A, "a");
        up(C, "c");
        found(receive(A, new Frame.Claim(1, NAME), 0), Optional.empty());
        replica.step(new Input.LinkDown(A), 1_000);
        replica.step(new Input.Timer(), 1_000);
        receive(C, new Frame.Pong(0), 9_000);
        replica.step(new Input.Timer(), 10_999);
        assertEquals(
                List.of(send(C, new Frame.Deny(4, NAME, "a", false))), receive(C, new Frame.Claim(4, NAME), 10_999));
        replica.step(new Input.Timer(), 11_000);
        assertEquals(
                List.of(send(C, new Frame.Grant(5, NAME))),
                found(receive(C, new Frame.Claim(5, NAME), 11_001), Optional.empty()));
    }

    @Test
    void losesToAClaimThatArrivesMeanwhile() {
        up(A, "a");
        up(C, "c");
        ask(1);
        StreamId stream = new StreamId("c", "e");
        Event made =
                new Event("i", Topics.CLAIM_MADE, stream, 1, 1, NAME, "", 0, "", 1, "{}", "").linked(HashChain.START);
        List<Effect> effects = receive(C, new Frame.Events(new Segment(stream, HashChain.START, List.of(made))), 1);
        Effect.Apply apply = (Effect.Apply) effects.get(0);
        List<Effect> after = replica.step(new Input.Applied(apply.request(), List.of()), 2);
        assertTrue(after.contains(decided(1, new Verdict.Taken("c"))), after.toString());
        assertTrue(after.contains(send(A, new Frame.Release(1, NAME))), after.toString());
    }

    @Test
    void refusesASecondWishOfItsOwnWhileTheFirstIsOpen() {
        up(A, "a");
        ask(1);
        assertEquals(List.of(decided(2, new Verdict.Contested("b"))), ask(2));
    }

    @Test
    void closesTheLinkOfAPeerThatTakesTooMuchAtOnce() {
        up(A, "a");
        for (int i = 0; i < Limits.NORMAL.claimsOfPeer(); i++) {
            receive(A, new Frame.Claim(i, "thing:" + i), 1);
        }
        assertTrue(
                receive(A, new Frame.Claim(999, "one more"), 1).contains(new Effect.Close(A, Effect.Reason.PROTOCOL)));
    }
}
