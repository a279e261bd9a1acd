package com.euphoriapos.core.device;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.device.api.DeviceCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers for good which kinds of device this lane ever had: a lane that never had a printer does not miss one. Reading is
 * safe on any thread; {@link #synchronize} touches the store.
 */
final class SeenDevices {
    private static final Logger LOG = LoggerFactory.getLogger(SeenDevices.class);
    private static final String KEY = "device.seen.";

    private final Set<DeviceCategory> seen = ConcurrentHashMap.newKeySet();

    boolean has(DeviceCategory category) {
        return seen.contains(category);
    }

    /** A device of that kind is there; returns whether it is the first ever, as far as is known. */
    boolean add(DeviceCategory category) {
        return seen.add(category);
    }

    /** Brings memory and store together; returns whether the memory changed. */
    boolean synchronize(@Nullable Store store) {
        if (store == null) {
            return false;
        }
        try {
            Set<DeviceCategory> stored = store.read(handle -> {
                Set<DeviceCategory> found = EnumSet.noneOf(DeviceCategory.class);
                for (DeviceCategory category : DeviceCategory.values()) {
                    if (handle.lane().get(KEY + category.name()).isPresent()) {
                        found.add(category);
                    }
                }
                return found;
            });
            List<DeviceCategory> fresh =
                    seen.stream().filter(category -> !stored.contains(category)).toList();
            if (!fresh.isEmpty()) {
                store.write(Store.Priority.BACKGROUND, handle -> {
                    fresh.forEach(category -> handle.lane().put(KEY + category.name(), "true"));
                    return true;
                });
            }
            return seen.addAll(stored);
        } catch (StoreException e) {
            LOG.debug("Which devices this lane had can't be told now: {}", e.getMessage());
            return false;
        }
    }
}
