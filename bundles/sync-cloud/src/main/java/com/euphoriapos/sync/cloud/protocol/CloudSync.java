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
    private final Uploads uploads;
    private final Pulls pulls;
    // One may fail for long while the other goes well: neither holds the other up, nor makes it look well.
    private final Patience up;
    private final Patience down;

    private boolean gone;
    private Optional<CloudInput.Wish> wish = Optional.empty();

    /**
     * @param me this lane's identity
     * @param random for pauses
     */
    public CloudSync(String me, Pacing pacing, RandomGenerator random) {
        this.uploads = new Uploads(me, pacing, random);
        this.pulls = new Pulls(pacing, random);
        this.up = new Patience(pacing, random);
        this.down = new Patience(pacing, random);
    }

    /** Whether the cloud sent the lane away: nothing is asked any more until somebody enrols it anew. */
    public boolean isGone() {
        return gone;
    }

    /** Whether the last that was asked in both directions was answered. */
    public boolean isWell() {
        return !gone && up.failures() == 0 && down.failures() == 0;
    }

    /** How many events the lane holds of its own that the cloud lacks, as far as is known. */
    public long backlog() {
        return uploads.backlog();
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
        } else if (input instanceof CloudInput.Wish wanted) {
            wish(wanted, now);
        } else {
            if (uploads.take(input, now, effects)) {
                // That the cloud says how far it is does not mean that it takes anything.
                boolean takes = input instanceof CloudInput.Taken || uploads.isSettled();
                answered(takes && up.well(), effects);
                down.lineIsBack(now);
            } else if (pulls.take(input, now)) {
                boolean nothingWaits = uploads.isSettled() && up.well();
                answered(down.well() || nothingWaits, effects);
                up.lineIsBack(now);
            }
            if (input instanceof CloudInput.Pulled pulled && pulled.reset()) {
                uploads.doubt();
            }
        }
        if (!gone && up.mayAsk(now)) {
            uploads.next(now).ifPresent(effects::add);
        }
        if (!gone && down.mayAsk(now)) {
            pulls.next(now).ifPresent(effects::add);
        }
        if (uploads.isSettled()) {
            wished(Optional.empty(), effects);
        }
        return effects;
    }

    private void wish(CloudInput.Wish wanted, long now) {
        wish = Optional.of(wanted);
        gone = false;
        up.atOnce(now);
        down.atOnce(now);
        uploads.wish();
        pulls.wish(now);
    }

    private void wished(Optional<String> trouble, List<CloudEffect> effects) {
        wish.ifPresent(done -> effects.add(new CloudEffect.Wished(done.number(), backlog(), trouble)));
        wish = Optional.empty();
    }

    private void answered(boolean again, List<CloudEffect> effects) {
        if (again && isWell()) {
            effects.add(new CloudEffect.Trouble(0, ""));
        }
    }

    private void failed(CloudInput.Failed failed, long now, List<CloudEffect> effects) {
        boolean old = failed.upload() ? uploads.isBeforeWish() : pulls.isBeforeWish();
        if (!failed.upload()) {
            pulls.failed();
        } else if (uploads.failed(failed, now, effects)) {
            return;
        }
        Patience of = failed.upload() ? up : down;
        of.failed(failed, old, now);
        // What the cloud asks for is about the lane, whatever the lane asked.
        Patience other = failed.upload() ? down : up;
        other.notBefore(now + failed.retryAfterMillis());
        gone = gone || failed.failure() == Failure.GONE && !old;
        effects.add(new CloudEffect.Trouble(of.failures(), failed.reason()));
        if (gone || failed.upload() && !old) {
            wished(Optional.of(failed.reason()), effects);
        }
    }
}
