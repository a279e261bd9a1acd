package com.euphoriapos.core.pin;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says on the lane bar that a stored PIN is not the one that it is found by: somebody or something changed the database past this
 * program. Says it until the person signs in again, with the PIN that a manager has set, or until the next start. Thread-safe.
 */
@Component(
        service = {DamagedPins.class, StatusSource.class},
        property = StatusSource.PROPERTY_ORDER + ":Integer=60")
public final class DamagedPins implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedPins.class);
    private static final StatusItem ITEM = new StatusItem(
            "pins",
            StatusItem.Level.WARN,
            "Stored PIN damaged",
            "Somebody's stored PIN is not as it was written. The journal names the person; set another PIN for them.");

    private final Set<String> employees = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Runnable listener;

    /** With nobody's PIN damaged. */
    @Activate
    public DamagedPins() {}

    void found(String employeeId) {
        if (employees.add(employeeId)) {
            LOG.warn("The stored PIN of {} is not as it was written", employeeId);
            tell();
        }
    }

    void good(String employeeId) {
        if (employees.remove(employeeId)) {
            tell();
        }
    }

    @Override
    public List<StatusItem> items() {
        return employees.isEmpty() ? List.of() : List.of(ITEM);
    }

    @Override
    public void onChange(@Nullable Runnable newListener) {
        listener = newListener;
    }

    private void tell() {
        Runnable now = listener;
        if (now != null) {
            now.run();
        }
    }
}
