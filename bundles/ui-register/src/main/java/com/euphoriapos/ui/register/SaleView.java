package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.present.View;

/** The sale screen as its presenter sees it. Screen's thread only. */
public interface SaleView extends View {
    /** Shows the state. */
    void render(SaleScreenState state);

    /** A line was added or raised just now: it may flash. */
    void added(int lineNumber);

    /** Puts the caret into the search field. */
    void focusSearch();

    /** Does what Esc says in the message that is shown; nothing when it has no such choice. */
    void dismissMessage();

    /** Says without words that a PIN was wrong. */
    void shake();

    /** Takes the caret out of the search field. */
    void leaveSearch();
}
