package com.euphoriapos.device.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes scans. Called on a thread of the driver: hand the scan on and return at once. */
@ConsumerType
@FunctionalInterface
public interface ScanListener {
    /** One whole code was read. */
    void scanned(DeviceScan scan);
}
