package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.present.View;

/** The tender screen as its presenter sees it. Screen's thread only. */
public interface TenderView extends View {
    /** Shows the state. */
    void render(TenderState state);

    /** Does what Esc says in the message that is shown; false when there is no such message. */
    boolean dismissMessage();
}
