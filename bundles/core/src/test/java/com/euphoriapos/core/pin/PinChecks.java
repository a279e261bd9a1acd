package com.euphoriapos.core.pin;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.testkit.ManualClock;
import java.time.Clock;

/** Makes the check of PINs for tests of other packages, which have no container. */
public final class PinChecks {
    private PinChecks() {}

    /** Over counted bcrypt, in the test's own time. */
    public static PinCheck counted(
            Store store, Settings settings, SecretStore secrets, PinHashing hashing, ManualClock clock) {
        return new PinCheck(store, settings, new DamagedPins(), hashing, clock, clock::nanoTime).with(secrets);
    }

    /** Over real bcrypt. */
    public static PinCheck real(Store store, Settings settings, SecretStore secrets, Clock clock) {
        return new PinCheck(store, settings, new DamagedPins(), new BcryptHashing(), clock, System::nanoTime)
                .with(secrets);
    }

    /** As the container stops it. */
    public static void stop(PinCheck checks) {
        checks.stop();
    }
}
