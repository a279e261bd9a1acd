package com.euphoriapos.device.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A cash drawer. Whether it stands open is {@link DeviceCondition#DRAWER_OPEN} in its status, where the hardware tells. */
@ConsumerType
public interface CashDrawer extends Device {
    /**
     * Opens the drawer; blocks a bounded time, never on the event thread. A drawer that stands open already is a success.
     *
     * @throws DeviceException when the pulse could not be sent
     */
    void open();
}
