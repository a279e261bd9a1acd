package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.javapos.CashDrawerServiceBase;
import com.euphoriapos.device.javapos.ServiceInfo;

/** A JavaPOS CashDrawer service for the drawer on an ESC/POS printer's connector. */
final class EscPosDrawerService extends CashDrawerServiceBase {
    EscPosDrawerService(ServiceInfo info, EscPosDrawerPort port) {
        super(info, port);
    }
}
