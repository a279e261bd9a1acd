package com.euphoriapos.device.io;

/**
 * How often a broken link is tried again.
 *
 * @param firstMillis the first pause after a loss, at least 1
 * @param lastMillis the longest pause; each one is twice the last
 * @param presenceMillis how often an open link is asked whether its device is still there
 */
public record Pace(int firstMillis, int lastMillis, int presenceMillis) {
    /** Half a second to five seconds; looked at often enough that an unplugged device shows within two seconds. */
    public static final Pace USUAL = new Pace(500, 5_000, 1_500);

    public Pace {
        if (firstMillis < 1 || lastMillis < firstMillis || presenceMillis < 1) {
            throw new IllegalArgumentException("pauses are positive, and the last is not shorter than the first");
        }
    }
}
