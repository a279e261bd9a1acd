package com.euphoriapos.device.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.ScanListener;
import com.euphoriapos.testkit.Await;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SimulatedScannerTest {
    private final SimulatedScanner scanner = new SimulatedScanner();
    private final List<DeviceScan> heard = Collections.synchronizedList(new ArrayList<>());
    private final ScanListener listener = heard::add;

    @AfterEach
    void stop() {
        scanner.stop();
    }

    @Test
    void tellsEachScanOnceAndInOrder() {
        scanner.addScanListener(listener);
        scanner.addScanListener(listener);

        for (int i = 0; i < 20; i++) {
            assertTrue(scanner.scan("code " + i));
        }

        Await.until("all scans arrived", () -> heard.size() >= 20);
        for (int i = 0; i < 20; i++) {
            assertEquals("code " + i, heard.get(i).data());
        }
        assertEquals(20, heard.size());
        assertEquals(20, scanner.counters().get("scans"));
    }

    @Test
    void namesTheAimIdentifierWhereOneIsSent() {
        scanner.addScanListener(listener);

        scanner.scan("]E04882001022276");

        Await.until("the scan arrived", () -> heard.size() == 1);
        assertEquals("]E0", heard.get(0).aimId());
        assertEquals("]E04882001022276", heard.get(0).data());
    }

    @Test
    void readsNothingWhileUnplugged() {
        scanner.addScanListener(listener);
        scanner.plug(false);

        assertFalse(scanner.scan("lost"));
        assertTrue(scanner.status().has(DeviceCondition.UNREACHABLE));

        scanner.plug(true);
        assertTrue(scanner.scan("read"));
        Await.until("the scan arrived", () -> heard.size() == 1);
        assertEquals("read", heard.get(0).data());
        assertEquals(1, scanner.counters().get("reconnects"));
    }

    @Test
    void aListenerThatFailsKeepsNothingFromTheNext() {
        scanner.addScanListener(scan -> {
            throw new IllegalStateException("planned");
        });
        scanner.addScanListener(listener);

        scanner.scan("code");

        Await.until("the scan arrived", () -> heard.size() == 1);
    }

    @Test
    void countsWhatTheLaneIsTooSlowToTake() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        scanner.addScanListener(scan -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        int taken = 0;
        while (scanner.scan("code") && taken < 1_000) {
            taken++;
        }

        assertTrue(taken < 1_000, "the queue has a bound");
        assertEquals(1, scanner.counters().get("lostScans"));
        release.countDown();
    }

    @Test
    void callsNobodyAfterTheRemoval() {
        List<DeviceStatus> statuses = Collections.synchronizedList(new ArrayList<>());
        DeviceStatusListener statusListener = (device, status) -> statuses.add(status);
        scanner.addStatusListener(statusListener);
        scanner.addStatusListener(statusListener);
        scanner.addScanListener(listener);
        scanner.removeStatusListener(statusListener);
        scanner.removeScanListener(listener);
        List<DeviceScan> others = Collections.synchronizedList(new ArrayList<>());
        scanner.addScanListener(others::add);

        scanner.plug(false);
        scanner.plug(true);
        scanner.scan("code");

        Await.until("the other listener heard", () -> others.size() == 1);
        assertEquals(List.of(), heard);
        assertEquals(List.of(DeviceStatus.READY), statuses);
    }

    @Test
    void leavesNoThreadBehind() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        scanner.addScanListener(scan -> thread.set(Thread.currentThread()));
        scanner.scan("code");
        Await.until("the scan arrived", () -> thread.get() != null);
        assertEquals("simulator-scanner", thread.get().getName());

        scanner.stop();

        Await.until("the thread ended", () -> !thread.get().isAlive());
        assertFalse(scanner.scan("code"));
    }
}
