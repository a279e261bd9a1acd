package com.euphoriapos.device.api;

/** Device categories by their UnifiedPOS names. */
public enum DeviceCategory {
    /** A barcode scanner. */
    SCANNER("Scanner"),
    /** A receipt printer. */
    POS_PRINTER("POSPrinter"),
    /** A cash drawer. */
    CASH_DRAWER("CashDrawer");

    private final String unifiedPosName;

    DeviceCategory(String unifiedPosName) {
        this.unifiedPosName = unifiedPosName;
    }

    /** The category as UnifiedPOS spells it. */
    public String unifiedPosName() {
        return unifiedPosName;
    }
}
