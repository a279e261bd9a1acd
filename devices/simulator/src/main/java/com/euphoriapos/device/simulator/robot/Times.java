package com.euphoriapos.device.simulator.robot;

import java.math.BigDecimal;
import java.util.Arrays;

/** How long a thing took each time; of more than {@value #KEPT_MAX} times it keeps the last. One thread only. */
final class Times {
    private static final int KEPT_MAX = 200_000;
    private static final int PERCENT = 100;

    private long[] nanos = new long[64];
    private int count;

    void add(long tookNanos) {
        if (count >= nanos.length && nanos.length < KEPT_MAX) {
            nanos = Arrays.copyOf(nanos, Math.min(KEPT_MAX, nanos.length * 2));
        }
        nanos[count % nanos.length] = tookNanos;
        count++;
    }

    /** The smallest time that so many percent of all did not exceed, in milliseconds; zero when there is none. */
    BigDecimal millis(int percent) {
        int size = Math.min(count, nanos.length);
        if (size == 0) {
            return BigDecimal.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        long rank = ((long) percent * size + PERCENT - 1) / PERCENT;
        return inMillis(sorted[(int) Math.max(0, rank - 1)]);
    }

    static BigDecimal inMillis(long tookNanos) {
        return BigDecimal.valueOf(tookNanos / 1_000, 3);
    }
}
