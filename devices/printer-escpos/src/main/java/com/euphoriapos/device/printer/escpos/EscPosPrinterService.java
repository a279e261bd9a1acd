package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.javapos.PosPrinterServiceBase;
import com.euphoriapos.device.javapos.ServiceInfo;

/** A JavaPOS POSPrinter service for ESC/POS printers. */
final class EscPosPrinterService extends PosPrinterServiceBase {
    EscPosPrinterService(ServiceInfo info, EscPosPrinterPort port) {
        super(info, port);
    }
}
