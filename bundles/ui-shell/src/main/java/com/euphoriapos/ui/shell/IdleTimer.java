package com.euphoriapos.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long nobody has used the register. The monotone time counts; the clock beside it counts where it went further, because the
 * monotone time stands while a machine sleeps. A clock that is set back prolongs nothing. Not thread-safe.
 */
final class IdleTimer {
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private Instant usedAt;
    private long usedAtNanos;

    /** @param nanoTime such as {@link System#nanoTime()} */
    IdleTimer(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        usedAt = clock.instant();
        usedAtNanos = nanoTime.getAsLong();
    }

    /** Somebody uses it now. */
    void used() {
        usedAt = clock.instant();
        usedAtNanos = nanoTime.getAsLong();
    }

    /** Since when nobody did. */
    Duration idle() {
        Duration monotone = Duration.ofNanos(nanoTime.getAsLong() - usedAtNanos);
        Duration byClock = Duration.between(usedAt, clock.instant());
        return byClock.compareTo(monotone) > 0 ? byClock : monotone;
    }
}
