package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.View;

/** The import screen. */
public interface ImportView extends View {
    void render(ImportState state);

    /** Says something for a few seconds. */
    void say(String sentence);
}
