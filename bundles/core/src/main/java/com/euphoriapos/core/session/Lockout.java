package com.euphoriapos.core.session;

import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong PINs of the lane, because a wrong PIN belongs to nobody, and locks its sign-in: five failures for 30 s, each
 * further one for twice as long, up to 15 min. While the process lives only the monotone time counts; after a restart the stored
 * end counts, but never for longer than the lock was made for, wherever the clock was set. Not thread-safe.
 */
final class Lockout {
    static final int FAILURES_ALLOWED = 5;
    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Lockout.class);
    private static final int DOUBLINGS_MAX = 5;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private int failures;
    private long lockedAtNanos;
    private Duration lockedFor = Duration.ZERO;

    Lockout(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** How long nobody can sign in; zero when somebody can. */
    Duration remaining() {
        Duration passed = Duration.ofNanos(nanoTime.getAsLong() - lockedAtNanos);
        Duration left = lockedFor.minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    int failures() {
        return failures;
    }

    /** Another failure. */
    void failed() {
        failures = Math.min(failures + 1, Integer.MAX_VALUE - 1);
        if (failures >= FAILURES_ALLOWED) {
            int doublings = Math.min(failures - FAILURES_ALLOWED, DOUBLINGS_MAX);
            Duration wanted = FIRST.multipliedBy(1L << doublings);
            lock(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
        }
    }

    /** Somebody signed in. */
    void succeeded() {
        failures = 0;
        lockedFor = Duration.ZERO;
    }

    /** The state to keep. */
    String encode() {
        Duration left = remaining();
        return Json.object(json -> {
            json.writeNumberField("failures", failures);
            json.writeNumberField("lockedMillis", left.toMillis());
            json.writeNumberField("until", clock.millis() + left.toMillis());
        });
    }

    /** Goes on from a kept state; one that can't be read locks once, as if somebody had tampered with it. */
    void restore(String kept) {
        try {
            JsonObject state = Json.parseObject(kept);
            failures = Math.max(0, state.smallNumber("failures"));
            long made = Math.min(Math.max(0, state.number("lockedMillis")), LONGEST.toMillis());
            long left = state.number("until") - clock.millis();
            lock(Duration.ofMillis(Math.max(0, Math.min(made, left))));
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.warn("The kept lockout can't be read, sign-in is locked for {}: {}", FIRST, e.getMessage());
            failures = FAILURES_ALLOWED;
            lock(FIRST);
        }
    }

    private void lock(Duration duration) {
        lockedFor = duration;
        lockedAtNanos = nanoTime.getAsLong();
    }
}
