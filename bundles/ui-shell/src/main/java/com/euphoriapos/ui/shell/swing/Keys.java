package com.euphoriapos.ui.shell.swing;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds keys to what they do while a panel is in the focused window. */
final class Keys {
    private final JComponent on;

    Keys(JComponent on) {
        this.on = on;
    }

    /** A character, whichever key makes it. */
    void typed(char character, Runnable action) {
        bind(KeyStroke.getKeyStroke(character), action);
    }

    /** A key by its name, such as {@code F11} or {@code ctrl alt D}. */
    void pressed(String key, Runnable action) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        if (stroke == null) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        bind(stroke, action);
    }

    private void bind(KeyStroke stroke, Runnable action) {
        String name = "shell " + stroke;
        on.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, name);
        on.getActionMap().put(name, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                action.run();
            }
        });
    }
}
