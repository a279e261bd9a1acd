package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.Scanner;

/** Makes the adapter for a category. */
public final class ControlAdapters {
    private ControlAdapters() {}

    /** The adapter for a device that JavaPOS knows by this name; not started. */
    public static ControlAdapter of(DeviceInfo info, String logicalName) {
        return switch (info.category()) {
            case SCANNER -> new ScannerAdapter(info, logicalName);
            case POS_PRINTER -> new PrinterAdapter(info, logicalName);
            case CASH_DRAWER -> new DrawerAdapter(info, logicalName);
        };
    }

    /** The name of the service interface under which devices of a category are registered. */
    public static String type(DeviceCategory category) {
        Class<? extends Device> type =
                switch (category) {
                    case SCANNER -> Scanner.class;
                    case POS_PRINTER -> PosPrinter.class;
                    case CASH_DRAWER -> CashDrawer.class;
                };
        return type.getName();
    }
}
