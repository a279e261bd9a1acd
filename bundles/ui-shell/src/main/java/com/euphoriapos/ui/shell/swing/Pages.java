package com.euphoriapos.ui.shell.swing;

import javax.swing.JComponent;

/** The shell's own pages; each is built when it is asked for first. Event thread only. */
interface Pages {
    JComponent signIn();

    JComponent wizard();

    JComponent recovery();
}
