package com.euphoriapos.core.session;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.pin.BcryptHashing;
import java.time.Clock;

/** Makes a session for tests of other packages. */
public final class SessionHarness implements AutoCloseable {
    private final PinSession session;

    /** A session over real bcrypt. */
    public SessionHarness(Store store, Settings settings, SecretStore secrets, Clock clock) {
        this.session = new PinSession(store, settings, new BcryptHashing(), clock, System::nanoTime).with(secrets);
    }

    public Session session() {
        return session;
    }

    @Override
    public void close() {
        session.stop();
    }
}
