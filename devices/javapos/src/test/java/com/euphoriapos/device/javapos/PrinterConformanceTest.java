package com.euphoriapos.device.javapos;

import static com.euphoriapos.device.javapos.Refusals.code;
import static com.euphoriapos.device.javapos.Refusals.extendedCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.javapos.PrinterPort.Paper;
import com.euphoriapos.device.javapos.PrinterPort.Status;
import com.euphoriapos.device.javapos.Refusals.Call;
import com.euphoriapos.testkit.Await;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What UnifiedPOS demands of any receipt printer service. */
class PrinterConformanceTest {
    private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;
    private static final Status OK = new Status(PowerStatus.ONLINE, false, Paper.OK);
    private static final Status NO_PAPER = new Status(PowerStatus.ONLINE, false, Paper.OUT);
    private static final Status OPEN = new Status(PowerStatus.ONLINE, true, Paper.OK);

    private final MemoryPrinterPort port = new MemoryPrinterPort("memory:" + UUID.randomUUID());
    private final MemoryPrinterService printer = new MemoryPrinterService(port);
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void close() throws JposException {
        printer.deleteInstance();
    }

    private void enable() throws JposException {
        printer.open("printer", events);
        printer.claim(0);
        printer.setDeviceEnabled(true);
    }

    private Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("printNormal", () -> printer.printNormal(99, "x"));
        calls.put("printImmediate", () -> printer.printImmediate(99, "x"));
        calls.put("cutPaper", () -> printer.cutPaper(500));
        calls.put("barcode", () -> printer.printBarCode(99, "x", 1, 1, 1, 1, 1));
        calls.put("bitmap", () -> printer.printBitmap(99, "x", 1, 1));
        calls.put("transaction", () -> printer.transactionPrint(99, 0));
        calls.put("validate", () -> printer.validateData(99, "x"));
        calls.put("characterSet", () -> printer.setCharacterSet(1));
        calls.put("rotate", () -> printer.rotatePrint(99, 0));
        calls.put("slip", () -> printer.beginInsertion(0));
        return calls;
    }

    private void refusedWith(int expected) {
        calls().forEach((name, call) -> assertEquals(expected, code(call), name));
    }

    @Test
    void refusesInTheOrderClosedNotClaimedDisabledIllegal() throws JposException {
        refusedWith(JposConst.JPOS_E_CLOSED);
        printer.open("printer", events);
        refusedWith(JposConst.JPOS_E_NOTCLAIMED);
        printer.claim(0);
        refusedWith(JposConst.JPOS_E_DISABLED);
        printer.setDeviceEnabled(true);
        refusedWith(JposConst.JPOS_E_ILLEGAL);
    }

    @Test
    void printsATransactionAsOneJob() throws JposException {
        enable();
        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
        printer.printNormal(RECEIPT, "\u001b|bCTotal\u001b|N 1.00\n");
        printer.cutPaper(100);
        assertTrue(port.printed.isEmpty());

        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_NORMAL);

        assertEquals(1, port.printed.size());
        assertEquals(
                List.of(
                        new PrintItem.Text("Total", TextStyle.PLAIN.bold(true)),
                        new PrintItem.Text(" 1.00\n", TextStyle.PLAIN),
                        new PrintItem.Cut(100, false)),
                port.printed.get(0).items());
        assertEquals(858, port.printed.get(0).characterSet());
        int[] confirmed = new int[1];
        printer.directIO(PosPrinterServiceBase.DIRECT_LAST_CONFIRMED, confirmed, "");
        assertEquals(1, confirmed[0]);
    }

    @Test
    void namesPaperCoverAndPowerWhenItCantPrint() throws JposException {
        enable();
        port.become(NO_PAPER);
        assertEquals(POSPrinterConst.JPOS_EPTR_REC_EMPTY, extendedCode(() -> printer.printNormal(RECEIPT, "x\n")));
        assertTrue(printer.getRecEmpty());
        assertTrue(printer.getErrorString().contains("paper"));
        port.become(OPEN);
        assertEquals(POSPrinterConst.JPOS_EPTR_COVER_OPEN, extendedCode(() -> printer.printNormal(RECEIPT, "x\n")));
        port.become(new Status(PowerStatus.OFF_OFFLINE, false, Paper.OK));
        assertEquals(JposConst.JPOS_E_OFFLINE, code(() -> printer.printNormal(RECEIPT, "x\n")));
        port.become(OK);
        assertEquals(0, code(() -> printer.printNormal(RECEIPT, "x\n")));

        Await.until(
                "all changes are told in order",
                () -> events.seen.equals(
                        List.of("status 24", "status 11", "status 62", "status 26", "status 12", "status 63")));
    }

    @Test
    void printsLaterAndTellsWhenItHas() throws JposException {
        enable();
        printer.setAsyncMode(true);
        port.hold(true);
        printer.printNormal(RECEIPT, "one\n");
        printer.printNormal(RECEIPT, "two\n");
        printer.setFlagWhenIdle(true);
        assertEquals(JposConst.JPOS_S_BUSY, printer.getState());
        assertEquals(2, printer.getOutputID());
        printer.setAsyncMode(false);
        assertEquals(JposConst.JPOS_E_BUSY, code(() -> printer.printNormal(RECEIPT, "three\n")));

        port.hold(false);

        Await.until("both", () -> events.seen.equals(List.of("printed 1", "printed 2", "status 1001")));
        assertEquals(JposConst.JPOS_S_IDLE, printer.getState());
    }

    @Test
    void triesAnAsynchronousJobAgainWhenTheApplicationSaysSo() throws JposException {
        enable();
        printer.setAsyncMode(true);
        port.become(NO_PAPER);
        events.onError = event -> port.become(OK);

        printer.printNormal(RECEIPT, "one\n");

        Await.until("printed after all", () -> events.seen.contains("printed 1"));
        assertTrue(events.seen.contains("error 114/203"));
        assertEquals(1, port.printed.size());
    }

    @Test
    void dropsAllAsynchronousJobsWhenTheApplicationClears() throws JposException {
        enable();
        printer.setAsyncMode(true);
        port.become(NO_PAPER);
        events.onError = event -> event.setErrorResponse(JposConst.JPOS_ER_CLEAR);
        printer.printNormal(RECEIPT, "one\n");
        printer.printNormal(RECEIPT, "two\n");

        Await.until("cleared", () -> printer.getState() == JposConst.JPOS_S_IDLE && events.seen.size() > 1);
        port.become(OK);
        printer.setAsyncMode(false);
        printer.printNormal(RECEIPT, "three\n");

        assertEquals(1, port.printed.size());
    }

    @Test
    void freesACallerThatPrintsWhenItIsClosed() throws Exception {
        enable();
        port.hold(true);
        CompletableFuture<Integer> refused =
                CompletableFuture.supplyAsync(() -> code(() -> printer.printNormal(RECEIPT, "one\n")), work -> {
                    Thread thread = new Thread(work, "caller");
                    thread.setDaemon(true);
                    thread.start();
                });
        Await.until("busy", () -> printer.getState() == JposConst.JPOS_S_BUSY);

        printer.close();

        assertEquals(JposConst.JPOS_E_FAILURE, refused.get(60, TimeUnit.SECONDS));
        assertEquals(JposConst.JPOS_S_CLOSED, printer.getState());
    }

    @Test
    void forgetsATransactionThatIsCleared() throws JposException {
        enable();
        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
        printer.printNormal(RECEIPT, "never\n");
        printer.clearOutput();

        assertEquals(
                JposConst.JPOS_E_ILLEGAL, code(() -> printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_NORMAL)));
        printer.printNormal(RECEIPT, "later\n");
        assertEquals(1, port.printed.size());
    }
}
