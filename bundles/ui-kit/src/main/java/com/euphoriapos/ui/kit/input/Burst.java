package com.euphoriapos.ui.kit.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The keys held back while it is open whether they are a scan. Knows which of them a hand pressed meanwhile. */
final class Burst {
    /** No finger holds a key shorter. */
    private static final int FINGER_MILLIS = 20;

    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final long began;
    private long last;
    private int typed;
    private int repeats;
    private boolean silent;

    Burst(long began) {
        this.began = began;
        this.last = began;
    }

    void pressed(Stroke stroke, boolean data) {
        boolean repeat = !keys.isEmpty() && keys.get(keys.size() - 1).repeatedBy(stroke);
        repeats = repeat ? repeats + 1 : 0;
        anotherPressed();
        keys.add(new Key(stroke.code(), data, stroke.when()));
        add(stroke);
        last = stroke.when();
    }

    /** One more key, such as the terminator, was pressed while those that are down were down. */
    void anotherPressed() {
        keys.stream().filter(key -> !key.released).forEach(key -> key.overlaps++);
    }

    void typed(Stroke stroke) {
        if (!keys.isEmpty()) {
            Key key = keys.get(keys.size() - 1);
            key.text.append(stroke.symbol());
            key.strokes.add(strokes.size());
            typed += key.data ? 1 : 0;
        }
        strokes.add(stroke);
        last = Math.max(last, stroke.when());
    }

    /** False when the key was not pressed within this burst. */
    boolean released(Stroke stroke) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            Key key = keys.get(i);
            if (key.code == stroke.code() && !key.released) {
                key.released = true;
                key.releasedAt = stroke.when();
                key.strokes.add(strokes.size());
                strokes.add(stroke);
                return true;
            }
        }
        return false;
    }

    private void add(Stroke stroke) {
        keys.get(keys.size() - 1).strokes.add(strokes.size());
        strokes.add(stroke);
    }

    long began() {
        return began;
    }

    long last() {
        return last;
    }

    /**
     * The last time a scanner's key was pressed. Keys that are down for longer than the limit, or were, do not count: a
     * finger must not bridge the pause between two scans.
     */
    long lastOfScanner(long now, int limitMillis) {
        if (keys.stream().noneMatch(key -> key.released)) {
            return last;
        }
        return keys.stream()
                .filter(key -> (key.released ? key.releasedAt : now) - key.pressedAt <= limitMillis)
                .mapToLong(key -> key.pressedAt)
                .max()
                .orElse(last);
    }

    int typed() {
        return typed;
    }

    boolean repeating() {
        return repeats >= 3;
    }

    boolean startsWith(char symbol) {
        return !keys.isEmpty() && keys.get(0).text.indexOf(String.valueOf(symbol)) == 0;
    }

    List<Stroke> strokes() {
        return strokes;
    }

    /** All but those of the key it began with. */
    List<Stroke> strokesAfterTheFirstKey() {
        List<Integer> first = keys.get(0).strokes;
        return IntStream.range(0, strokes.size())
                .filter(i -> !first.contains(i))
                .mapToObj(strokes::get)
                .toList();
    }

    /** Codes of the scanner's keys that are still down: their releases belong to the scan. */
    List<Integer> stillDown() {
        Set<Key> hand = new HashSet<>(byHand());
        return keys.stream()
                .filter(key -> !key.released && !hand.contains(key))
                .map(key -> key.code)
                .toList();
    }

    /** What the scanner sent, without keys that were pressed by hand meanwhile. */
    String data(@Nullable Character prefix) {
        Set<Key> hand = new HashSet<>(byHand());
        StringBuilder data = new StringBuilder();
        for (Key key : keys) {
            if (key.data && !hand.contains(key)) {
                data.append(key.text);
            }
        }
        boolean marked = prefix != null && data.length() > 0 && data.charAt(0) == prefix;
        return marked ? data.substring(1) : data.toString();
    }

    /** The events of keys pressed by hand while the scanner typed, in order. */
    List<Stroke> handStrokes() {
        return byHand().stream()
                .flatMap(key -> key.strokes.stream())
                .sorted()
                .map(strokes::get)
                .toList();
    }

    /**
     * A scanner lets a key go before it presses the next, or overlaps by one, and holds all keys equally long; a finger
     * stays down longer, while several of the scanner's keys go by. Keys that are no characters come from a hand too.
     */
    private List<Key> byHand() {
        List<Long> held = keys.stream()
                .filter(key -> key.released)
                .map(key -> key.releasedAt - key.pressedAt)
                .sorted()
                .toList();
        long longHeld = held.isEmpty() ? Long.MAX_VALUE : Math.max(FINGER_MILLIS, 2 * held.get(held.size() / 2) + 4);
        long tidy = keys.stream().filter(key -> key.overlaps == 0).count();
        int limit = tidy * 2 >= keys.size() ? 1 : 2;
        return keys.stream()
                .filter(key -> !key.data
                        || key.released && beside(key, limit) && key.releasedAt - key.pressedAt >= longHeld
                        || !key.released && !held.isEmpty() && (silent || key.overlaps >= limit))
                .toList();
    }

    /** A finger's key reaches over the scanner's next one, unless it was the last of all. */
    private boolean beside(Key key, int overlapsMin) {
        return key.overlaps >= overlapsMin || key == keys.get(keys.size() - 1);
    }

    /** Nothing followed for so long that a key which is still down is a finger's. */
    void silent() {
        silent = true;
    }

    /** The same character over and over is a key held down, never a barcode. */
    boolean oneSymbol() {
        return data(null).chars().distinct().count() <= 1;
    }

    private static final class Key {
        private final int code;
        private final boolean data;
        private final long pressedAt;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> strokes = new ArrayList<>();
        private boolean released;
        private long releasedAt = Long.MIN_VALUE;
        private int overlaps;

        Key(int code, boolean data, long pressedAt) {
            this.code = code;
            this.data = data;
            this.pressedAt = pressedAt;
        }

        /**
         * Windows repeats a held key without releases; X11 sends release and press with one time stamp. No keyboard
         * repeats faster than 60 times a second, but a scanner does.
         */
        boolean repeatedBy(Stroke stroke) {
            boolean slow = code == stroke.code() && stroke.when() - pressedAt >= 15;
            return slow && (!released || releasedAt == stroke.when());
        }
    }
}
