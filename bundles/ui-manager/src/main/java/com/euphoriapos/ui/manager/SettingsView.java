package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.View;

/** The settings screen. */
public interface SettingsView extends View {
    void render(SettingsState state);

    /** Says something for a few seconds. */
    void say(String sentence);
}
