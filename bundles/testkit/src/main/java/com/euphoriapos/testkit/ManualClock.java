package com.euphoriapos.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that stands until a test moves it; with the monotone time beside it, which no change of the clock moves. Thread-safe. */
public final class ManualClock extends Clock {
    private final ZoneId zone;
    private Instant now;
    private long nanos;

    /** Standing at that moment, in UTC. */
    public ManualClock(Instant start) {
        this(start, ZoneOffset.UTC);
    }

    private ManualClock(Instant start, ZoneId zone) {
        this.now = Objects.requireNonNull(start);
        this.zone = zone;
    }

    /** Time passes: both times move. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Somebody sets the clock: the monotone time stays. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** The monotone time, in place of {@link System#nanoTime()}. */
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return zone.equals(other) ? this : Clock.fixed(instant(), other);
    }
}
