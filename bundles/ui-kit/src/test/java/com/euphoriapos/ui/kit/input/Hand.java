package com.euphoriapos.ui.kit.input;

import com.euphoriapos.ui.kit.input.Stroke.Phase;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the key events of fingers and of scanners, each with its time. */
final class Hand {
    private final List<Stroke> strokes = new ArrayList<>();

    /** One key, pressed at a time and held for a while. */
    Hand key(char symbol, long when, long held) {
        int code = Character.toUpperCase(symbol);
        strokes.add(new Stroke(Phase.PRESSED, code, symbol, 0, when, null));
        strokes.add(new Stroke(Phase.TYPED, KeyEvent.VK_UNDEFINED, symbol, 0, when, null));
        strokes.add(new Stroke(Phase.RELEASED, code, symbol, 0, when + held, null));
        return this;
    }

    /** A key without a character. */
    Hand action(int code, long when, long held) {
        strokes.add(new Stroke(Phase.PRESSED, code, KeyEvent.CHAR_UNDEFINED, 0, when, null));
        strokes.add(new Stroke(Phase.RELEASED, code, KeyEvent.CHAR_UNDEFINED, 0, when + held, null));
        return this;
    }

    Hand enter(long when) {
        return key('\n', when, 2);
    }

    /** A scan whose characters follow each other after {@code gap}; returns when its last key was pressed. */
    long scan(String data, long when, int gap, boolean enter) {
        long at = when;
        for (char symbol : data.toCharArray()) {
            key(symbol, at, Math.max(1, gap / 3));
            at += gap;
        }
        if (enter) {
            enter(at);
            return at;
        }
        return at - gap;
    }

    /** All events by time; of one time, in the order they were made. */
    List<Stroke> inOrder() {
        List<Stroke> ordered = new ArrayList<>(strokes);
        ordered.sort(Comparator.comparingLong(Stroke::when));
        return ordered;
    }
}
