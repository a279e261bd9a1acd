package com.euphoriapos.ui.kit.present;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work away from the screen's thread: one task at a time, in the order given, so that what a cashier does first happens
 * first. Answers come back on the screen's thread. Thread-safe.
 */
public interface Background {
    /**
     * Runs the work, then hands its result (never null) or its failure to the screen's thread. A full queue is a failure
     * too ({@link java.util.concurrent.RejectedExecutionException}); exactly one of the two consumers is always called
     * unless the application ends first.
     */
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /** Like {@link #run} for work without a result. */
    default void run(Runnable work, Runnable done, Consumer<? super Exception> failed) {
        run(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                ignored -> done.run(),
                failed);
    }
}
