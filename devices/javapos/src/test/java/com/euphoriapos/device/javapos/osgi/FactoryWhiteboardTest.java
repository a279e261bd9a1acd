package com.euphoriapos.device.javapos.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.Scanner;
import com.euphoriapos.device.javapos.JposFactories;
import com.euphoriapos.device.javapos.MemoryPrinterPort;
import com.euphoriapos.device.javapos.MemoryPrinterService;
import com.euphoriapos.device.javapos.MemoryScannerPort;
import com.euphoriapos.device.javapos.MemoryScannerService;
import com.euphoriapos.device.javapos.PowerStatus;
import com.euphoriapos.device.javapos.PrintItem;
import com.euphoriapos.device.javapos.PrinterPort;
import com.euphoriapos.testkit.Await;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jpos.JposConst;
import jpos.JposException;
import jpos.loader.JposServiceInstanceFactory;
import jpos.loader.JposServiceLoader;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** Factory services in a real framework become JavaPOS entries and devices, and both go with them. */
class FactoryWhiteboardTest {
    private static final String FACTORY = JposServiceInstanceFactory.class.getName();

    @TempDir
    Path cache;

    private final String name = "device-" + UUID.randomUUID();
    private Framework framework;
    private BundleContext context;
    private FactoryWhiteboard whiteboard;

    @BeforeEach
    void begin() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "jpos.loader;version=1.15.8,com.euphoriapos.device.api;version=1.0.0"));
        framework.start();
        context = framework.getBundleContext();
        whiteboard = new FactoryWhiteboard(context);
        // As the component runtime would.
        ServiceListener binder = event -> {
            @SuppressWarnings("unchecked")
            ServiceReference<JposServiceInstanceFactory> reference =
                    (ServiceReference<JposServiceInstanceFactory>) event.getServiceReference();
            if (List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(FACTORY)) {
                if (event.getType() == ServiceEvent.REGISTERED) {
                    whiteboard.bindFactory(context.getService(reference), reference);
                } else if (event.getType() == ServiceEvent.UNREGISTERING) {
                    whiteboard.unbindFactory(reference);
                }
            }
        };
        context.addServiceListener(binder);
    }

    @AfterEach
    void end() throws BundleException, InterruptedException {
        whiteboard.stop();
        framework.stop();
        framework.waitForStop(5_000);
        Await.until("no thread of a device is left", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains(name)));
    }

    private ServiceRegistration<?> offer(String category, JposServiceInstanceFactory factory) {
        Hashtable<String, Object> labels = new Hashtable<>();
        labels.put(JposFactories.LOGICAL_NAME, name);
        labels.put(JposFactories.CATEGORY, category);
        labels.put("jpos.prop.port", "here");
        return context.registerService(JposServiceInstanceFactory.class, factory, labels);
    }

    private ServiceRegistration<?> offerScanner(MemoryScannerPort port) {
        return offer("Scanner", (logical, entry) -> new MemoryScannerService(port));
    }

    private Scanner scanner() {
        ServiceReference<Scanner> reference = context.getServiceReference(Scanner.class);
        return context.getService(reference);
    }

    @Test
    void makesADeviceOfAFactoryAndTakesItBack() {
        MemoryScannerPort port = new MemoryScannerPort("memory:" + name);
        ServiceRegistration<?> driver = offerScanner(port);
        List<DeviceScan> scans = new CopyOnWriteArrayList<>();
        Scanner scanner = scanner();
        scanner.addScanListener(scans::add);
        Await.until("it is ready", () -> scanner.status().canServe() && port.started());
        assertEquals(
                "here",
                JposServiceLoader.getManager()
                        .getEntryRegistry()
                        .getJposEntry(name)
                        .getPropertyValue("port"));

        port.scan("]E04006381333931");
        port.scan("second");

        Await.until("both scans", () -> scans.size() == 2);
        assertEquals(new DeviceScan(name, "]E04006381333931", "]E0"), scans.get(0));
        port.plugged(false);
        Await.until("unplugged", () -> scanner.status().has(DeviceCondition.UNREACHABLE));
        port.plugged(true);
        Await.until("plugged", () -> scanner.status().canServe());

        driver.unregister();

        assertFalse(port.started());
        assertEquals(null, context.getServiceReference(Scanner.class));
        assertFalse(JposServiceLoader.getManager().getEntryRegistry().hasJposEntry(name));
        assertTrue(scanner.status().has(DeviceCondition.UNREACHABLE));
    }

    @Test
    void replacesADriverWithoutALossOfTheNext() {
        MemoryScannerPort first = new MemoryScannerPort("memory:" + name);
        offerScanner(first).unregister();
        MemoryScannerPort second = new MemoryScannerPort("memory:" + name);
        offerScanner(second);
        List<DeviceScan> scans = new CopyOnWriteArrayList<>();
        Scanner scanner = scanner();
        scanner.addScanListener(scans::add);
        Await.until("it is ready", () -> scanner.status().canServe());

        second.scan("code");

        Await.until("the scan", () -> scans.size() == 1);
        assertFalse(first.started());
    }

    @Test
    void servesTheFirstOfTwoWithOneNameAndThenTheOther() {
        MemoryScannerPort first = new MemoryScannerPort("memory:1" + name);
        MemoryScannerPort second = new MemoryScannerPort("memory:2" + name);
        ServiceRegistration<?> winner = offerScanner(first);
        offerScanner(second);
        Await.until("the first", first::started);
        assertFalse(second.started());

        winner.unregister();

        Await.until("the other", second::started);
        assertFalse(first.started());
    }

    @Test
    void letsAnotherProgramsControlGoWithTheDriver() throws JposException {
        MemoryPrinterPort port = new MemoryPrinterPort("memory:" + name);
        ServiceRegistration<?> driver = offer("POSPrinter", (logical, entry) -> new MemoryPrinterService(port));
        jpos.POSPrinter control = new jpos.POSPrinter();
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        control.addStatusUpdateListener(event -> statuses.add(event.getStatus()));
        control.open(name);
        assertEquals(576, control.getRecLineWidth());

        driver.unregister();

        Await.until("it hears so", () -> statuses.contains(JposConst.JPOS_SUE_POWER_OFF_OFFLINE));
        JposException refused = assertThrows(JposException.class, control::getRecLineWidth);
        assertEquals(JposConst.JPOS_E_NOSERVICE, refused.getErrorCode());
        control.close();
        JposException unknown = assertThrows(JposException.class, () -> control.open(name));
        assertTrue(
                unknown.getErrorCode() == JposConst.JPOS_E_NOEXIST
                        || unknown.getErrorCode() == JposConst.JPOS_E_NOSERVICE,
                unknown::toString);
    }

    @Test
    void printsAReceiptAndNamesWhyNot() {
        MemoryPrinterPort port = new MemoryPrinterPort("memory:" + name);
        offer("POSPrinter", (logical, entry) -> new MemoryPrinterService(port));
        PosPrinter printer = context.getService(context.getServiceReference(PosPrinter.class));
        Await.until("it is ready", () -> printer.status().canServe());
        ReceiptDocument receipt = new ReceiptDocument(List.of(
                new ReceiptDocument.Text("SHOP\u001b|P", Align.CENTER, Style.LARGE),
                new ReceiptDocument.Columns("Tea", "1.00", Style.NORMAL),
                new ReceiptDocument.Barcode("L1-17", ReceiptDocument.Symbology.CODE_128),
                new ReceiptDocument.Barcode("https://shop.example", ReceiptDocument.Symbology.QR),
                new ReceiptDocument.Cut()));

        assertEquals(PosPrinter.Outcome.CONFIRMED, printer.print(receipt));

        assertEquals(48, printer.columns());
        assertEquals(1, port.printed.size());
        List<PrintItem> items = port.printed.get(0).items();
        assertTrue(((PrintItem.Text) items.get(0)).text().startsWith("SHOP|P"), items::toString);
        assertTrue(items.stream().anyMatch(PrintItem.Barcode.class::isInstance));
        assertTrue(items.toString().contains("[https://shop.example]"), "a code it can't draw is printed as text");
        assertEquals(new PrintItem.Cut(100, true), items.get(items.size() - 1));

        port.answers(PrinterPort.Outcome.UNCONFIRMED);
        assertEquals(PosPrinter.Outcome.UNCONFIRMED, printer.print(receipt));
        port.become(new PrinterPort.Status(PowerStatus.ONLINE, false, PrinterPort.Paper.OUT));
        DeviceException refused = assertThrows(DeviceException.class, () -> printer.print(receipt));
        assertSame(DeviceCondition.PAPER_OUT, refused.condition());
        Await.until("the status says so too", () -> printer.status().has(DeviceCondition.PAPER_OUT));
        port.become(new PrinterPort.Status(PowerStatus.ONLINE, false, PrinterPort.Paper.OK));
        Await.until("paper is there again", () -> printer.status().canServe());
        printer.print(receipt);
        assertEquals(3, port.printed.size());
        assertEquals(1L, printer.counters().get("failures"));
    }
}
