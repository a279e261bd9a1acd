package com.euphoriapos.core.settings;

import com.euphoriapos.api.store.Store;

/** Makes the settings for benchmarks, which have no container. */
public final class BenchSettings {
    private BenchSettings() {}

    /** The settings of that store. */
    public static LaneSettings of(Store store) {
        return new LaneSettings(store, "");
    }
}
