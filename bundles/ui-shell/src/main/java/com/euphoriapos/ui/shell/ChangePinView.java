package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.View;

/** Where somebody changes their own PIN. */
public interface ChangePinView extends View {
    void render(ChangePinState state);

    /** Says "wrong" without words. */
    void shake();
}
