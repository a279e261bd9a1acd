package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.javapos.adapter.ControlAdapter;
import com.euphoriapos.device.javapos.adapter.ControlAdapters;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.time.Duration;
import java.util.List;
import jpos.CashDrawer;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import jpos.config.JposEntry;
import jpos.config.JposEntryRegistry;
import jpos.config.simple.SimpleEntry;
import jpos.loader.JposServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver as any JavaPOS program uses it, from a flat class path by the name of its factory. */
@Timeout(120)
class JavaPosControlTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final EscPosEmulator emulator = EscPosEmulator.start(48);
    private String printerName = "";
    private String drawerName = "";

    @BeforeEach
    void enterDevices() {
        printerName = enter("POSPrinter");
        drawerName = enter("CashDrawer");
    }

    @AfterEach
    void unplug() {
        emulator.close();
    }

    @Test
    void printsWithEscapeSequencesAndOpensTheDrawer() throws JposException {
        POSPrinter printer = new POSPrinter();
        CashDrawer drawer = new CashDrawer();
        printer.open(printerName);
        drawer.open(drawerName);
        try {
            printer.claim(1_000);
            printer.setDeviceEnabled(true);
            drawer.setDeviceEnabled(true);
            drawer.openDrawer();

            printer.transactionPrint(POSPrinterConst.PTR_S_RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
            printer.printNormal(
                    POSPrinterConst.PTR_S_RECEIPT, "\u001b|cA\u001b|bCHello\u001b|N\nA \u001b|uCword\u001b|N here\n");
            printer.printNormal(POSPrinterConst.PTR_S_RECEIPT, "\u001b|fP");
            printer.transactionPrint(POSPrinterConst.PTR_S_RECEIPT, POSPrinterConst.PTR_TP_NORMAL);

            assertTrue(emulator.awaitReceipts(1, SOON));
            assertEquals(
                    "                     <bold>Hello</bold>\nA <underlined>word</underlined> here\n",
                    emulator.receipts().get(0).markedText());
            assertEquals(List.of(2), emulator.pulses());
            assertEquals(List.of(), emulator.problems());
        } finally {
            printer.close();
            drawer.close();
        }
    }

    @Test
    void servesTheLaneAsAPrinterThatLosesNoReceipt() {
        DeviceInfo info = new DeviceInfo(
                printerName, DeviceCategory.POS_PRINTER, "receipt", "printer", emulator.address(), "test");
        ControlAdapter adapter = ControlAdapters.of(info, printerName);
        PosPrinter printer = (PosPrinter) adapter;
        adapter.start();
        try {
            Await.until(
                    "ready",
                    () -> adapter.counters().containsKey("openings")
                            && adapter.status().canServe());
            assertEquals(48, printer.columns());
            assertEquals(PosPrinter.Outcome.CONFIRMED, printer.print(Receipts.full()));
            Approvals.verify("through-javapos", emulator.receipts().get(0).markedText());

            emulator.paperOutAfter(100);
            DeviceException failure = assertThrows(DeviceException.class, () -> printer.print(Receipts.small(7)));
            assertEquals(DeviceCondition.PAPER_OUT, failure.condition());
            Await.until("the status says so", () -> !adapter.status().canServe());

            emulator.loadPaper();
            Await.until("paper is in", () -> adapter.status().canServe());
            assertEquals(PosPrinter.Outcome.CONFIRMED, printer.print(Receipts.small(7)));

            emulator.unplug();
            Await.until("away", () -> adapter.status().has(DeviceCondition.UNREACHABLE));
            emulator.plug();
            Await.until("back", () -> adapter.status().canServe());
            assertEquals(PosPrinter.Outcome.CONFIRMED, printer.print(Receipts.small(8)));
            assertEquals(List.of(), emulator.problems());
        } finally {
            adapter.stop();
        }
    }

    @Test
    void saysWhichSettingOfAnEntryIsWrong() {
        String name = enter("POSPrinter", "columns", "7");

        JposException failure = assertThrows(JposException.class, () -> new POSPrinter().open(name));

        assertTrue(String.valueOf(failure.getMessage()).contains("columns"), failure.getMessage());
    }

    private String enter(String category, String... more) {
        JposEntryRegistry registry = JposServiceLoader.getManager().getEntryRegistry();
        String name = category + "-" + emulator.port() + "-" + more.length;
        SimpleEntry entry = new SimpleEntry();
        entry.addProperty(JposEntry.LOGICAL_NAME_PROP_NAME, name);
        entry.addProperty(JposEntry.SI_FACTORY_CLASS_PROP_NAME, EscPosServiceFactory.class.getName());
        entry.addProperty(JposEntry.SERVICE_CLASS_PROP_NAME, EscPosServiceFactory.class.getName());
        entry.addProperty(JposEntry.VENDOR_NAME_PROP_NAME, "test");
        entry.addProperty(JposEntry.DEVICE_CATEGORY_PROP_NAME, category);
        entry.addProperty(JposEntry.JPOS_VERSION_PROP_NAME, "1.14");
        entry.addProperty(JposEntry.PRODUCT_NAME_PROP_NAME, "test");
        entry.addProperty("address", emulator.address());
        entry.addProperty("pollMillis", "300");
        entry.addProperty("answerMillis", "2000");
        for (int i = 0; i + 1 < more.length; i += 2) {
            entry.addProperty(more[i], more[i + 1]);
        }
        registry.addJposEntry(name, entry);
        return name;
    }
}
