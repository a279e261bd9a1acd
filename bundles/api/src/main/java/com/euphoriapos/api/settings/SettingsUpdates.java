package com.euphoriapos.api.settings;

import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.store.StoreHandle;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** For the use cases that change the settings: they save in their own transaction, and after its commit say so. */
@ProviderType
public interface SettingsUpdates {
    /** Writes all settings in the caller's transaction; nobody sees them before {@link #reload()}. */
    @Unrestricted("within the transaction of a use case, which asserts who may")
    void save(StoreHandle handle, StoreSettings settings, Instant at);

    /** Reads the settings anew and replaces them for everybody at once. Reads the store: not on the event thread. */
    @Unrestricted("changes nothing in the store")
    void reload();
}
