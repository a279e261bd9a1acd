package com.euphoriapos.sync.cloud.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Pull;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Upload;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failed;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.CloudInput.NothingNew;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cloud takes nothing and gives all, or the other way round. */
final class OneDirectionFailsTest {
    private static final String ME = "a".repeat(64);
    private static final StreamId STREAM = new StreamId(ME, "01KK0000000000000000000001");
    private static final CloudEffect WELL = new CloudEffect.Trouble(0, "");

    private final CloudSync sync = new CloudSync(ME, Pacing.USUAL, new Random(1));
    private long now;

    private static Map<StreamId, Mark> at(long seq) {
        return Map.of(STREAM, new Mark(seq, "0".repeat(32)));
    }

    private static Failed failed(boolean upload, Failure failure) {
        return new Failed(upload, failure, "no", 0);
    }

    private List<CloudEffect> step(CloudInput input) {
        return sync.step(input, now);
    }

    private static boolean has(List<CloudEffect> effects, Class<? extends CloudEffect> type) {
        return effects.stream().anyMatch(type::isInstance);
    }

    /** The lane holds an event that the cloud lacks, and has offered it. */
    private void offers() {
        step(new CloudInput.Holds(at(1)));
        assertTrue(has(step(new CloudInput.Positions(Map.of(), true)), Upload.class));
    }

    /** The cloud answers each question and takes no batch; returns when batches were offered. */
    private List<Long> takesNothingUntil(long end) {
        List<Long> offered = new ArrayList<>();
        List<CloudEffect> effects = step(failed(true, Failure.TROUBLE));
        for (; now < end; now += 500) {
            List<CloudEffect> next = new ArrayList<>();
            for (CloudEffect effect : effects) {
                if (effect instanceof Upload) {
                    offered.add(now);
                    next.addAll(step(failed(true, Failure.TROUBLE)));
                } else if (effect instanceof Pull) {
                    next.addAll(step(new NothingNew()));
                    assertFalse(sync.isWell(), "an answer to a pull is none to a batch");
                }
                assertFalse(effect.equals(WELL));
            }
            next.addAll(step(new Tick()));
            effects = next;
        }
        return offered;
    }

    @Test
    void waitsLongerWithEachBatchThatIsNotTakenWhileItPulls() {
        offers();

        List<Long> offered = takesNothingUntil(3_600_000);

        assertTrue(offered.size() < 60, "without an end to the doubling there would be thousands: " + offered.size());
        assertTrue(offered.size() > 12, "after five minutes at most it is offered again: " + offered.size());
    }

    @Test
    void isWellOnceTheBatchIsTaken() {
        offers();
        step(failed(true, Failure.TROUBLE));
        step(new NothingNew());
        now = 400_000;
        step(new Tick());

        assertTrue(step(new CloudInput.Taken(List.of(), at(1))).contains(WELL));
        assertTrue(sync.isWell());
    }

    @Test
    void sendsAtOnceWhenAPullShowsThatTheLineIsBack() {
        offers();
        for (int i = 0; i < 12; i++) {
            step(failed(true, Failure.UNREACHABLE));
        }

        assertEquals(
                1,
                step(new NothingNew()).stream()
                        .filter(CloudEffect.AskPositions.class::isInstance)
                        .count());
    }

    @Test
    void letsBothWaitWhenTheCloudAsksForIt() {
        offers();
        step(new Failed(true, Failure.TROUBLE, "busy", 60_000));
        step(new NothingNew());

        now = 59_000;
        assertEquals(List.of(), step(new Tick()));
        now = 120_000;
        assertTrue(has(step(new Tick()), Pull.class));
    }

    @Test
    void isNotUnwellForWhatAnotherLaneBroughtMeanwhile() {
        offers();
        step(failed(true, Failure.UNREACHABLE));
        assertTrue(has(step(new NothingNew()), CloudEffect.AskPositions.class));

        assertTrue(step(new CloudInput.Positions(at(1), true)).contains(WELL));
    }
}
