package com.euphoriapos.sync.cloud.protocol;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to ask for what was changed centrally. */
final class Pulls {
    /** Between two requests that the cloud keeps until something is new. */
    private static final long BREATH_MILLIS = 1_000;

    private final Pacing pacing;
    private final RandomGenerator random;
    private boolean asked;
    private long askedAt;
    /** Whether what is asked was asked before the last wish. */
    private boolean beforeWish;

    private boolean waits;
    /** Whether the cloud keeps requests until something is new. The first one is answered at once, and shows the line. */
    private boolean first = true;

    private long nextAt = Long.MIN_VALUE;

    Pulls(Pacing pacing, RandomGenerator random) {
        this.pacing = pacing;
        this.random = random;
    }

    void wish(long now) {
        nextAt = now;
        first = true;
        beforeWish = asked;
    }

    boolean isBeforeWish() {
        return beforeWish;
    }

    /** Whether it was an answer. */
    boolean take(CloudInput input, long now) {
        if (input instanceof CloudInput.Pulled pulled) {
            answered();
            nextAt = pulled.more() ? now : now + 1 + random.nextLong(BREATH_MILLIS);
            return true;
        }
        if (input instanceof CloudInput.NothingNew) {
            answered();
            boolean kept = waits && now - askedAt >= pacing.waitSeconds() * 500L;
            nextAt = kept || first ? now + 1 + random.nextLong(BREATH_MILLIS) : now + jittered();
            first = false;
            return true;
        }
        return false;
    }

    private void answered() {
        asked = false;
        beforeWish = false;
    }

    private long jittered() {
        long fifth = pacing.pull() / 5;
        return pacing.pull() - fifth + random.nextLong(2 * fifth + 1);
    }

    void failed() {
        answered();
        first = true;
    }

    Optional<CloudEffect> next(long now) {
        if (asked || now < nextAt) {
            return Optional.empty();
        }
        asked = true;
        askedAt = now;
        waits = !first;
        return Optional.of(new CloudEffect.Pull(waits ? pacing.waitSeconds() : 0));
    }
}
