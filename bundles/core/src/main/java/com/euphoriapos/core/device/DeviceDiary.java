package com.euphoriapos.core.device;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the lane's log what became of a device, once for each change. Thread-safe. */
final class DeviceDiary {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceDiary.class);

    private final Map<String, String> last = new ConcurrentHashMap<>();

    void note(String deviceId, DeviceStatus status) {
        String words = status.conditions().isEmpty()
                ? "ready"
                : status.conditions().stream()
                        .map(DeviceCondition::words)
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!words.equals(last.put(deviceId, words))) {
            LOG.info("Device {} is {}{}", deviceId, words, status.detail().isEmpty() ? "" : ": " + status.detail());
        }
    }

    void gone(String deviceId) {
        if (last.remove(deviceId) != null) {
            LOG.info("Device {} is gone", deviceId);
        }
    }
}
