package com.euphoriapos.device.javapos.osgi;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.javapos.JposFactories;
import java.util.Optional;
import jpos.config.JposEntry;
import jpos.config.JposRegPopulator;
import jpos.config.simple.SimpleEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the service properties of a driver's factory. */
final class FactoryProperties {
    private static final Logger LOG = LoggerFactory.getLogger(FactoryProperties.class);

    private FactoryProperties() {}

    static String logicalName(ServiceReference<?> reference) {
        return text(reference, JposFactories.LOGICAL_NAME, "");
    }

    /** Who the device is; empty, with a word in the log, when the driver does not say it. */
    static Optional<DeviceInfo> info(ServiceReference<?> reference) {
        String name = logicalName(reference);
        String wanted = text(reference, JposFactories.CATEGORY, "");
        for (DeviceCategory category : DeviceCategory.values()) {
            if (category.unifiedPosName().equals(wanted) && !name.isBlank()) {
                String role = category == DeviceCategory.SCANNER ? Device.ROLE_SALE : Device.ROLE_RECEIPT;
                return Optional.of(new DeviceInfo(
                        text(reference, Device.PROPERTY_ID, name),
                        category,
                        text(reference, Device.PROPERTY_ROLE, role),
                        text(reference, JposFactories.MODEL, name),
                        text(reference, JposFactories.CONNECTION, ""),
                        driver(reference.getBundle())));
            }
        }
        LOG.error(
                "{} offers a JavaPOS factory with logical name '{}' and category '{}', which are not usable",
                reference.getBundle(),
                name,
                wanted);
        return Optional.empty();
    }

    private static String driver(@Nullable Bundle bundle) {
        return bundle == null ? "unknown" : bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    static SimpleEntry entry(ServiceReference<?> reference, JposRegPopulator populator) {
        SimpleEntry entry = new SimpleEntry(logicalName(reference), populator);
        entry.addProperty(JposEntry.DEVICE_CATEGORY_PROP_NAME, text(reference, JposFactories.CATEGORY, ""));
        entry.addProperty(JposEntry.JPOS_VERSION_PROP_NAME, "1.14");
        for (String key : reference.getPropertyKeys()) {
            if (key.startsWith(JposFactories.ENTRY_PREFIX)) {
                entry.addProperty(
                        key.substring(JposFactories.ENTRY_PREFIX.length()), String.valueOf(reference.getProperty(key)));
            }
        }
        return entry;
    }

    private static String text(ServiceReference<?> reference, String key, String otherwise) {
        Object value = reference.getProperty(key);
        return value == null || value.toString().isBlank()
                ? otherwise
                : value.toString().strip();
    }
}
