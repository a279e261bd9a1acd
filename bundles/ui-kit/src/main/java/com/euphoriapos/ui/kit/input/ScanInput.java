package com.euphoriapos.ui.kit.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan, whichever way it came.
 *
 * @param data what the scanner sent, without prefix and terminator; may hold the GS separator (U+001D)
 * @param symbology what the scanner says it read, or null when it does not say
 * @param source who delivered it, such as {@code "wedge"} or a device's name
 * @param at when its first character came in
 */
public record ScanInput(String data, @Nullable String symbology, String source, Instant at) {
    public ScanInput {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("a scan has data");
        }
    }
}
