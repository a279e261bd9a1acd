package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a screen has others do in the background, one thing at a time, and what went wrong with the last. Screen's thread only. */
final class Errand {
    private final Background background;
    private final Function<Exception, String> sentence;
    private final Runnable changed;
    private boolean busy;
    private String error = "";

    /**
     * @param sentence what to say of a failure
     * @param changed shows the screen anew: when it begins, and when it is over
     */
    Errand(Background background, Function<Exception, String> sentence, Runnable changed) {
        this.background = background;
        this.sentence = sentence;
        this.changed = changed;
    }

    boolean busy() {
        return busy;
    }

    /** Empty when nothing is wrong. */
    String error() {
        return error;
    }

    void refuse(String reason) {
        error = reason;
    }

    void forgive() {
        error = "";
    }

    /** @param answer called with the result, before the screen is shown anew; it may begin the next */
    <T> void run(Callable<T> work, Consumer<T> answer) {
        busy = true;
        error = "";
        background.run(
                work,
                result -> {
                    busy = false;
                    answer.accept(result);
                    changed.run();
                },
                e -> {
                    busy = false;
                    error = sentence.apply(e);
                    changed.run();
                });
        changed.run();
    }
}
