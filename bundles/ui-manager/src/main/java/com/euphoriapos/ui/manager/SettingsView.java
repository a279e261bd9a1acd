package com.euphoriapos.ui.manager;

/** The settings screen. */
public interface SettingsView extends BackOfficeView {
    void render(SettingsState state);
}
