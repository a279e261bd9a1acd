package com.euphoriapos.api.settings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The store's settings, read by everybody; changing them is a use case of its own. */
@ProviderType
public interface Settings {
    /** The settings; empty before the set-up. Returns at once, on any thread. */
    Optional<StoreSettings> current();
}
