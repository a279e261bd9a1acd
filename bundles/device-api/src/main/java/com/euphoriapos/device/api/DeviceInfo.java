package com.euphoriapos.device.api;

import java.util.Objects;

/**
 * Who a device is.
 *
 * @param id stable id, unique on the lane, such as {@code scanner.serial-1}
 * @param category its UnifiedPOS category
 * @param role its role on this lane, such as {@code receipt}
 * @param model what a person calls it, such as "ESC/POS receipt printer"
 * @param connection how it is reached, such as {@code tcp:127.0.0.1:9100}
 * @param driver the driver's name and version
 */
public record DeviceInfo(
        String id, DeviceCategory category, String role, String model, String connection, String driver) {
    public DeviceInfo {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a device needs an id");
        }
        Objects.requireNonNull(category);
        Objects.requireNonNull(role);
        Objects.requireNonNull(model);
        Objects.requireNonNull(connection);
        Objects.requireNonNull(driver);
    }
}
