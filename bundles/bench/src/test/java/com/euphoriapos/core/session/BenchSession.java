package com.euphoriapos.core.session;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.pin.BenchPins;

/** Makes the session for benchmarks, which have no container. */
public final class BenchSession implements AutoCloseable {
    private final PinSession session;

    public BenchSession(Store store, Settings settings, SecretStore secrets) {
        session = new PinSession(store, settings, BenchPins.checks(store, settings, secrets));
    }

    /** The service. */
    public Session session() {
        return session;
    }

    @Override
    public void close() {
        session.stop();
    }
}
