package com.euphoriapos.ui.manager;

/** The lanes of the store. */
public interface LanesView extends BackOfficeView {
    void render(LanesState state);
}
