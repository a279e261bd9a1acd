package com.euphoriapos.sync.lane;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next dial: at random between nothing and a bound that doubles with each failure, so that lanes that
 * lost each other in the same moment do not all come back in the same moment.
 *
 * @param baseMillis bound after the first failure
 * @param capMillis the largest bound
 */
record Backoff(long baseMillis, long capMillis) {
    private static final int DOUBLINGS_MAX = 20;

    Backoff {
        if (baseMillis < 1 || capMillis < baseMillis) {
            throw new IllegalArgumentException("no pause: " + baseMillis + " to " + capMillis);
        }
    }

    /** @param failures in a row, 0 for a link that stood and is gone */
    long pauseMillis(int failures, RandomGenerator random) {
        int doublings = Math.min(Math.max(failures - 1, 0), DOUBLINGS_MAX);
        return random.nextLong(Math.min(capMillis, baseMillis << doublings) + 1);
    }
}
