package com.euphoriapos.core.settings;

import com.euphoriapos.api.store.Store;

/** Makes the settings for tests of other packages. */
public final class SettingsHarness {
    private SettingsHarness() {}

    /** The settings of that store. */
    public static LaneSettings open(Store store) {
        return new LaneSettings(store, "");
    }
}
