package com.euphoriapos.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured thing.
 *
 * @param name what was measured
 * @param median of the runs
 * @param p99 of the runs; the largest where there are fewer than a hundred
 * @param unit of both
 * @param baseline median of the yardstick in the same run, in the same unit
 * @param target what was promised, in words
 * @param met whether this run kept the promise; empty where nothing is promised
 */
record Result(
        String name,
        double median,
        double p99,
        String unit,
        Optional<Double> baseline,
        String target,
        Optional<Boolean> met) {
    /** Something with a limit for its 99th percentile. */
    static Result within(String name, Samples samples, double limitMillis) {
        double p99 = samples.millis(99);
        return new Result(
                name,
                samples.millis(50),
                p99,
                "ms",
                Optional.empty(),
                "p99 ≤ " + Samples.text(limitMillis) + " ms",
                Optional.of(p99 <= limitMillis));
    }

    /** One value that may be so much. */
    static Result atMost(String name, double value, String unit, double limit) {
        return new Result(
                name,
                value,
                value,
                unit,
                Optional.empty(),
                "≤ " + Samples.text(limit) + " " + unit,
                Optional.of(value <= limit));
    }

    /** Something that may take so many times as long as its yardstick, by the medians. */
    static Result times(String name, Samples samples, Samples baseline, double limit) {
        double ratio = samples.micros(50) / baseline.micros(50);
        boolean small = baseline.micros(50) < 10_000;
        return new Result(
                name,
                small ? samples.micros(50) : samples.millis(50),
                small ? samples.micros(99) : samples.millis(99),
                small ? "us" : "ms",
                Optional.of(small ? baseline.micros(50) : baseline.millis(50)),
                "≤ " + (limit < 1.1 ? String.format(Locale.ROOT, "%.2f", limit) : Samples.text(limit)) + " × baseline",
                Optional.of(ratio <= limit));
    }

    /** Something that nothing is promised for, beside its yardstick, by the medians. */
    static Result compared(String name, Samples samples, Samples baseline) {
        return new Result(
                name,
                samples.micros(50),
                samples.micros(99),
                "us",
                Optional.of(baseline.micros(50)),
                "none",
                Optional.empty());
    }

    /** Something that nothing is promised for. */
    static Result plain(String name, Samples samples) {
        return new Result(
                name, samples.micros(50), samples.micros(99), "us", Optional.empty(), "none", Optional.empty());
    }

    Optional<Double> ratio() {
        return baseline.map(other -> median / other);
    }
}
