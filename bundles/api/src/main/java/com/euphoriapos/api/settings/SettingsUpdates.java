package com.euphoriapos.api.settings;

import org.osgi.annotation.versioning.ProviderType;

/** For the use cases that change the settings in the store: they say so here after their commit. */
@ProviderType
public interface SettingsUpdates {
    /** Reads the settings anew and replaces them for everybody at once. Reads the store: not on the event thread. */
    void reload();
}
