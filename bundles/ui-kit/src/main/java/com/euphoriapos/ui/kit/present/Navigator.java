package com.euphoriapos.ui.kit.present;

import java.util.Optional;

/** Moves between screens. Implemented by the shell; screen's thread only. */
public interface Navigator {
    /**
     * Brings a screen to the front.
     *
     * @return false when no such screen is installed or the person may not see it; the screen in front then stays
     */
    boolean show(String screenId);

    /** Returns to the screen before this one; at the first one nothing happens. */
    void back();

    /** Id of the screen in front; empty before sign-in. */
    Optional<String> current();
}
