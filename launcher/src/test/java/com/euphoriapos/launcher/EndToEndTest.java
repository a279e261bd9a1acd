package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.printer.EscPosEmulator;
import com.euphoriapos.testkit.serial.SerialCable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a person does it: window, keys, scanner, wedge, printer, power cut. */
final class EndToEndTest {
    private static final String PIN = "739155";
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String PRICE_BOOK =
            """
            Item Number,Item Description,Category Name,Bottle Volume__ml,Pack,UPC,SCC,State Bottle Retail
            1001,RIVER BEND BOURBON,STRAIGHT BOURBON WHISKIES,750,6,012345678905,10012345678902,19.50
            1002,NORTH COVE GIN,IMPORTED DRY GINS,1000,12,4006381333931,,24.25
            """;

    @TempDir
    Path folder;

    @Test
    void sellsFromTheFirstScanToThePowerCutAndBack() throws Exception {
        Path home = folder.resolve("lane");
        Product product = new Product(home);
        Path book = folder.resolve("book.csv");
        Files.writeString(book, PRICE_BOOK);
        Product.Run setUp = product.commands(
                "pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --owner-last West --pin "
                        + PIN,
                "pos:import-products " + book);
        assertEquals(0, setUp.exitCode(), setUp.text());
        try (Desktop desktop = new Desktop(1280, 800);
                SerialCable cable = new SerialCable(Files.createDirectories(folder.resolve("cable")));
                EscPosEmulator printer = EscPosEmulator.start(42)) {
            Files.writeString(
                    home.resolve("config/device.scanner.serial-1.cfg"), "id=scanner-1\nport=" + cable.port() + "\n");
            Files.writeString(
                    home.resolve("config/device.printer.escpos-receipt.cfg"),
                    "address=" + printer.address() + "\ncolumns=42\n");
            Process first = product.markingScans().open(desktop);
            try {
                sell(product, desktop, cable, printer);
            } finally {
                kill(first);
            }
            long mark = product.logMark();
            Process second = product.open(desktop);
            try {
                findItAgain(product, desktop, mark);
            } finally {
                kill(second);
            }
        }
        Product.Run sales = product.commands("pos:sales --json");
        assertEquals(1, sales.lines().size(), sales.text());
        assertTrue(sales.text().contains("\"totalCents\":6768"), sales.text());
    }

    private static void sell(Product product, Desktop desktop, SerialCable cable, EscPosEmulator printer)
            throws Exception {
        product.awaitLog(0, "Screen sign-in is shown");
        desktop.picture(PICTURES.resolve("end-to-end-1-sign-in.png"));
        signIn(product, desktop, 0);
        product.awaitLog(0, "Device scanner-1 is ready");
        cable.send("012345678905\r".getBytes(StandardCharsets.US_ASCII));
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM open_transaction") == 1, "the cart after the serial scan");
        desktop.wedge("~4006381333931");
        desktop.wedge("~012345678905");
        TestLane.awaitTrue(
                () -> product.number("SELECT instr(body, '1002') > 0 AND instr(body, '2000') > 0 FROM open_transaction")
                        == 1,
                "both items, the first one twice, in the cart");
        desktop.picture(PICTURES.resolve("end-to-end-2-sale.png"));
        desktop.press("F12");
        product.awaitLog(0, "Screen tender is shown");
        desktop.picture(PICTURES.resolve("end-to-end-3-tender.png"));
        desktop.press("Return");
        TestLane.awaitTrue(() -> product.number("SELECT count(*) FROM transactions") == 1, "the sale in the database");
        assertTrue(printer.awaitReceipts(1, TestLane.PATIENCE), "no receipt was printed");
        desktop.picture(PICTURES.resolve("end-to-end-4-change.png"));
        String receipt = printer.receipts().get(0).text();
        assertTrue(receipt.contains("RIVER BEND BOURBON"), receipt);
        assertTrue(receipt.contains("67.68"), receipt);
        // It is asked for before the receipt, which does not wait for it for long.
        assertTrue(printer.await(p -> !p.pulses().isEmpty(), TestLane.PATIENCE), "the drawer does not open");
        assertEquals(1, printer.pulses().size(), "the drawer opens once");
        assertEquals(0, printer.problems().size(), printer.problems().toString());
        cable.send("4006381333931\r".getBytes(StandardCharsets.US_ASCII));
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM open_transaction") == 1, "the cart of the next customer");
    }

    private static void findItAgain(Product product, Desktop desktop, long mark) throws Exception {
        product.awaitLog(mark, "Screen sign-in is shown");
        signIn(product, desktop, mark);
        desktop.picture(PICTURES.resolve("end-to-end-5-cart-is-back.png"));
        assertEquals(1, product.number("SELECT count(*) FROM open_transaction"), "the open cart comes back");
        desktop.press("F7");
        product.awaitLog(mark, "Screen history is shown");
        desktop.picture(PICTURES.resolve("end-to-end-6-history.png"));
        assertEquals(1, product.number("SELECT count(*) FROM transactions"), "the paid sale is there exactly once");
    }

    private static void signIn(Product product, Desktop desktop, long mark) throws Exception {
        for (char digit : PIN.toCharArray()) {
            desktop.press(String.valueOf(digit));
        }
        desktop.press("Return");
        product.awaitLog(mark, "Screen sale is shown");
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
        assertFalse(process.isAlive());
    }
}
