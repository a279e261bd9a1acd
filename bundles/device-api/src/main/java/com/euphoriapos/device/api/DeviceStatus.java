package com.euphoriapos.device.api;

import com.euphoriapos.device.api.DeviceCondition.Severity;
import java.util.Set;

/**
 * The state of a device at a moment.
 *
 * @param conditions what it reports; empty when all is well
 * @param detail one sentence for a support technician, empty when there is nothing to add
 */
public record DeviceStatus(Set<DeviceCondition> conditions, String detail) {
    /** All is well. */
    public static final DeviceStatus READY = new DeviceStatus(Set.of(), "");

    public DeviceStatus {
        conditions = Set.copyOf(conditions);
        if (detail.length() > 500) {
            detail = detail.substring(0, 500);
        }
    }

    /** A status of one condition. */
    public static DeviceStatus of(DeviceCondition condition, String detail) {
        return new DeviceStatus(Set.of(condition), detail);
    }

    /** Whether the device can serve now: no condition of severity ERROR. */
    public boolean canServe() {
        return conditions.stream().noneMatch(c -> c.severity() == Severity.ERROR);
    }

    /** Whether this condition holds. */
    public boolean has(DeviceCondition condition) {
        return conditions.contains(condition);
    }
}
