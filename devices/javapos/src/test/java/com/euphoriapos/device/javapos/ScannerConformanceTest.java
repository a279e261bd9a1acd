package com.euphoriapos.device.javapos;

import static com.euphoriapos.device.javapos.Refusals.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.javapos.Refusals.Call;
import com.euphoriapos.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.ScannerConst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What UnifiedPOS demands of any scanner service. */
class ScannerConformanceTest {
    private final MemoryScannerPort port = new MemoryScannerPort("memory:" + UUID.randomUUID());
    private final MemoryScannerService scanner = new MemoryScannerService(port);
    private final MemoryScannerService other = new MemoryScannerService(port);
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void closeAll() throws JposException {
        scanner.deleteInstance();
        other.deleteInstance();
    }

    private void enable() throws JposException {
        scanner.open("scanner", events);
        scanner.claim(0);
        scanner.setDeviceEnabled(true);
    }

    private Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("enable", () -> scanner.setDeviceEnabled(true));
        calls.put("clearInput", scanner::clearInput);
        calls.put("clearInputProperties", scanner::clearInputProperties);
        calls.put("checkHealth", () -> scanner.checkHealth(JposConst.JPOS_CH_INTERNAL));
        calls.put("retrieveStatistics", () -> scanner.retrieveStatistics(new String[1]));
        return calls;
    }

    @Test
    void refusesEveryCallWhileItIsClosed() {
        calls().forEach((name, call) -> assertEquals(JposConst.JPOS_E_CLOSED, code(call), name));
        assertEquals(JposConst.JPOS_E_CLOSED, code(() -> scanner.claim(0)));
        assertEquals(JposConst.JPOS_E_CLOSED, code(scanner::release));
        assertEquals(JposConst.JPOS_E_CLOSED, code(scanner::close));
        assertEquals(JposConst.JPOS_E_CLOSED, code(scanner::getScanData));
        assertEquals(JposConst.JPOS_E_CLOSED, code(() -> scanner.setDataEventEnabled(true)));
        assertEquals(JposConst.JPOS_S_CLOSED, scanner.getState());
    }

    @Test
    void demandsAClaimAndSaysWhenAnotherHasIt() throws JposException {
        scanner.open("scanner", events);
        calls().forEach((name, call) -> assertEquals(JposConst.JPOS_E_NOTCLAIMED, code(call), name));

        other.open("other", new RecordedEvents());
        other.claim(0);

        calls().forEach((name, call) -> assertEquals(JposConst.JPOS_E_CLAIMED, code(call), name));
        assertEquals(JposConst.JPOS_E_TIMEOUT, code(() -> scanner.claim(0)));
        assertEquals(JposConst.JPOS_E_TIMEOUT, code(() -> scanner.claim(60)));
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> scanner.claim(-2)));
        other.release();
        assertEquals(0, code(() -> scanner.claim(0)));
    }

    @Test
    void demandsToBeEnabled() throws JposException {
        scanner.open("scanner", events);
        scanner.claim(0);

        assertEquals(JposConst.JPOS_E_DISABLED, code(() -> scanner.checkHealth(JposConst.JPOS_CH_INTERNAL)));
        assertEquals(JposConst.JPOS_E_DISABLED, code(() -> scanner.retrieveStatistics(new String[1])));
        assertFalse(port.started());
    }

    @Test
    void touchesNoHardwareUntilEnabledAndSaysThenThatItIsMissing() throws JposException {
        port.plugged(false);
        scanner.open("scanner", events);
        scanner.claim(0);

        assertEquals(JposConst.JPOS_E_NOHARDWARE, code(() -> scanner.setDeviceEnabled(true)));
        assertFalse(port.started());

        scanner.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        scanner.setDeviceEnabled(true);
        Await.until("the power is told", () -> events.seen.contains("status " + JposConst.JPOS_SUE_POWER_OFF_OFFLINE));
        port.plugged(true);
        Await.until("it is there", () -> events.seen.contains("status " + JposConst.JPOS_SUE_POWER_ONLINE));
        assertEquals(JposConst.JPOS_PS_ONLINE, scanner.getPowerState());
    }

    @Test
    void deliversOneScanForEachTimeDataEventsAreEnabled() throws JposException {
        enable();
        scanner.setDecodeData(true);
        port.scan("4006381333931");
        port.scan("second");
        assertEquals(2, scanner.getDataCount());
        assertEquals(List.of(), events.seen);

        scanner.setDataEventEnabled(true);
        Await.until("the first", () -> events.seen.size() == 1);
        assertFalse(scanner.getDataEventEnabled());
        assertEquals(1, scanner.getDataCount());
        assertEquals(ScannerConst.SCAN_SDT_EAN13, scanner.getScanDataType());
        assertArrayEquals("4006381333931".getBytes(StandardCharsets.US_ASCII), scanner.getScanDataLabel());

        scanner.setDataEventEnabled(true);
        Await.until("the second", () -> events.seen.size() == 2);
        assertArrayEquals("second".getBytes(StandardCharsets.US_ASCII), scanner.getScanData());
    }

    @Test
    void holdsEverythingWhileEventsAreFrozen() throws JposException {
        enable();
        scanner.setFreezeEvents(true);
        scanner.setDataEventEnabled(true);
        port.scan("one");
        assertEquals(1, scanner.getDataCount());
        assertTrue(scanner.getFreezeEvents());
        assertEquals(List.of(), events.seen);

        scanner.setFreezeEvents(false);

        Await.until("the scan", () -> events.seen.equals(List.of("data")));
    }

    @Test
    void leavesLabelAndTypeEmptyWithoutDecoding() throws JposException {
        enable();
        scanner.setDataEventEnabled(true);
        port.scan("4006381333931");
        Await.until("the scan", () -> events.seen.size() == 1);

        assertEquals(0, scanner.getScanDataLabel().length);
        assertEquals(ScannerConst.SCAN_SDT_UNKNOWN, scanner.getScanDataType());
        assertEquals(13, scanner.getScanData().length);
        scanner.clearInputProperties();
        assertEquals(0, scanner.getScanData().length);
    }

    @Test
    void disablesItselfWithTheFirstScanWhenAsked() throws JposException {
        enable();
        scanner.setAutoDisable(true);

        port.scan("one");
        port.scan("two");

        assertFalse(scanner.getDeviceEnabled());
        assertEquals(1, scanner.getDataCount());
        scanner.clearInput();
        assertEquals(0, scanner.getDataCount());
    }

    @Test
    void canBeClosedByTheListenerOfItsOwnEvent() throws Exception {
        enable();
        CountDownLatch closed = new CountDownLatch(1);
        events.onData = () -> {
            if (code(scanner::close) == 0) {
                closed.countDown();
            }
        };
        scanner.setDataEventEnabled(true);

        port.scan("one");

        assertTrue(closed.await(60, TimeUnit.SECONDS));
        assertEquals(JposConst.JPOS_S_CLOSED, scanner.getState());
        assertFalse(port.started());
    }

    @Test
    void dropsWhatNobodyTakesAfterTwoHundredScans() throws JposException {
        enable();
        for (int i = 0; i < ServiceEvents.INPUT_MAX + 10; i++) {
            port.scan("code " + i);
        }

        assertEquals(ServiceEvents.INPUT_MAX, scanner.getDataCount());
        assertEquals(10L, scanner.counters().get("droppedEvents"));
    }

    @Test
    void tellsItsHealthAndItsStatistics() throws JposException {
        enable();
        scanner.checkHealth(JposConst.JPOS_CH_INTERNAL);
        assertEquals("Internal HCheck: Successful, in the hand", scanner.getCheckHealthText());
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> scanner.checkHealth(JposConst.JPOS_CH_INTERACTIVE)));
        assertEquals("Interactive HCheck: Not Supported", scanner.getCheckHealthText());
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> scanner.checkHealth(9)));
        port.scan("one");
        String[] statistics = new String[1];

        scanner.retrieveStatistics(statistics);

        assertTrue(statistics[0].contains("<Name>scans</Name><Value>1</Value>"), statistics[0]);
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> scanner.updateStatistics("")));
    }

    @Test
    void allowsPowerNotificationToChangeOnlyWhileDisabled() throws JposException {
        enable();
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> scanner.setPowerNotify(JposConst.JPOS_PN_ENABLED)));
        scanner.setDeviceEnabled(false);
        assertEquals(0, code(() -> scanner.setPowerNotify(JposConst.JPOS_PN_ENABLED)));
        assertEquals(JposConst.JPOS_E_ILLEGAL, code(() -> scanner.setPowerNotify(5)));
    }
}
