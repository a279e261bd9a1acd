package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.View;

/** The window below the lane bar. */
public interface ShellView extends View {
    /** The lane is not ready yet; one line says what it waits for. */
    void showOpening(String what);

    /** Nothing can be done here until somebody helps: what it is, and why. */
    void showShut(String what, String why);

    /** First start. */
    void showWizard();

    /** The secrets are lost. */
    void showRecovery();

    /** Nobody is signed in. */
    void showSignIn();

    /** A screen of the register. */
    void showScreen(Screen screen);

    /** A screen that is not there at the moment. */
    void showMissing(String title, String detail);
}
