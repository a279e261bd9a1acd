package com.euphoriapos.api.status;

import com.euphoriapos.api.access.Unrestricted;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** All status items of the lane. Thread-safe. */
@ProviderType
public interface StatusBoard {
    /** The items by their place; returns at once. */
    @Unrestricted("how the lane is, not what it sold")
    List<StatusItem> items();

    @Unrestricted("hears only how the lane is")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears of every change; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void statusChanged(List<StatusItem> items);
    }
}
