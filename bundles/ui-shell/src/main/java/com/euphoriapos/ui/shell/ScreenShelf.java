package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The screens that are installed, the newest of each id last. Screen's thread only. */
final class ScreenShelf {
    private final List<Screen> screens = new ArrayList<>();

    void add(Screen screen) {
        screens.add(screen);
    }

    void remove(Screen screen) {
        screens.remove(screen);
    }

    /** The screen of that id; while two are there (an update in progress), the newer one. */
    Optional<Screen> find(String id) {
        for (int i = screens.size() - 1; i >= 0; i--) {
            if (screens.get(i).id().equals(id)) {
                return Optional.of(screens.get(i));
            }
        }
        return Optional.empty();
    }
}
