package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.View;

/** The sign-in screen. */
public interface SignInView extends View {
    void render(SignInState state);

    /** Says "wrong" without words. */
    void shake();
}
