package com.euphoriapos.sync.engine;

import java.time.Duration;

/** Spans of time in words, as short as the lane bar needs them. */
final class Ages {
    private Ages() {}

    static String text(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }
}
