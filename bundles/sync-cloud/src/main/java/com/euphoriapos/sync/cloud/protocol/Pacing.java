package com.euphoriapos.sync.cloud.protocol;

/**
 * Times and sizes, in milliseconds where nothing else is said.
 *
 * @param pull between two pulls without a wait, a fifth more or less
 * @param waitSeconds how long the cloud may keep a pull until something is new
 * @param pause the longest pause after the first failure; doubled with each one
 * @param pauseMax the longest of all
 * @param lag how long another lane's events may be missing in the cloud before this lane brings them
 * @param stuck before what the cloud refused for good is offered again
 * @param eventsMax events in a batch
 * @param bytesMax bytes of payload in a batch
 */
public record Pacing(
        long pull, int waitSeconds, long pause, long pauseMax, long lag, long stuck, int eventsMax, int bytesMax) {
    /** As the lane runs. */
    public static final Pacing USUAL = new Pacing(30_000, 25, 1_000, 300_000, 120_000, 3_600_000, 100, 256 << 10);

    public Pacing {
        if (pull < 1
                || waitSeconds < 0
                || pause < 1
                || pauseMax < pause
                || lag < 1
                || stuck < 1
                || eventsMax < 1
                || bytesMax < 1) {
            throw new IllegalArgumentException("times and sizes are positive");
        }
    }

    /** The same with another patience. */
    public Pacing withLag(long other) {
        return new Pacing(pull, waitSeconds, pause, pauseMax, other, stuck, eventsMax, bytesMax);
    }
}
