package com.euphoriapos.core.approval;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.testkit.ManualClock;

/** Makes the desk for tests of other packages. */
public final class ApprovalHarness {
    private ApprovalHarness() {}

    /** Started, in the test's own time. */
    public static PinApprovals desk(
            Store store, PinCheck checks, Session session, Settings settings, ManualClock clock) {
        PinApprovals desk = new PinApprovals(store, checks, session, settings, clock, clock::nanoTime);
        desk.start();
        return desk;
    }
}
