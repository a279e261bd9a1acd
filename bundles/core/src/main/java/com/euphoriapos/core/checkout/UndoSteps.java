package com.euphoriapos.core.checkout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the sale was before each of its last changes; the oldest are forgotten. Not thread-safe. */
final class UndoSteps {
    static final int STEPS_MAX = 100;

    private final Deque<Change> changes = new ArrayDeque<>();

    /**
     * A change of the lines.
     *
     * @param before the sale was so, or was not there
     * @param taken what the change took off
     */
    record Change(Optional<OpenSale> before, Takings.Step taken) {}

    void remember(Change change) {
        if (changes.size() == STEPS_MAX) {
            changes.removeFirst();
        }
        changes.addLast(change);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The last change. */
    Change last() {
        return changes.getLast();
    }

    /** The last change is taken back. */
    void forgetLast() {
        changes.removeLast();
    }

    void clear() {
        changes.clear();
    }
}
