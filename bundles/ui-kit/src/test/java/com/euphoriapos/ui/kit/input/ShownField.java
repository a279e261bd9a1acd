package com.euphoriapos.ui.kit.input;

import javax.swing.JTextField;
import javax.swing.text.DefaultCaret;

/** A field that takes keys as one on a screen does, where there is none. */
final class ShownField extends JTextField {
    private static final long serialVersionUID = 1;

    ShownField(String text) {
        super(text);
        // Tests are no event thread, and elsewhere a caret stays where it is.
        DefaultCaret caret = new DefaultCaret();
        caret.setUpdatePolicy(DefaultCaret.ALWAYS_UPDATE);
        setCaret(caret);
        setCaretPosition(text.length());
    }

    @Override
    public boolean isDisplayable() {
        return true;
    }

    @Override
    public boolean isShowing() {
        return true;
    }
}
