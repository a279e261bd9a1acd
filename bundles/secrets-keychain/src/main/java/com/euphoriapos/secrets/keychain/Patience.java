package com.euphoriapos.secrets.keychain;

import java.util.function.LongSupplier;

/**
 * How long a keychain is waited for.
 *
 * @param waitMillis a caller waits so long for an answer
 * @param startMillis so long after the start of the lane a keychain may still be starting too
 * @param startedNanos when the lane started, in the time of {@code nanoTime}
 * @param nanoTime a clock that nobody sets
 */
record Patience(long waitMillis, long startMillis, long startedNanos, LongSupplier nanoTime) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Whether the keychain may still be starting. */
    boolean isStarting() {
        return nanoTime.getAsLong() - startedNanos < startMillis * NANOS_PER_MILLI;
    }
}
