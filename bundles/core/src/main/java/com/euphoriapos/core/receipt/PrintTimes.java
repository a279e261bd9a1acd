package com.euphoriapos.core.receipt;

/**
 * How long the print queue waits.
 *
 * @param retryMinMillis before the first retry of a job that failed; nothing shortens it, so a flapping printer can't spin
 * @param retryMaxMillis the longest pause before a retry, unless something changes for the better
 * @param idleMillis between looks at the queue when nobody calls
 * @param saleMillis how long a receipt waits for its sale's drawer to be opened first
 */
record PrintTimes(long retryMinMillis, long retryMaxMillis, long idleMillis, long saleMillis) {
    static final PrintTimes NORMAL = new PrintTimes(1_000, 15_000, 30_000, 1_000);

    /** The pause after so many failures in a row: doubled each time, up to the longest. */
    long retryMillis(int failures) {
        return Math.min(retryMaxMillis, retryMinMillis << Math.min(failures - 1, 10));
    }
}
