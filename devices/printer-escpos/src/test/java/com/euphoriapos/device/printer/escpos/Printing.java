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
    /** As patient as a busy machine needs it; where a printer stays silent the test waits for all of it. */
    private static final Map<String, String> PATIENT = Map.of(
            "profile", "epson-80",
            "answerMillis", "2000",
            "confirmMillis", "20000",
            "lingerMillis", "200",
            "pollMillis", "200");

    /** For printers that never answer, or not the confirmation. */
    static final Map<String, String> IMPATIENT = Map.of("answerMillis", "150", "confirmMillis", "1500");

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
        Map<String, String> values = new HashMap<>(PATIENT);
        values.put("address", printer.address());
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
