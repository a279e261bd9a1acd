package com.euphoriapos.sync.cloud.protocol;

import com.euphoriapos.sync.cloud.protocol.CloudInput.Failed;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import java.util.random.RandomGenerator;

/** How long one direction waits after its failures. */
final class Patience {
    private static final int DOUBLED_MAX = 20;

    private final Pacing pacing;
    private final RandomGenerator random;
    private int failures;
    private boolean cutOff;
    private long retryAt = Long.MIN_VALUE;

    Patience(Pacing pacing, RandomGenerator random) {
        this.pacing = pacing;
        this.random = random;
    }

    /** Failures since it last went well. */
    int failures() {
        return failures;
    }

    boolean mayAsk(long now) {
        return now >= retryAt;
    }

    /** @param atOnce whether it need not pause, but for what the cloud asks for */
    void failed(Failed failed, boolean atOnce, long now) {
        failures++;
        cutOff = failed.failure() == Failure.UNREACHABLE || failed.failure() == Failure.STRANGER;
        long most = Math.min(pacing.pauseMax(), pacing.pause() << Math.min(failures - 1, DOUBLED_MAX));
        long pause = atOnce ? 0 : 1 + random.nextLong(most);
        notBefore(now + failed.retryAfterMillis() + pause);
    }

    void notBefore(long moment) {
        retryAt = Math.max(retryAt, moment);
    }

    /** It went well; whether it had not before. */
    boolean well() {
        boolean failed = failures > 0;
        failures = 0;
        cutOff = false;
        return failed;
    }

    /** The other direction was answered: what failed for want of a line need not wait any longer. */
    void lineIsBack(long now) {
        if (cutOff) {
            cutOff = false;
            retryAt = now;
        }
    }

    /** Somebody wants it now. */
    void atOnce(long now) {
        retryAt = now;
    }
}
