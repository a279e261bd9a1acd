package com.euphoriapos.ui.kit.present.testing;

import com.euphoriapos.ui.kit.present.Background;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Keeps work until the test lets it go: shows what a screen does while something is slow. Not thread-safe. */
public final class SteppedBackground implements Background {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final DirectBackground direct = new DirectBackground();

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> direct.run(work, done, failed));
    }

    public int waiting() {
        return waiting.size();
    }

    /** Does the oldest piece of work; false when there is none. */
    public boolean step() {
        Runnable next = waiting.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** Does everything, also what is added meanwhile. */
    public void finish() {
        while (step()) {
            // Each step may add more.
        }
    }
}
