package com.euphoriapos.sync.cloud.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Upload;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failed;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Outcome;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a lane does when the cloud does not take a request as it is. */
final class RefusedBatchesTest {
    private static final String ME = "a".repeat(64);
    private static final StreamId STREAM = new StreamId(ME, "01KK0000000000000000000001");
    private static final Failed TOO_LARGE = new Failed(true, Failure.TOO_LARGE, "At most 512 KiB, unpacked.", 0);
    private static final Failed MALFORMED = new Failed(true, Failure.MALFORMED, "no form of ours", 0);

    private final CloudSync sync = new CloudSync(ME, Pacing.USUAL, new Random(1));

    private static Map<StreamId, Mark> at(long seq) {
        return Map.of(STREAM, new Mark(seq, "0".repeat(32)));
    }

    private static List<Upload> uploads(List<CloudEffect> effects) {
        return effects.stream()
                .filter(Upload.class::isInstance)
                .map(Upload.class::cast)
                .toList();
    }

    /** The lane holds so many events, the cloud none of them. */
    private List<Upload> begins(long events) {
        sync.step(new CloudInput.Holds(at(events)), 0);
        return uploads(sync.step(new CloudInput.Positions(Map.of(), true), 0));
    }

    private int sendsNext(CloudInput input) {
        return uploads(sync.step(input, 1_000)).get(0).eventsMax();
    }

    @Test
    void sendsHalfOfWhatItSentWithoutAPause() {
        assertEquals(1, begins(40).size());

        assertEquals(20, sendsNext(TOO_LARGE), "half of forty, not of a full batch");
        assertEquals(10, sendsNext(MALFORMED));
        assertEquals(20, sendsNext(new CloudInput.Taken(List.of(), at(10))), "and more when that went well");
        assertEquals(10, sendsNext(TOO_LARGE));
    }

    @Test
    void offersASingleEventOnceAndGoesOnWithoutIt() {
        begins(1);

        List<CloudEffect> effects = sync.step(TOO_LARGE, 1_000);

        assertTrue(effects.contains(
                new CloudEffect.Alarm(Uploads.REFUSED, STREAM.toString(), "At most 512 KiB, unpacked.")));
        assertEquals(List.of(), uploads(effects));
    }

    @Test
    void asksTwiceWhereTheCloudIsAndThenKeepsAStreamWithAGapThatStays() {
        sync.step(new CloudInput.Holds(at(20)), 0);
        CloudInput gap = new CloudInput.Taken(
                List.of(new Result(STREAM, 15, Outcome.REFUSED, "gap: 10 is the last one here")), at(10));
        List<CloudEffect> effects = sync.step(new CloudInput.Positions(at(10), true), 0);
        long now = 0;
        int batches = 0;
        while (!uploads(effects).isEmpty() && batches < 10) {
            batches++;
            now += 1_000;
            effects = sync.step(gap, now);
            if (effects.contains(new CloudEffect.AskPositions(Optional.empty()))) {
                effects = sync.step(new CloudInput.Positions(at(10), true), now + 500);
            }
        }

        assertEquals(3, batches);
        assertTrue(effects.contains(
                new CloudEffect.Alarm(Uploads.REFUSED, STREAM.toString(), "gap: 10 is the last one here")));
    }

    @Test
    void takesTheAlarmBackOnceTheCloudHasWhatItRefused() {
        CloudEffect clear = new CloudEffect.AllClear(Uploads.REFUSED, STREAM.toString());
        begins(1);
        sync.step(MALFORMED, 1_000);

        sync.step(new CloudInput.Wish(1), 2_000);
        List<CloudEffect> offered = sync.step(new CloudInput.Positions(Map.of(), true), 2_000);
        assertEquals(1, uploads(offered).size());
        assertFalse(offered.contains(clear), "it is not there yet");
        assertTrue(sync.step(new CloudInput.Taken(List.of(), at(1)), 3_000).contains(clear));
    }

    @Test
    void offersAgainAfterAnHourAndTakesTheAlarmBackThen() {
        begins(1);
        sync.step(MALFORMED, 1_000);

        long later = 1_000 + Pacing.USUAL.stuck();
        assertEquals(0, uploads(sync.step(new CloudInput.Tick(), later - 1)).size());
        assertEquals(1, uploads(sync.step(new CloudInput.Tick(), later)).size());
        assertTrue(sync.step(new CloudInput.Taken(List.of(), at(1)), later + 1_000)
                .contains(new CloudEffect.AllClear(Uploads.REFUSED, STREAM.toString())));
    }

    @Test
    void pausesWhenAQuestionIsNotTakenAsItIs() {
        sync.step(new CloudInput.Holds(at(1)), 0);

        for (Failure failure : List.of(Failure.TOO_LARGE, Failure.MALFORMED)) {
            List<CloudEffect> positions = sync.step(new Failed(true, failure, "no", 0), 1_000);
            assertTrue(
                    positions.stream().allMatch(CloudEffect.Trouble.class::isInstance),
                    "asked again at once: " + positions);
            List<CloudEffect> pulled = sync.step(new Failed(false, failure, "no", 0), 1_000);
            assertTrue(
                    pulled.stream().allMatch(CloudEffect.Trouble.class::isInstance), "asked again at once: " + pulled);
            assertEquals(2, sync.step(new CloudInput.Tick(), 400_000).size(), "after the pause both are asked");
        }
    }
}
