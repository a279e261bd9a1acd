package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Reads something in the background, one at a time; asked for meanwhile, it is read once more. Screen's thread only. */
final class Reading<T> {
    private final Background background;
    private final Callable<T> source;
    private final Consumer<T> found;
    private final Consumer<Exception> failed;
    private boolean reading;
    private boolean again;

    Reading(Background background, Callable<T> source, Consumer<T> found, Consumer<Exception> failed) {
        this.background = background;
        this.source = source;
        this.found = found;
        this.failed = failed;
    }

    void begin() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        background.run(source, result -> ended(() -> found.accept(result)), e -> ended(() -> failed.accept(e)));
    }

    private void ended(Runnable told) {
        reading = false;
        told.run();
        if (again) {
            again = false;
            begin();
        }
    }
}
