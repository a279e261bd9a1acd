package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.javapos.JposFactories;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;

/**
 * The service properties under which a printer and its drawer are offered.
 *
 * @param printer the printer's
 * @param drawer the drawer's, if there is one
 */
record EscPosLabels(Hashtable<String, Object> printer, Optional<Hashtable<String, Object>> drawer) {
    static final String PID = "device.printer.escpos";

    /** @throws IllegalArgumentException naming PID, key and reason, when a value is wrong */
    static EscPosLabels of(String id, String role, String model, Map<String, String> values) {
        if (!id.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new IllegalArgumentException(
                    PID + ": id: is 1 to 32 letters, digits, dots, dashes or underscores, not '" + id + "'");
        }
        if (role.isBlank()) {
            throw new IllegalArgumentException(PID + ": role: is empty; it is receipt for a printer of receipts");
        }
        EscPosSettings settings = new SettingsReader(PID, values).read();
        Hashtable<String, Object> common = new Hashtable<>();
        common.put(Device.PROPERTY_ROLE, role);
        common.put(JposFactories.CONNECTION, settings.resource());
        values.forEach((key, value) -> common.put(JposFactories.ENTRY_PREFIX + key, value));
        return new EscPosLabels(
                labels(common, id, model, DeviceCategory.POS_PRINTER),
                settings.drawer()
                        .map(drawer ->
                                labels(common, id + "-drawer", "Drawer on " + model, DeviceCategory.CASH_DRAWER)));
    }

    private static Hashtable<String, Object> labels(
            Hashtable<String, Object> common, String id, String model, DeviceCategory category) {
        Hashtable<String, Object> labels = new Hashtable<>(common);
        labels.put(JposFactories.LOGICAL_NAME, id);
        labels.put(JposFactories.CATEGORY, category.unifiedPosName());
        labels.put(JposFactories.MODEL, model);
        labels.put(Device.PROPERTY_ID, id);
        return labels;
    }
}
