package com.euphoriapos.ui.manager.swing;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Hears that a text changed, not what it is. */
record Changes(Runnable task) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent e) {
        task.run();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
        task.run();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
        // Styles only.
    }
}
