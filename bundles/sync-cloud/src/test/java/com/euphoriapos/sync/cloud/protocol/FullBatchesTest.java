package com.euphoriapos.sync.cloud.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A lane that sells fast does not ask the cloud for each sale. */
final class FullBatchesTest {
    private static final String ME = "a".repeat(64);
    private static final StreamId STREAM = new StreamId(ME, "01KK0000000000000000000001");

    private final CloudSync sync = new CloudSync(ME, Pacing.USUAL, new Random(1));

    private static Map<StreamId, Mark> at(long seq) {
        return Map.of(STREAM, new Mark(seq, "0".repeat(32)));
    }

    private long uploads(CloudInput input, long now) {
        return sync.step(input, now).stream()
                .filter(CloudEffect.Upload.class::isInstance)
                .count();
    }

    /** The cloud has an event of two, and took the second at that moment. */
    private void sent(long now) {
        sync.step(new CloudInput.Holds(at(2)), 0);
        assertEquals(1, uploads(new CloudInput.Positions(at(1), true), 0));
        assertEquals(0, uploads(new CloudInput.Taken(List.of(), at(2)), now));
    }

    @Test
    void restsAfterABatchThatTookAll() {
        sent(1_000);

        assertEquals(0, uploads(new CloudInput.Holds(at(3)), 1_001));
        assertEquals(0, uploads(new CloudInput.Tick(), 1_199));
        assertEquals(1, uploads(new CloudInput.Tick(), 1_200));
    }

    @Test
    void sendsAFullBatchAtOnce() {
        sent(1_000);

        assertEquals(1, uploads(new CloudInput.Holds(at(102)), 1_001));
    }

    @Test
    void restsNoLongerWhenSomebodyAsks() {
        sent(1_000);
        sync.step(new CloudInput.Holds(at(3)), 1_001);

        sync.step(new CloudInput.Wish(1), 1_002);

        assertEquals(1, uploads(new CloudInput.Positions(at(2), true), 1_003));
    }
}
