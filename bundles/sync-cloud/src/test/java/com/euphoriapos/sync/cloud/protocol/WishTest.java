package com.euphoriapos.sync.cloud.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.AskPositions;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Upload;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Wished;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failed;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.CloudInput.NothingNew;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Positions;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Taken;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Tick;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who asks for it now is told of what was asked after that, and of nothing that was under way before. */
final class WishTest {
    private static final String ME = "a".repeat(64);
    private static final StreamId STREAM = new StreamId(ME, "01KK0000000000000000000001");
    private static final Failed NO_LINE = new Failed(true, Failure.STRANGER, "a sign-in page", 0);

    private final CloudSync sync = new CloudSync(ME, Pacing.USUAL, new Random(1));

    private static Map<StreamId, Mark> at(long seq) {
        return Map.of(STREAM, new Mark(seq, "0".repeat(32)));
    }

    private List<CloudEffect> step(CloudInput input) {
        return sync.step(input, 1_000);
    }

    private static boolean has(List<CloudEffect> effects, Class<? extends CloudEffect> type) {
        return effects.stream().anyMatch(type::isInstance);
    }

    private static List<Wished> wished(List<CloudEffect> effects) {
        return effects.stream()
                .flatMap(each -> each instanceof Wished done ? Stream.of(done) : Stream.empty())
                .toList();
    }

    /** The lane holds two events, the cloud has one, and the other is on its way; so is a pull. */
    private void sends() {
        step(new CloudInput.Holds(at(2)));
        assertTrue(has(step(new Positions(at(1), true)), Upload.class));
    }

    @Test
    void isFulfilledOnceTheCloudHasAll() {
        sends();
        assertEquals(List.of(), wished(step(new Taken(List.of(), at(2)))));
        assertTrue(has(step(new Wish(7)), AskPositions.class));

        assertEquals(List.of(new Wished(7, 0, Optional.empty())), wished(step(new Positions(at(2), true))));
        assertEquals(List.of(), wished(step(new Tick())), "it is told once");
    }

    @Test
    void isNotAnsweredByTheFailureOfWhatWasSentBefore() {
        sends();
        assertEquals(List.of(), wished(step(new Wish(1))));

        List<CloudEffect> effects = step(NO_LINE);

        assertEquals(List.of(), wished(effects));
        assertTrue(has(effects, AskPositions.class), "it is asked anew at once");
        assertTrue(has(step(new Positions(at(1), true)), Upload.class));
        assertEquals(List.of(new Wished(1, 0, Optional.empty())), wished(step(new Taken(List.of(), at(2)))));
    }

    @Test
    void isAnsweredByTheFirstFailureOfWhatWasAskedAfterIt() {
        sends();
        step(new Wish(1));
        step(NO_LINE);

        assertEquals(List.of(new Wished(1, 1, Optional.of("a sign-in page"))), wished(step(NO_LINE)));
        assertEquals(List.of(), step(new Tick()), "and that one pauses");
    }

    @Test
    void isNotFulfilledByPositionsThatWereAskedBefore() {
        step(new CloudInput.Holds(at(2)));
        step(new Wish(1));

        List<CloudEffect> effects = step(new Positions(at(2), true));

        assertEquals(List.of(), wished(effects));
        assertTrue(has(effects, AskPositions.class));
        assertEquals(1, wished(step(new Positions(at(2), true))).size());
    }

    @Test
    void hasNothingToDoWithPulls() {
        sends();
        step(new Taken(List.of(), at(2)));
        step(new NothingNew());
        step(new Wish(1));

        assertEquals(List.of(), wished(step(new Failed(false, Failure.TROUBLE, "busy", 0))));
        assertEquals(1, wished(step(new Positions(at(2), true))).size());
    }

    @Test
    void pullsAnewWhenThePullOfBeforeFails() {
        sends();
        step(new Wish(1));

        assertTrue(has(step(new Failed(false, Failure.STRANGER, "a sign-in page", 0)), CloudEffect.Pull.class));
        assertFalse(has(step(new Failed(false, Failure.STRANGER, "a sign-in page", 0)), CloudEffect.Pull.class));
    }

    @Test
    void waitsAsLongAsTheCloudAskedBeforeTheWish() {
        sends();
        step(new Wish(1));

        assertFalse(has(step(new Failed(true, Failure.TROUBLE, "busy", 60_000)), AskPositions.class));
        assertFalse(has(sync.step(new Tick(), 60_999), AskPositions.class));
        assertTrue(has(sync.step(new Tick(), 61_000), AskPositions.class));
    }

    @Test
    void saysHowManyAreRefused() {
        sends();
        step(new Failed(true, Failure.MALFORMED, "not in that form", 0));
        step(new Wish(1));
        assertTrue(has(step(new Positions(at(1), true)), Upload.class));

        assertEquals(
                List.of(new Wished(1, 1, Optional.empty())),
                wished(step(new Failed(true, Failure.MALFORMED, "not in that form", 0))));
    }

    @Test
    void asksAgainWhetherTheLaneIsSentAway() {
        Failed gone = new Failed(true, Failure.GONE, "The lane was revoked.", 0);
        sends();
        step(new Wish(1));

        assertTrue(has(step(gone), AskPositions.class));
        assertEquals(List.of(new Wished(1, 1, Optional.of(gone.reason()))), wished(step(gone)));
        assertTrue(sync.isGone());
    }

    @Test
    void endsWhenAPullLearnsThatTheLaneIsSentAway() {
        sends();
        step(new NothingNew());
        sync.step(new Wish(1), 40_000);

        List<CloudEffect> effects = sync.step(new Failed(false, Failure.GONE, "The lane was revoked.", 0), 40_000);

        assertEquals(List.of(new Wished(1, 1, Optional.of("The lane was revoked."))), wished(effects));
    }

    @Test
    void answersEveryWishOfBeforeWithTheLast() {
        sends();
        step(new Wish(1));
        step(new Wish(2));
        step(NO_LINE);

        assertEquals(List.of(new Wished(2, 1, Optional.of("a sign-in page"))), wished(step(NO_LINE)));
    }
}
