package com.euphoriapos.device.scanner.serial;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.io.SerialSettings;
import com.euphoriapos.device.javapos.JposFactories;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a configuration says of a scanner. A wrong value is an {@link IllegalArgumentException} that names the PID, the key and
 * the reason.
 */
record ScannerSettings(String id, String role, String model, SerialSettings serial) {
    static final String PID = "device.scanner.serial";
    static final List<String> SERIAL_KEYS = List.of("port", "baud", "dataBits", "parity", "stopBits", "flow");
    private static final List<String> NUMBER_KEYS = List.of("baud", "dataBits", "stopBits");

    ScannerSettings {
        if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException(
                    PID + ": id is 1 to 40 letters, digits, dots, dashes or underscores, not '" + id + "'");
        }
        if (role.isBlank()) {
            throw new IllegalArgumentException(PID + ": role is empty; it is sale for a scanner that sells");
        }
    }

    static ScannerSettings from(SerialScanner.Config config) {
        try {
            return new ScannerSettings(
                    config.id(),
                    config.role(),
                    config.model(),
                    new SerialSettings(
                            config.port(),
                            config.baud(),
                            config.dataBits(),
                            SerialSettings.Parity.parse(config.parity()),
                            config.stopBits(),
                            SerialSettings.Flow.parse(config.flow())));
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(reason.startsWith(PID) ? reason : PID + ": " + reason, e);
        }
    }

    /** What is no number must be reported with its key, not as the container's failed conversion. */
    static void checkNumbers(Map<String, ?> properties) {
        for (String key : NUMBER_KEYS) {
            Object value = properties.get(key);
            try {
                number(value == null ? Map.of() : Map.of(key, value.toString()), key, 0);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(PID + ": " + e.getMessage(), e);
            }
        }
    }

    /** Reads the values of a JavaPOS entry, which are text. */
    static SerialSettings serial(Map<String, String> values) {
        SerialSettings usual = SerialSettings.of(values.getOrDefault("port", ""));
        return new SerialSettings(
                usual.port(),
                number(values, "baud", usual.baud()),
                number(values, "dataBits", usual.dataBits()),
                SerialSettings.Parity.parse(values.getOrDefault("parity", "none")),
                number(values, "stopBits", usual.stopBits()),
                SerialSettings.Flow.parse(values.getOrDefault("flow", "none")));
    }

    private static int number(Map<String, String> values, String key, int otherwise) {
        String value = values.get(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            // Without the cause, which says less: health checks show the innermost reason.
            throw new IllegalArgumentException(key + " is a whole number, not " + value);
        }
    }

    /** The service properties of the factory that serves this scanner. */
    Hashtable<String, Object> labels() {
        Map<String, Object> labels = new TreeMap<>();
        labels.put(JposFactories.LOGICAL_NAME, id);
        labels.put(JposFactories.CATEGORY, "Scanner");
        labels.put(JposFactories.MODEL, model);
        labels.put(JposFactories.CONNECTION, "serial:" + serial.port());
        labels.put(Device.PROPERTY_ID, id);
        labels.put(Device.PROPERTY_ROLE, role);
        List<Object> values = List.of(
                serial.port(), serial.baud(), serial.dataBits(), serial.parity(), serial.stopBits(), serial.flow());
        for (int i = 0; i < values.size(); i++) {
            labels.put(
                    JposFactories.ENTRY_PREFIX + SERIAL_KEYS.get(i),
                    values.get(i).toString());
        }
        return new Hashtable<>(labels);
    }
}
