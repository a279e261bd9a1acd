package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.input.InputRouter;

/** The scans of a router, as the desk of the real screens hands them on. */
record RouterScans(InputRouter router) implements Scans {
    @Override
    public int waiting() {
        return router.waiting();
    }

    @Override
    public void resume() {
        router.intakeChanged();
    }
}
