package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.present.View;

/** The history as its presenter sees it. Screen's thread only. */
public interface HistoryView extends View {
    /** Shows the state. */
    void render(HistoryState state);

    /** Empties the search field. */
    void clearSearch();

    /** Puts this into the search field. */
    void showSearch(String text);

    /** Puts the caret into the search field. */
    void focusSearch();

    /** Does what Esc says in the message that is shown; false when there is no such message. */
    boolean dismissMessage();
}
