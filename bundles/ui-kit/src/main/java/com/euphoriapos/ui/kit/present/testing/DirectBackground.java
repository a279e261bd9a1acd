package com.euphoriapos.ui.kit.present.testing;

import com.euphoriapos.ui.kit.present.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does the work at once in the calling thread. */
public final class DirectBackground implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }
}
