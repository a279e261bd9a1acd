package com.euphoriapos.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Durations of one thing, sorted.
 *
 * @param nanos how long each took
 */
record Samples(long[] nanos) {
    Samples {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    double micros(int percent) {
        return at(percent) / 1_000.0;
    }

    double millis(int percent) {
        return at(percent) / 1_000_000.0;
    }

    private long at(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)];
    }

    /** A figure as it is written: one decimal is enough for all of them. */
    static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
