package com.euphoriapos.core.session;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinChecks;
import java.time.Clock;

/** Makes a session for tests of other packages. */
public final class SessionHarness implements AutoCloseable {
    private final PinCheck checks;
    private final PinSession session;

    /** A session over real bcrypt. */
    public SessionHarness(Store store, Settings settings, SecretStore secrets, Clock clock) {
        this.checks = PinChecks.real(store, settings, secrets, clock);
        this.session = new PinSession(store, settings, checks, clock);
    }

    public Session session() {
        return session;
    }

    /** What approvals share with it. */
    public PinCheck checks() {
        return checks;
    }

    @Override
    public void close() {
        session.stop();
    }

    /** A session over checks that the test made. */
    public static PinSession over(Store store, Settings settings, PinCheck checks, Clock clock) {
        return new PinSession(store, settings, checks, clock);
    }

    /** As the container stops it. */
    public static void stop(PinSession session) {
        session.stop();
    }
}
