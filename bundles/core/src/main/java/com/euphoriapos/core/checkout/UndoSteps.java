package com.euphoriapos.core.checkout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the sale was before each of its last changes; the oldest are forgotten. Not thread-safe. */
final class UndoSteps {
    static final int STEPS_MAX = 100;

    private final Deque<Optional<OpenSale>> before = new ArrayDeque<>();

    /** The sale was so, or was not there, before the change that follows. */
    void remember(Optional<OpenSale> sale) {
        if (before.size() == STEPS_MAX) {
            before.removeFirst();
        }
        before.addLast(sale);
    }

    boolean isEmpty() {
        return before.isEmpty();
    }

    /** What it was before the last change. */
    Optional<OpenSale> last() {
        return before.getLast();
    }

    /** The last change is taken back. */
    void forgetLast() {
        before.removeLast();
    }

    void clear() {
        before.clear();
    }
}
