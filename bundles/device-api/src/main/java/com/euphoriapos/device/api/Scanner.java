package com.euphoriapos.device.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A barcode scanner. Scans reach each listener in the order of scanning, one at a time, on a thread of the driver. */
@ConsumerType
public interface Scanner extends Device {
    /** Adds a listener; adding twice has no effect. */
    void addScanListener(ScanListener listener);

    /** Removes a listener; after this returns no further call begins. */
    void removeScanListener(ScanListener listener);
}
