package com.euphoriapos.device.javapos;

import jpos.ScannerConst;

/** A scanner service over a port in memory. */
public final class MemoryScannerService extends ScannerServiceBase {
    /** A service over this port. */
    public MemoryScannerService(ScannerPort port) {
        super(new ServiceInfo("memory scanner 1", "memory", "a scanner in memory", "Scanner"), port);
    }

    @Override
    protected DecodedScan decode(byte[] data) {
        return new DecodedScan(data, data.length == 13 ? ScannerConst.SCAN_SDT_EAN13 : ScannerConst.SCAN_SDT_OTHER);
    }
}
