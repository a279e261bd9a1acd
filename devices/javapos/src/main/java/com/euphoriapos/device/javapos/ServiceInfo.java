package com.euphoriapos.device.javapos;

import java.util.Objects;

/**
 * What a service says of itself.
 *
 * @param serviceDescription the driver with its version and maker
 * @param deviceName the model, short
 * @param deviceDescription the model and how it is connected
 * @param category the UnifiedPOS category, such as {@code Scanner}
 */
public record ServiceInfo(String serviceDescription, String deviceName, String deviceDescription, String category) {
    public ServiceInfo {
        Objects.requireNonNull(serviceDescription);
        Objects.requireNonNull(deviceName);
        Objects.requireNonNull(deviceDescription);
        Objects.requireNonNull(category);
    }
}
