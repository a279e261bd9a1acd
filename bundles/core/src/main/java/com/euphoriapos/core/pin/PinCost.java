package com.euphoriapos.core.pin;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Finds what a hash may cost on this machine. */
public final class PinCost {
    /** The longest that a check should take. */
    static final long NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(80);

    private static final int COST_LIMIT = 14;
    // Cheaper by 2^2 than the least cost: enough to measure, and set-up does not wait.
    private static final int PROBE_COST = 8;
    private static final int PROBES = 3;

    private PinCost() {}

    /** The highest cost whose check stays within 80 ms, but never below {@link PinHashing#COST_MIN}. */
    public static int calibrate(PinHashing hashing, LongSupplier nanoTime) {
        char[] probe = {'p', 'r', 'o', 'b', 'e'};
        hashing.hash(probe, PROBE_COST);
        long slowest = 0;
        for (int i = 0; i < PROBES; i++) {
            long start = nanoTime.getAsLong();
            hashing.hash(probe, PROBE_COST);
            slowest = Math.max(slowest, nanoTime.getAsLong() - start);
        }
        int cost = PROBE_COST;
        while (cost < COST_LIMIT && slowest * 2 <= NANOS_MAX) {
            slowest *= 2;
            cost++;
        }
        return Math.max(cost, PinHashing.COST_MIN);
    }
}
