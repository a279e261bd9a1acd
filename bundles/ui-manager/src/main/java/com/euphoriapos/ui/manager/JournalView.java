package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.View;

/** The journal screen. */
public interface JournalView extends View {
    void render(JournalState state);
}
