package com.euphoriapos.sync.cloud.protocol;

import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A lane and its cloud. Two things go on side by side, one request each at a time: what the lane holds goes up, and what was changed
 * centrally comes down. Nothing is sent again by a timer of its own: after a failure the cloud's positions say where to go on. Knows no
 * wall clock. Not thread-safe.
 */
public final class CloudSync {
    private final Pacing pacing;
    private final RandomGenerator random;
    private final Uploads uploads;
    private final Pulls pulls;

    private int failures;
    private long retryAt = Long.MIN_VALUE;
    private boolean gone;

    /**
     * @param me this lane's identity
     * @param random for pauses
     */
    public CloudSync(String me, Pacing pacing, RandomGenerator random) {
        this.pacing = pacing;
        this.random = random;
        this.uploads = new Uploads(me, pacing, random);
        this.pulls = new Pulls(pacing, random);
    }

    /** Whether the cloud sent the lane away: nothing is asked any more until somebody enrols it anew. */
    public boolean isGone() {
        return gone;
    }

    /** How many events the lane holds of its own that the cloud lacks, as far as is known. */
    public long backlog() {
        return uploads.backlog();
    }

    /** Whether nothing is under way or due that goes up. */
    public boolean isSettled() {
        return uploads.isSettled();
    }

    /** How far the lane's own streams go that the cloud lacks something of, the oldest first, and the newest in any case. */
    public List<CloudEffect.Want> heads() {
        return uploads.heads();
    }

    /** The oldest of the lane's own events that the cloud lacks, as far as is known. */
    public Optional<CloudEffect.Want> oldest() {
        return uploads.oldest();
    }

    /**
     * Takes one step.
     *
     * @param now milliseconds of a clock that never goes back
     */
    public List<CloudEffect> step(CloudInput input, long now) {
        List<CloudEffect> effects = new ArrayList<>();
        if (input instanceof CloudInput.Failed failed) {
            failed(failed, now, effects);
        } else if (input instanceof CloudInput.Wish) {
            gone = false;
            retryAt = now;
            uploads.wish();
            pulls.wish(now);
        } else {
            boolean answered = uploads.take(input, now, effects) || pulls.take(input, now);
            if (answered) {
                well(effects);
            }
            if (input instanceof CloudInput.Pulled pulled && pulled.reset()) {
                uploads.doubt();
            }
        }
        if (!gone && now >= retryAt) {
            uploads.next(now).ifPresent(effects::add);
            pulls.next(now).ifPresent(effects::add);
        }
        return effects;
    }

    private void well(List<CloudEffect> effects) {
        if (failures > 0) {
            failures = 0;
            effects.add(new CloudEffect.Trouble(0, ""));
        }
    }

    private void failed(CloudInput.Failed failed, long now, List<CloudEffect> effects) {
        if (!failed.upload()) {
            pulls.failed();
        } else if (uploads.failed(failed, now, effects)) {
            return;
        }
        failures++;
        gone = gone || failed.failure() == Failure.GONE;
        long most = Math.min(pacing.pauseMax(), pacing.pause() << Math.min(failures - 1, 20));
        retryAt = Math.max(retryAt, now + failed.retryAfterMillis() + 1 + random.nextLong(most));
        effects.add(new CloudEffect.Trouble(failures, failed.reason()));
    }
}
