package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.io.ByteLinks;
import com.euphoriapos.device.javapos.DrawerPort;
import com.euphoriapos.device.javapos.PrinterPort;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import jpos.JposException;

/** An emulator with the driver's two ports before it; quick times. */
final class Printing implements AutoCloseable {
    final EscPosEmulator printer;
    final EscPosPrinterPort port;
    final EscPosDrawerPort drawer;
    volatile PrinterPort.Status status =
            new PrinterPort.Status(com.euphoriapos.device.javapos.PowerStatus.UNKNOWN, false, PrinterPort.Paper.OK);
    volatile DrawerPort.Status drawerStatus =
            new DrawerPort.Status(com.euphoriapos.device.javapos.PowerStatus.UNKNOWN, false);

    private final EscPosSettings settings;

    private Printing(EscPosEmulator printer, Map<String, String> changes) {
        this.printer = printer;
        Map<String, String> values = new HashMap<>(Map.of(
                "address", printer.address(),
                "profile", "epson-80",
                "answerMillis", "150",
                "confirmMillis", "1500",
                "lingerMillis", "200",
                "pollMillis", "200"));
        values.putAll(changes);
        settings = new SettingsReader("test", values).read();
        PrinterSession session = new PrinterSession(settings, ByteLinks.parse(settings.address()));
        port = new EscPosPrinterPort(settings, session);
        drawer = new EscPosDrawerPort(settings, settings.drawer().orElseThrow(), session);
    }

    static Printing with(EscPosEmulator printer, Map<String, String> changes) {
        Printing printing = new Printing(printer, changes);
        printing.start();
        return printing;
    }

    static Printing with(String status) {
        return with(EscPosEmulator.start(48), Map.of("status", status));
    }

    private void start() {
        port.start(next -> status = next);
        drawer.start(next -> drawerStatus = next);
    }

    PrinterPort.Outcome print(ReceiptDocument document) throws JposException {
        return port.print(Jobs.of(document, 48, settings.page()));
    }

    void await(String what, Predicate<PrinterPort.Status> condition) {
        Await.until(what, () -> condition.test(status));
    }

    @Override
    public void close() {
        drawer.stop();
        port.stop();
        printer.close();
    }
}
