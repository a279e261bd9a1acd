package com.euphoriapos.device.simulator;

import com.euphoriapos.device.api.ReceiptText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What hangs out of the printer, newest line last; the oldest lines fall off a strip that nobody tears. Thread-safe. */
public final class Paper {
    /** Lines that a strip keeps. */
    public static final int LINES_MAX = 600;

    private final Deque<ReceiptText.Line> lines = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Paper() {}

    void add(ReceiptText.Line line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES_MAX) {
                lines.removeFirst();
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** The lines as they are now. */
    public List<ReceiptText.Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Takes the strip away. */
    public void tearOff() {
        synchronized (lines) {
            lines.clear();
        }
        listeners.forEach(Runnable::run);
    }

    /** Adds somebody who looks at the paper; called on the printing thread after each line: return at once. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Removes somebody who looked. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
