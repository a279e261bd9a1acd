package com.euphoriapos.device.simulator;

/** How a scanner sends a code that the store keeps as a GTIN of 14 digits. */
public final class ScanForm {
    private static final int GTIN_LENGTH = 14;

    private ScanForm() {}

    /** Eight digits for EAN-8, twelve for UPC-A, thirteen for EAN-13; anything else as it is kept. */
    public static String of(String key) {
        if (key.length() != GTIN_LENGTH || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return key;
        }
        for (int zeros : new int[] {6, 2, 1}) {
            if (key.startsWith("0".repeat(zeros))) {
                return key.substring(zeros);
            }
        }
        return key;
    }
}
