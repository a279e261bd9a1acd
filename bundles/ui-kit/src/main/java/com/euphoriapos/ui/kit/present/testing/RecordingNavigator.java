package com.euphoriapos.ui.kit.present.testing;

import com.euphoriapos.ui.kit.present.Navigator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Shows every screen it is asked for and remembers the way. Not thread-safe. */
public final class RecordingNavigator implements Navigator {
    private final Deque<String> way = new ArrayDeque<>();

    @Override
    public boolean show(String screenId) {
        way.push(screenId);
        return true;
    }

    @Override
    public void back() {
        if (way.size() > 1) {
            way.pop();
        }
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(way.peek());
    }
}
