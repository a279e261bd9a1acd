package com.euphoriapos.api.status;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** All status items of the lane. Thread-safe. */
@ProviderType
public interface StatusBoard {
    /** The items by their place; returns at once. */
    List<StatusItem> items();

    void addListener(Listener listener);

    void removeListener(Listener listener);

    /** Hears of every change; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void statusChanged(List<StatusItem> items);
    }
}
