package com.euphoriapos.store.sqlite;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time that never goes back: the clock's milliseconds while they advance, else the last ones with a counter.
 *
 * @param millis 48 bits of epoch milliseconds
 * @param counter 16 bits
 */
record HybridTime(long millis, int counter) {
    private static final int COUNTER_MAX = 0xffff;
    private static final int MILLIS_DIGITS = 12;
    private static final int COUNTER_DIGITS = 4;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{4}");

    /** Before everything. */
    static final HybridTime START = new HybridTime(0, 0);

    /** The time of what happens next. */
    HybridTime next(long nowMillis) {
        if (nowMillis > millis) {
            return new HybridTime(nowMillis, 0);
        }
        return counter < COUNTER_MAX ? new HybridTime(millis, counter + 1) : new HybridTime(millis + 1, 0);
    }

    /** Reads what {@link #toString} wrote. */
    static HybridTime parse(String text) {
        return new HybridTime(
                HexFormat.fromHexDigitsToLong(text, 0, MILLIS_DIGITS),
                HexFormat.fromHexDigits(text, MILLIS_DIGITS + 1, text.length()));
    }

    /** As {@link #parse}; empty for what is no time. */
    static Optional<HybridTime> read(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(parse(text)) : Optional.empty();
    }

    boolean isAfter(HybridTime other) {
        return millis > other.millis || millis == other.millis && counter > other.counter;
    }

    /** Sortable, such as {@code 018f3c2a1b2c-0003}. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(millis, MILLIS_DIGITS) + "-" + hex.toHexDigits(counter, COUNTER_DIGITS);
    }
}
