package com.euphoriapos.shell;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes about elsewhere in the lane, and of which nobody tells. */
final class Patience {
    private static final Duration LOOK = Duration.ofMillis(20);

    private Patience() {}

    /**
     * Looks until it is so, at most for that long. Blocks the calling thread.
     *
     * @return whether it is so
     */
    static boolean until(BooleanSupplier condition, Duration most) {
        for (Duration left = most; left.compareTo(Duration.ZERO) > 0; left = left.minus(LOOK)) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return condition.getAsBoolean();
    }
}
