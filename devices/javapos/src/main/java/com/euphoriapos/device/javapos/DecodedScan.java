package com.euphoriapos.device.javapos;

/**
 * A scan as a scanner service shows it.
 *
 * @param label the code alone, without its AIM identifier
 * @param type one of {@code ScannerConst.SCAN_SDT_}
 */
public record DecodedScan(byte[] label, int type) {}
