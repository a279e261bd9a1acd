package com.euphoriapos.device.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of a changed state. Called on a thread of the driver: return at once. */
@ConsumerType
@FunctionalInterface
public interface DeviceStatusListener {
    /** The device has a new status; read it from the argument, not from a cached copy. */
    void statusChanged(DeviceInfo device, DeviceStatus status);
}
