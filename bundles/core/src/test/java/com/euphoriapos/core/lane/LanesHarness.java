package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.access.Guard;
import org.jspecify.annotations.Nullable;

/** Makes the lanes for tests of other packages. */
public final class LanesHarness {
    private LanesHarness() {}

    /** The lanes, and what ends them. */
    public record Opened(Lanes lanes, AutoCloseable closing) {}

    /** @param pairing null where no transport runs */
    public static Opened open(
            Store store, Guard guard, Settings settings, @Nullable Pairing pairing, SecretStore secrets) {
        StoreLanes lanes = new StoreLanes(store, guard, settings).with(pairing, secrets);
        return new Opened(lanes, lanes::stop);
    }
}
