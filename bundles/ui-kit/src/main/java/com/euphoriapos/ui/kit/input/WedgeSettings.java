package com.euphoriapos.ui.kit.input;

import java.awt.event.KeyEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How scans of a keyboard wedge are told from typing.
 *
 * @param prefix the key a scan begins with; set, it is the only sign of a scan, and typing is never held back
 * @param suffix the key a scan ends with; null for Enter or Tab
 * @param gapMillis the longest pause between two characters of a scan, 5 to 200; 35 by cable, 50 to 80 by Bluetooth
 * @param silenceMillis the pause that ends a scan without terminator, at least gapMillis
 * @param charsMin the shortest scan, 2 to 50
 */
public record WedgeSettings(
        @Nullable Mark prefix, @Nullable Mark suffix, int gapMillis, int silenceMillis, int charsMin) {
    public WedgeSettings {
        require(gapMillis >= 5 && gapMillis <= 200, "gapMillis must be 5 to 200");
        require(silenceMillis >= gapMillis && silenceMillis <= 1000, "silenceMillis must be gapMillis to 1000");
        require(charsMin >= 2 && charsMin <= 50, "charsMin must be 2 to 50");
    }

    private static void require(boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Burst timing as measured with common scanners. */
    public static WedgeSettings standard() {
        return new WedgeSettings(null, null, 35, 60, 6);
    }

    public WedgeSettings withPrefix(Mark mark) {
        return new WedgeSettings(mark, suffix, gapMillis, silenceMillis, charsMin);
    }

    public WedgeSettings withSuffix(Mark mark) {
        return new WedgeSettings(prefix, mark, gapMillis, silenceMillis, charsMin);
    }

    boolean ends(Stroke stroke) {
        Mark mark = suffix;
        return mark == null ? stroke.terminator() : mark.is(stroke);
    }

    boolean begins(Stroke stroke) {
        Mark mark = prefix;
        return mark != null && mark.is(stroke);
    }

    /**
     * A key that marks the begin or the end of a scan.
     *
     * @param code virtual key code, or 0 when told by its symbol
     */
    public record Mark(int code, char symbol) {
        public static Mark key(int code) {
            return new Mark(code, KeyEvent.CHAR_UNDEFINED);
        }

        public static Mark symbol(char symbol) {
            return new Mark(0, symbol);
        }

        /** Reads "~" or "F12"; empty for words that are no key. */
        public static Optional<Mark> parse(String text) {
            if (text.length() == 1) {
                return Optional.of(symbol(text.charAt(0)));
            }
            if (text.matches("F([1-9]|1[0-9]|2[0-4])")) {
                int number = Integer.parseInt(text.substring(1));
                return Optional.of(key(number <= 12 ? KeyEvent.VK_F1 + number - 1 : KeyEvent.VK_F13 + number - 13));
            }
            return Optional.empty();
        }

        boolean is(Stroke stroke) {
            return code > 0 ? stroke.code() == code : stroke.symbol() == symbol;
        }
    }
}
