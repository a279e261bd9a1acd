package com.euphoriapos.core.setup;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.pin.BcryptHashing;
import com.euphoriapos.device.api.PosPrinter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes the set-up for tests of other packages. */
public final class SetupHarness {
    private SetupHarness() {}

    /** The set-up over real bcrypt. */
    public static <S extends Settings & SettingsUpdates> LaneSetup open(
            Store store, S settings, SecretStore secrets, Clock clock, @Nullable PosPrinter printer) {
        return new FirstStart(store, settings, settings, new BcryptHashing(), clock)
                .with(secrets)
                .with(null, printer);
    }
}
