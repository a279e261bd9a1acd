package com.euphoriapos.device.api;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** What every device offers, whatever its category. Implementations are thread-safe. */
@ConsumerType
public interface Device {
    /** Service property: the stable id of the device, equal to {@link DeviceInfo#id()}; required. */
    String PROPERTY_ID = "device.id";
    /** Service property: the role on this lane, such as {@code receipt}; required. */
    String PROPERTY_ROLE = "device.role";
    /** The role of the printer that prints receipts and of the drawer that cash sales open. */
    String ROLE_RECEIPT = "receipt";
    /** The role of a scanner that feeds the sale. */
    String ROLE_SALE = "sale";

    /** Who this device is; never changes during the life of the service. */
    DeviceInfo info();

    /** The last known state; returns at once and never touches the hardware. */
    DeviceStatus status();

    /** Counters for diagnostics since the driver started, such as {@code scans} or {@code reconnects}; names are stable. */
    Map<String, Long> counters();

    /** Adds a listener; it is called at once with the present state, on the caller's thread. Adding twice has no effect. */
    void addStatusListener(DeviceStatusListener listener);

    /** Removes a listener; after this returns no further call begins. */
    void removeStatusListener(DeviceStatusListener listener);
}
