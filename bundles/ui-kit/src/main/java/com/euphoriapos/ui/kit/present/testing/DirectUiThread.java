package com.euphoriapos.ui.kit.present.testing;

import com.euphoriapos.ui.kit.present.UiThread;

/** Runs everything at once in the calling thread. */
public final class DirectUiThread implements UiThread {
    @Override
    public void later(Runnable task) {
        task.run();
    }

    @Override
    public boolean isCurrent() {
        return true;
    }
}
