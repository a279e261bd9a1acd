package com.euphoriapos.ui.manager;

/** The import screen. */
public interface ImportView extends BackOfficeView {
    void render(ImportState state);
}
