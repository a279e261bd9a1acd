package com.euphoriapos.ui.kit.present;

import java.awt.EventQueue;
import javax.swing.SwingUtilities;

/** Swing's event thread. */
public final class Edt implements UiThread {
    @Override
    public void later(Runnable task) {
        SwingUtilities.invokeLater(task);
    }

    @Override
    public boolean isCurrent() {
        return EventQueue.isDispatchThread();
    }

    /**
     * Guards code that belongs to the event thread.
     *
     * @throws IllegalStateException on any other thread
     */
    public static void check() {
        if (!EventQueue.isDispatchThread()) {
            throw new IllegalStateException(
                    "event thread only, called on " + Thread.currentThread().getName());
        }
    }
}
