package com.euphoriapos.core.pin;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;

/** Makes the check of PINs for benchmarks, which have no container. */
public final class BenchPins {
    private BenchPins() {}

    /** With the lane's real hashing and clock. */
    public static PinCheck checks(Store store, Settings settings, SecretStore secrets) {
        return new PinCheck(store, settings, new DamagedPins()).with(secrets);
    }
}
