package com.euphoriapos.store.sqlite;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Names one opening of the database. Random, so that a restored backup, a copied disk or a second copy that runs can never give a
 * number of the event log twice; led by the time, so that epochs sort.
 *
 * @param id 26 characters: a ULID
 */
record Epoch(String id) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final int SESSION_LENGTH = 3;

    /** A new one. */
    static Epoch random(RandomGenerator random, long nowMillis) {
        char[] id = new char[LENGTH];
        long time = nowMillis;
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            id[i] = DIGITS.charAt((int) (time & (DIGITS.length() - 1)));
            time >>>= BITS;
        }
        for (int i = TIME_DIGITS; i < LENGTH; i++) {
            id[i] = DIGITS.charAt(random.nextInt(DIGITS.length()));
        }
        return new Epoch(new String(id));
    }

    /** A new one that sorts after the last, also where the clock went back. */
    static Epoch after(Optional<String> last, RandomGenerator random, long nowMillis) {
        long floor = last.map(Epoch::time).map(time -> time + 1).orElse(0L);
        return random(random, Math.max(nowMillis, floor));
    }

    private static long time(String epoch) {
        long time = 0;
        for (int i = 0; i < Math.min(TIME_DIGITS, epoch.length()); i++) {
            time = time << BITS | Math.max(0, DIGITS.indexOf(epoch.charAt(i)));
        }
        return time;
    }

    /** The session part of receipt numbers: its last characters. A counter that was rolled back prints another number. */
    String session() {
        return id.substring(LENGTH - SESSION_LENGTH);
    }
}
