package com.euphoriapos.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * The screens that somebody went through. It stays while the lane is locked: who comes back stands where they were, anybody else
 * starts anew. Screen's thread only.
 */
final class Way {
    private static final int LENGTH_MAX = 20;

    private final String first;
    private final Deque<String> screens = new ArrayDeque<>();
    private String person = "";

    /** @param first the screen where everybody starts */
    Way(String first) {
        this.first = first;
        screens.push(first);
    }

    /** That person is signed in. */
    void walkedBy(String personId) {
        if (!personId.equals(person)) {
            person = personId;
            screens.clear();
            screens.push(first);
        }
    }

    /** On to a screen; one that was passed before is passed no more. */
    void to(String screenId) {
        if (!screenId.equals(screens.peek())) {
            screens.remove(screenId);
            screens.push(screenId);
            while (screens.size() > LENGTH_MAX) {
                screens.removeLast();
            }
        }
    }

    /** Back to the screen before; the first one stays. */
    void back() {
        screens.pop();
        if (screens.isEmpty()) {
            screens.push(first);
        }
    }

    String here() {
        return Objects.requireNonNullElse(screens.peek(), first);
    }

    boolean atFirst() {
        return first.equals(here());
    }
}
