package com.euphoriapos.core.pin;

import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong PINs of the lane, because a wrong PIN belongs to nobody, and locks it: five failures for 30 s, each further one for twice
 * as long, up to 15 min. Only time in which the process runs counts, by the monotone clock: after a restart what was left of the
 * lock when it was last kept begins anew, wherever the lane's clock was set meanwhile. A right PIN ends the row of failures, but they
 * stay counted for a while, so that somebody who has a PIN can't use it to guess on at others'. Reading is thread-safe, changing is not.
 */
final class Lockout {
    static final int FAILURES_ALLOWED = 5;
    static final int UNLOCKS_ALLOWED = 3;
    /** So many failures in a while lock too, whoever signed in between; each is forgotten after some time. */
    static final int RECENT_ALLOWED = 20;

    static final Duration RECENT_FORGOTTEN = Duration.ofMinutes(5);
    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Lockout.class);
    private static final int DOUBLINGS_MAX = 5;

    private final LongSupplier nanoTime;
    private volatile State state = new State(0, 0, 0, Duration.ZERO, Recent.NONE);

    Lockout(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long nobody can sign in; zero when somebody can. On any thread. */
    Duration remaining() {
        State now = state;
        Duration passed = Duration.ofNanos(nanoTime.getAsLong() - now.lockedAtNanos);
        Duration left = now.lockedFor.minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    int failures() {
        return state.failures;
    }

    /** Another failure; one while it is locked makes the lock longer. */
    void failed() {
        int failures = Math.min(state.failures + 1, Integer.MAX_VALUE - 1);
        int unlocks = remaining().isZero() ? 0 : state.unlocks;
        Recent recent = recent();
        Recent more = new Recent(recent.failures + 1, recent.sinceNanos);
        int over = Math.max(failures - FAILURES_ALLOWED, more.failures - RECENT_ALLOWED);
        Duration wanted = over < 0 ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(over, DOUBLINGS_MAX));
        lock(failures, unlocks, wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted, more);
    }

    /** What is left of the failures of late; one is forgotten whenever some time is over. */
    private Recent recent() {
        Recent kept = state.recent;
        long now = nanoTime.getAsLong();
        long over = kept.failures == 0 ? 0 : (now - kept.sinceNanos) / RECENT_FORGOTTEN.toNanos();
        return over >= kept.failures
                ? new Recent(0, now)
                : new Recent(kept.failures - (int) over, kept.sinceNanos + over * RECENT_FORGOTTEN.toNanos());
    }

    /** Whether somebody may try to unlock, which is counted: three times while a lock lasts. */
    boolean triesToUnlock() {
        State now = state;
        if (remaining().isZero()) {
            return true;
        }
        if (now.unlocks >= UNLOCKS_ALLOWED) {
            return false;
        }
        state = new State(now.failures, now.unlocks + 1, now.lockedAtNanos, now.lockedFor, now.recent);
        return true;
    }

    /** Somebody signed in or allowed something. */
    void succeeded() {
        lock(0, 0, Duration.ZERO, recent());
    }

    /** Somebody who may unlocked: nothing is counted any longer. */
    void unlocked() {
        lock(0, 0, Duration.ZERO, Recent.NONE);
    }

    /** Whether nothing is counted. */
    boolean isClear() {
        return state.failures == 0 && recent().failures == 0;
    }

    /** The state to keep. */
    String encode() {
        State now = state;
        long left = remaining().toMillis();
        return Json.object(json -> {
            json.writeNumberField("failures", now.failures);
            json.writeNumberField("unlocks", now.unlocks);
            json.writeNumberField("lockedMillis", left);
            json.writeNumberField("recent", recent().failures);
        });
    }

    /** Goes on from a kept state; one that can't be read locks once, as if somebody had tampered with it. */
    void restore(String kept) {
        try {
            JsonObject stored = Json.parseObject(kept);
            int failures = Math.max(0, stored.smallNumber("failures"));
            int unlocks = Math.toIntExact(Math.max(0, stored.number("unlocks", 0)));
            long left = Math.min(Math.max(0, stored.number("lockedMillis")), LONGEST.toMillis());
            int recent = Math.toIntExact(Math.max(failures, stored.number("recent", 0)));
            lock(failures, unlocks, Duration.ofMillis(left), new Recent(recent, nanoTime.getAsLong()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.warn("The kept lockout can't be read, sign-in is locked for {}: {}", FIRST, e.getMessage());
            lock(FAILURES_ALLOWED, 0, FIRST, new Recent(FAILURES_ALLOWED, nanoTime.getAsLong()));
        }
    }

    private void lock(int failures, int unlocks, Duration duration, Recent recent) {
        state = new State(failures, unlocks, nanoTime.getAsLong(), duration, recent);
    }

    private record State(int failures, int unlocks, long lockedAtNanos, Duration lockedFor, Recent recent) {}

    /** @param sinceNanos when the next of them began to be forgotten */
    private record Recent(int failures, long sinceNanos) {
        static final Recent NONE = new Recent(0, 0);
    }
}
