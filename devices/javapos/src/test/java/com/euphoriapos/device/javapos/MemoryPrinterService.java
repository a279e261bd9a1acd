package com.euphoriapos.device.javapos;

/** A printer service over a port in memory. */
public final class MemoryPrinterService extends PosPrinterServiceBase {
    /** A service over this port. */
    public MemoryPrinterService(PrinterPort port) {
        super(new ServiceInfo("memory printer 1", "memory", "a printer in memory", "POSPrinter"), port);
    }
}
