package com.euphoriapos.device.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.serial.SerialCable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jpos.JposConst;
import jpos.JposException;
import jpos.Scanner;
import jpos.ScannerConst;
import jpos.config.simple.SimpleEntry;
import jpos.loader.JposServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from bytes on a wire to events of a JavaPOS control, on a flat class path. */
class ScannerOverCableTest {
    private static final String NAME = "cableScanner";

    private final List<String> scans = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final Scanner scanner = new Scanner();

    @TempDir
    Path folder;

    private SerialCable cable;

    @BeforeEach
    void plugIn() throws JposException {
        cable = new SerialCable(folder);
        SimpleEntry entry = new SimpleEntry(
                NAME, JposServiceLoader.getManager().getEntryRegistry().getRegPopulator());
        entry.addProperty("serviceInstanceFactoryClass", SerialScannerFactory.class.getName());
        entry.addProperty("serviceClass", SerialScannerService.class.getName());
        entry.addProperty("port", cable.port().toString());
        JposServiceLoader.getManager().getEntryRegistry().addJposEntry(NAME, entry);
        scanner.addDataListener(event -> scanned());
        scanner.addStatusUpdateListener(event -> statuses.add(event.getStatus()));
        scanner.open(NAME);
        scanner.claim(30_000);
        scanner.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        scanner.setDecodeData(true);
        scanner.setDeviceEnabled(true);
        scanner.setDataEventEnabled(true);
    }

    @AfterEach
    void unplug() throws JposException {
        scanner.close();
        cable.close();
        JposServiceLoader.getManager().getEntryRegistry().removeJposEntry(NAME);
    }

    private void scanned() {
        try {
            scans.add(new String(scanner.getScanDataLabel(), StandardCharsets.ISO_8859_1) + "/"
                    + scanner.getScanDataType());
            scanner.setDataEventEnabled(true);
        } catch (JposException e) {
            scans.add(e.toString());
        }
    }

    private void send(String text) {
        cable.send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsCodesWithAndWithoutIdentifierAndSuffix() {
        send("4006381333931\r\n");
        send("]C1" + "0104006381333931" + "\r");
        send("036000291452");

        Await.until("three scans", () -> scans.size() == 3);
        assertEquals(
                List.of(
                        "4006381333931/" + ScannerConst.SCAN_SDT_EAN13,
                        "0104006381333931/" + ScannerConst.SCAN_SDT_GS1128,
                        "036000291452/" + ScannerConst.SCAN_SDT_UPCA),
                scans);
    }

    @Test
    void dropsTheHalfCodeOfAnUnpluggedScannerAndComesBackByItself() {
        send("40063");
        cable.unplug();
        Await.until("unplugged shows", () -> statuses.contains(JposConst.JPOS_SUE_POWER_OFF_OFFLINE));

        cable.plug();
        Await.until("plugged in shows", () -> statuses.get(statuses.size() - 1) == JposConst.JPOS_SUE_POWER_ONLINE);
        send("81333931\r");

        // Where the machine was too slow to pull the plug in time, the half code is a code of its own, which nobody
        // sells.
        Await.until("the next code", () -> scans.stream().anyMatch(scan -> scan.startsWith("81333931/")));
    }

    @Test
    void tellsSupportWhatWentOverTheWire() throws JposException {
        send("12345670\r");
        Await.until("the scan", () -> scans.size() == 1);
        StringBuilder lines = new StringBuilder();

        scanner.directIO(SerialScannerService.DIRECT_CAPTURE, new int[1], lines);

        assertTrue(lines.toString().contains("12345670"), lines.toString());
    }

    @Test
    void refusesASecondProgramUntilTheFirstReleases() throws JposException {
        Scanner second = new Scanner();
        second.open(NAME);
        try {
            JposException refused =
                    org.junit.jupiter.api.Assertions.assertThrows(JposException.class, () -> second.claim(100));
            assertEquals(JposConst.JPOS_E_TIMEOUT, refused.getErrorCode());
            scanner.release();
            second.claim(30_000);
            second.setDeviceEnabled(true);
            second.setDataEventEnabled(true);
            send("96385074\r");
            Await.until("the second program's scan", () -> raw(second).length > 0);
            assertArrayEquals("96385074".getBytes(StandardCharsets.US_ASCII), raw(second));
        } finally {
            second.close();
        }
    }

    private static byte[] raw(Scanner from) {
        try {
            return from.getScanData();
        } catch (JposException e) {
            throw new AssertionError(e);
        }
    }
}
