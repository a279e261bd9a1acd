package com.euphoriapos.ui.kit.present;

/** The thread that may touch the screen. Thread-safe. */
public interface UiThread {
    /** Runs the task on the screen's thread after what is already waiting there; never at once, never lost. */
    void later(Runnable task);

    /** Whether the caller is on the screen's thread. */
    boolean isCurrent();

    /** Runs at once when the caller is on the screen's thread already, else {@link #later}. */
    default void now(Runnable task) {
        if (isCurrent()) {
            task.run();
        } else {
            later(task);
        }
    }
}
