package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.Scanner;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import com.euphoriapos.testkit.serial.SerialCable;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** Drivers are deleted, dropped again and updated while a sale is open. */
final class HotSwapTest {
    /** The promise is two seconds on a lane's machine; a busy build machine gets more. The measured times are printed. */
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private static final String SCANNER = "com.euphoriapos.device.scanner.serial";
    private static final String PRINTER = "com.euphoriapos.device.printer.escpos";
    private static final String SCANNER_JAR = "device-scanner-serial.jar";
    private static final String PRINTER_JAR = "device-printer-escpos.jar";

    @TempDir
    Path folder;

    @Test
    void theNextScanComesFromTheNewDriverAndTheSaleIsUntouched() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"));
                SerialCable cable = new SerialCable(Files.createDirectories(folder.resolve("cable")))) {
            shop.configure("device.scanner.serial-1", "id=scanner-1", "port=" + cable.port());
            List<String> scans = new CopyOnWriteArrayList<>();
            listen(shop, scans);
            shop.awaitStatus("scanner", Level.OK);
            shop.scan(Shop.BOURBON);
            awaitScan(shop, cable, scans, Shop.GIN);
            shop.scan(scans.get(0).substring(scans.get(0).length() - Shop.GIN.length()));
            SaleState open = shop.checkout().state();
            Path jar = shop.plugins().resolve(SCANNER_JAR);

            WeakReference<ClassLoader> loader = loader(shop);
            Files.delete(jar);
            TestLane.awaitTrue(() -> services(shop, Scanner.class) == 0, "lane without a scanner");
            shop.awaitStatus("scanner", Level.DANGER);
            assertGone(shop, SCANNER, "scanner-1");
            assertUnloaded(loader);
            assertEquals(open, shop.checkout().state());

            long dropped = System.nanoTime();
            TestJars.drop(driver(SCANNER_JAR), jar);
            listen(shop, scans);
            shop.awaitStatus("scanner", Level.OK);
            awaitScan(shop, cable, scans, "2000000000015");
            report("scanner serves after its jar was dropped", dropped);
            assertEquals(open, shop.checkout().state());

            Path newer = folder.resolve("newer.jar");
            TestJars.reversion(driver(SCANNER_JAR), "0.1.1", newer);
            Object old = shop.service(Scanner.class);
            long updated = System.nanoTime();
            TestJars.drop(newer, jar);
            TestLane.awaitTrue(() -> !isThere(shop, Scanner.class, old), "end of the old driver");
            listen(shop, scans);
            shop.awaitStatus("scanner", Level.OK);
            awaitScan(shop, cable, scans, "2000000000022");
            report("scanner serves after its jar was updated", updated);
            assertEquals("0.1.1", shop.bundle(SCANNER).getVersion().toString());
            assertEquals(open, shop.checkout().state());
            shop.pay();
        }
    }

    @Test
    void receiptsThatWaitedForThePrinterArePrintedOnce() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"));
                EscPosEmulator paper = EscPosEmulator.start(48)) {
            shop.configure("device.printer.escpos-receipt", "address=" + paper.address());
            shop.awaitStatus("printer", Level.OK);
            shop.scan(Shop.BOURBON);
            SaleState open = shop.checkout().state();
            Path jar = shop.plugins().resolve(PRINTER_JAR);

            Files.delete(jar);
            TestLane.awaitTrue(
                    () -> services(shop, PosPrinter.class) + services(shop, CashDrawer.class) == 0,
                    "lane without a printer and a drawer");
            TestLane.awaitTrue(
                    () -> shop.status("printer").text().equals("Receipt printer absent"), "an absent printer");
            assertGone(shop, PRINTER, "printer-1");
            assertEquals(open, shop.checkout().state());
            shop.pay();
            TestLane.awaitTrue(
                    () -> shop.status("printer").text().equals("Receipt printer absent, 1 waiting"), "one waiting");

            shop.scan(Shop.GIN);
            SaleState next = shop.checkout().state();
            long dropped = System.nanoTime();
            TestJars.drop(driver(PRINTER_JAR), jar);
            assertTrue(paper.awaitReceipts(1, TestLane.PATIENCE), "the receipt that waited is printed");
            report("the waiting receipt is cut after the printer's jar was dropped", dropped);
            shop.awaitStatus("printer", Level.OK);
            awaitEmptyQueue(shop);
            assertEquals(next, shop.checkout().state());

            Path newer = folder.resolve("newer.jar");
            TestJars.reversion(driver(PRINTER_JAR), "0.1.1", newer);
            Object old = shop.service(PosPrinter.class);
            long updated = System.nanoTime();
            TestJars.drop(newer, jar);
            TestLane.awaitTrue(() -> !isThere(shop, PosPrinter.class, old), "end of the old driver");
            shop.awaitStatus("printer", Level.OK);
            report("printer is ready after its jar was updated", updated);
            assertEquals("0.1.1", shop.bundle(PRINTER).getVersion().toString());
            assertEquals(next, shop.checkout().state());
            shop.pay();
            assertTrue(paper.awaitReceipts(2, TestLane.PATIENCE), "the second receipt is printed by the new driver");
            printsEachOnce(shop, paper);
        }
    }

    @Test
    void aReceiptThatTheDeletionCutOffIsPrintedAgainAsACopy() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"));
                EscPosEmulator paper = EscPosEmulator.start(48)) {
            shop.configure("device.printer.escpos-receipt", "address=" + paper.address());
            shop.awaitStatus("printer", Level.OK);
            paper.slow(Duration.ofMillis(20));
            shop.scan(Shop.BOURBON);
            shop.pay();
            assertTrue(
                    paper.await(p -> p.uncut().text().contains("Test Store"), TestLane.PATIENCE), "the receipt begins");
            // However late the deletion is noticed, the receipt does not end before.
            paper.stuck(true);
            Path jar = shop.plugins().resolve(PRINTER_JAR);
            Files.delete(jar);
            TestLane.awaitTrue(() -> services(shop, PosPrinter.class) == 0, "lane without a printer");
            // What the printer holds would still come out, so the person at it switches it off and on.
            paper.powerCycle();
            paper.slow(Duration.ZERO);
            paper.stuck(false);
            shop.scan(Shop.GIN);
            shop.pay();
            TestJars.drop(driver(PRINTER_JAR), jar);
            assertTrue(paper.awaitReceipts(2, TestLane.PATIENCE), "both receipts are printed");
            awaitEmptyQueue(shop);
            assertEquals(2, paper.receipts().size());
            String again = paper.receipts().get(0).text();
            assertTrue(again.contains("COPY") && again.contains("20.87"), again);
            assertTrue(paper.receipts().get(1).text().contains("25.95"));
        }
    }

    /** Until then a receipt that is cut may still be told to be printed: without its driver it would come again, as a copy. */
    private static void awaitEmptyQueue(Shop shop) {
        TestLane.awaitTrue(() -> shop.service(Receipts.class).queue().waiting() == 0, "empty queue");
    }

    private static void printsEachOnce(Shop shop, EscPosEmulator paper) {
        // Both jobs must be over before the paper is counted: a doubled one would come last.
        awaitEmptyQueue(shop);
        assertEquals(2, paper.receipts().size());
        assertTrue(paper.receipts().get(0).text().contains("RIVER BEND BOURBON"));
        assertTrue(paper.receipts().get(1).text().contains("NORTH COVE GIN"));
        assertTrue(paper.receipts().stream().noneMatch(r -> r.text().contains("COPY")), "no copy was needed");
        assertEquals(List.of(), paper.problems());
    }

    private static Path driver(String jar) {
        return TestLane.distribution().resolve("drivers").resolve(jar);
    }

    private static void listen(Shop shop, List<String> scans) {
        shop.service(Scanner.class).addScanListener(scan -> scans.add(scan.data()));
    }

    /** What is sent while the port is still being opened is lost, as on a real one: it is sent as soon as the driver has it open. */
    private static void awaitScan(Shop shop, SerialCable cable, List<String> scans, String code) {
        TestLane.awaitTrue(() -> shop.service(Scanner.class).status().canServe(), "the open port");
        cable.send((code + "\r").getBytes(StandardCharsets.US_ASCII));
        TestLane.awaitTrue(() -> scans.stream().anyMatch(s -> s.endsWith(code)), "scan of " + code + " in " + scans);
    }

    private static long services(Shop shop, Class<? extends Device> type) {
        try {
            return shop.lane().lane().context().getServiceReferences(type, null).size();
        } catch (org.osgi.framework.InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isThere(Shop shop, Class<?> type, Object service) {
        ServiceReference<?> reference = shop.lane().lane().context().getServiceReference(type);
        return reference != null && shop.lane().lane().context().getService(reference) == service;
    }

    private static WeakReference<ClassLoader> loader(Shop shop) {
        return new WeakReference<>(
                shop.bundle(SCANNER).adapt(BundleWiring.class).getClassLoader());
    }

    /** Not asked of the printer: the JDK keeps the class of the record component that it linked last, which may be the driver's. */
    private static void assertUnloaded(WeakReference<ClassLoader> loader) {
        TestLane.awaitTrue(
                () -> {
                    System.gc();
                    return loader.get() == null;
                },
                "garbage collection of the deleted driver's classes");
    }

    private static void assertGone(Shop shop, String name, String device) {
        TestLane.awaitTrue(
                () -> shop.bundles().map(Bundle::getSymbolicName).noneMatch(name::equals), "container without " + name);
        TestLane.awaitTrue(
                () -> threads(name, device).isEmpty(), "end of the threads of " + name + ": " + threads(name, device));
    }

    private static List<String> threads(String name, String device) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> e.getKey().getName().contains(device)
                        || Arrays.stream(e.getValue())
                                .anyMatch(frame -> frame.getClassName().startsWith(name + ".")))
                .map(e -> e.getKey().getName())
                .toList();
    }

    private static void report(String what, long since) {
        Duration time = Duration.ofNanos(System.nanoTime() - since);
        System.out.println("hot swap: " + what + ": " + time.toMillis() + " ms");
        assertTrue(time.compareTo(PROMISE) < 0, what + " took " + time);
    }
}
