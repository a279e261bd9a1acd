package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.javapos.PowerStatus;
import com.euphoriapos.device.javapos.PrinterPort.Outcome;
import com.euphoriapos.device.javapos.PrinterPort.Paper;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PrinterSessionTest {
    /** With {@link Printing#IMPATIENT} settings it is two seconds; a busy machine gets more. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"dle", "asb"})
    void printsAReceiptAndConfirmsIt(String capability) throws JposException {
        try (Printing lane = Printing.with(capability)) {
            Outcome outcome = lane.print(Receipts.full());

            assertEquals(Outcome.CONFIRMED, outcome);
            assertEquals(1, lane.printer.receipts().size());
            assertTrue(lane.printer.receipts().get(0).text().contains("€24.10"));
            assertEquals(List.of(), lane.printer.problems());
            lane.await(
                    "all is well",
                    new com.euphoriapos.device.javapos.PrinterPort.Status(PowerStatus.ONLINE, false, Paper.OK)::equals);
        }
    }

    @Test
    void printsUnconfirmedWhereThePrinterIsOfAKindThatNeverAnswers() throws JposException {
        try (Printing lane = Printing.with("none")) {
            assertEquals(Outcome.UNCONFIRMED, lane.print(Receipts.full()));
            assertTrue(lane.printer.awaitReceipts(1, SOON));
            assertEquals(List.of(), lane.printer.problems());
        }
    }

    @Test
    void printsUnconfirmedWithinTheBoundWhenAPrinterNeverAnswered() throws JposException {
        EscPosEmulator printer = EscPosEmulator.start(48);
        printer.silent(true);
        try (Printing lane = Printing.with(printer, Printing.IMPATIENT)) {
            long began = System.nanoTime();

            assertEquals(Outcome.UNCONFIRMED, lane.print(Receipts.small(1)));

            assertTrue(System.nanoTime() - began < BOUND.toNanos());
            assertTrue(printer.awaitReceipts(1, SOON));
            lane.await("it is silent", s -> s.power() == PowerStatus.OFFLINE);
        }
    }

    @Test
    void sendsNothingToAPrinterThatStoppedAnswering() throws JposException {
        try (Printing lane = Printing.with("asb")) {
            lane.await("online", s -> s.power() == PowerStatus.ONLINE);
            lane.printer.silent(true);

            JposException failure = assertThrows(JposException.class, () -> lane.print(Receipts.small(1)));

            assertEquals(JposConst.JPOS_E_TIMEOUT, failure.getErrorCode());
            lane.printer.silent(false);
            lane.await("online again", s -> s.power() == PowerStatus.ONLINE);
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(1)));
            assertEquals(1, lane.printer.receipts().size());
        }
    }

    @Test
    void printsUnconfirmedWhenThePrinterFallsSilentInTheMiddle() throws JposException {
        try (Printing lane =
                Printing.with(EscPosEmulator.start(48), Map.of("status", "dle", "confirmMillis", "1500"))) {
            lane.await("online", s -> s.power() == PowerStatus.ONLINE);
            lane.printer.silentAfter(60);

            assertEquals(Outcome.UNCONFIRMED, lane.print(Receipts.small(1)));

            assertEquals(1, lane.printer.receipts().size());
        }
    }

    @Test
    void saysOfAPrinterThatStoppedAnsweringThatItIsSilent() {
        try (Printing lane = Printing.with("dle")) {
            lane.await("online", s -> s.power() == PowerStatus.ONLINE);

            lane.printer.silent(true);
            lane.await("silent", s -> s.power() == PowerStatus.OFFLINE);

            lane.printer.silent(false);
            lane.await("online again", s -> s.power() == PowerStatus.ONLINE);
        }
    }

    @Test
    void printsUnconfirmedWithinTheBoundWhenThePrinterAnswersAllButTheConfirmation() throws JposException {
        EscPosEmulator printer = EscPosEmulator.start(48);
        printer.neverConfirms(true);
        try (Printing lane = Printing.with(printer, Map.of("confirmMillis", "1500"))) {
            long began = System.nanoTime();

            assertEquals(Outcome.UNCONFIRMED, lane.print(Receipts.small(1)));

            assertTrue(System.nanoTime() - began < BOUND.toNanos());
            printer.neverConfirms(false);
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(2)));
        }
    }

    @Test
    void refusesAtOnceWithoutPaperAndSendsNothing() {
        try (Printing lane = Printing.with("asb")) {
            lane.printer.paperOutAfter(0);

            JposException failure = assertThrows(JposException.class, () -> lane.print(Receipts.small(1)));

            assertEquals(POSPrinterConst.JPOS_EPTR_REC_EMPTY, failure.getErrorCodeExtended());
            lane.await("paper out", s -> s.paper() == Paper.OUT);
            lane.printer.loadPaper();
            lane.await("paper in", s -> s.paper() == Paper.OK);
            assertEquals(0, lane.printer.receipts().size());
            assertEquals("", lane.printer.uncut().text());
        }
    }

    @Test
    void refusesWithAnOpenCoverAndSaysSo() {
        try (Printing lane = Printing.with("dle")) {
            lane.printer.cover(true);

            JposException failure = assertThrows(JposException.class, () -> lane.print(Receipts.small(1)));

            assertEquals(POSPrinterConst.JPOS_EPTR_COVER_OPEN, failure.getErrorCodeExtended());
            lane.await("cover open", s -> s.coverOpen());
            lane.printer.cover(false);
            lane.await("cover closed", s -> !s.coverOpen() && s.power() == PowerStatus.ONLINE);
        }
    }

    @Test
    void tellsOfPaperNearItsEnd() {
        try (Printing lane = Printing.with("asb")) {
            lane.printer.nearEnd(true);
            lane.await("near end", s -> s.paper() == Paper.NEAR_END);
            lane.printer.nearEnd(false);
            lane.await("enough", s -> s.paper() == Paper.OK);
        }
    }

    @Test
    void freesAStuckCutterWhenTheNextReceiptComes() throws JposException {
        try (Printing lane = Printing.with("dle")) {
            lane.printer.jamCutter();
            lane.await("stuck", s -> s.power() == PowerStatus.OFFLINE);

            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(1)));

            assertEquals(1, lane.printer.receipts().size());
        }
    }

    @Test
    void tellsThatThePrinterIsUnpluggedAndServesWhenItIsBack() throws JposException {
        try (Printing lane = Printing.with("asb")) {
            lane.await("online", s -> s.power() == PowerStatus.ONLINE);

            lane.printer.unplug();
            lane.await("away", s -> s.power() == PowerStatus.OFF_OFFLINE);
            JposException failure = assertThrows(JposException.class, () -> lane.print(Receipts.small(1)));
            assertEquals(JposConst.JPOS_E_OFFLINE, failure.getErrorCode());

            lane.printer.plug();
            lane.await("back", s -> s.power() == PowerStatus.ONLINE);
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(1)));
            assertEquals(1, lane.printer.receipts().size());
        }
    }

    @Test
    void failsAJobWhoseConnectionIsReset() throws JposException {
        try (Printing lane = Printing.with("dle")) {
            lane.printer.resetAfter(60);

            assertThrows(JposException.class, () -> lane.print(Receipts.small(1)));

            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(2)));
            assertTrue(lane.printer
                    .receipts()
                    .get(lane.printer.receipts().size() - 1)
                    .text()
                    .contains("END 2"));
        }
    }

    @Test
    void failsAJobWhenThePrinterClosesItsHalfOfTheConnection() throws JposException {
        try (Printing lane = Printing.with("dle")) {
            lane.printer.halfCloseAfter(60);

            assertThrows(JposException.class, () -> lane.print(Receipts.small(1)));

            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(2)));
        }
    }

    @Test
    void waitsForASlowPrinter() throws JposException {
        try (Printing lane = Printing.with("dle")) {
            lane.printer.slow(Duration.ofMillis(2));

            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(1)));
        }
    }

    @Test
    void givesUpTheConnectionAfterAJobSoThatAnotherLaneCanPrint() throws JposException {
        EscPosEmulator printer = EscPosEmulator.start(48);
        Map<String, String> seldom = Map.of("pollMillis", "60000");
        try (Printing one = Printing.with(printer, seldom);
                Printing other = Printing.with(printer, seldom)) {
            assertEquals(Outcome.CONFIRMED, one.print(Receipts.small(1)));
            Await.until("the other lane prints", () -> {
                try {
                    return other.print(Receipts.small(2)) == Outcome.CONFIRMED;
                } catch (JposException e) {
                    return false;
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "dle", "asb"})
    void opensTheDrawerExactlyOnceAndBeforeTheReceipt(String capability) throws JposException {
        try (Printing lane = Printing.with(capability)) {
            lane.drawer.pulse();
            assertTrue(lane.printer.await(p -> p.pulses().size() == 1, SOON));
            assertEquals(0, lane.printer.receipts().size());

            lane.print(Receipts.small(1));

            assertTrue(lane.printer.awaitReceipts(1, SOON));
            assertEquals(List.of(2), lane.printer.pulses());
        }
    }

    @Test
    void opensTheDrawerAtOnceWithoutPaperAndNotAgainWhenPaperIsIn() throws JposException {
        try (Printing lane = Printing.with("asb")) {
            lane.printer.paperOutAfter(0);

            lane.drawer.pulse();
            assertTrue(lane.printer.await(p -> p.pulses().size() == 1, SOON));

            lane.printer.loadPaper();
            lane.await("paper in", s -> s.paper() == Paper.OK);
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(1)));
            assertEquals(1, lane.printer.pulses().size());
        }
    }

    @Test
    void opensNoDrawerThroughAPrinterThatHangsForItCouldOpenLater() throws JposException {
        try (Printing lane = Printing.with("dle")) {
            lane.printer.silent(true);
            lane.await("silent", s -> s.power() == PowerStatus.OFFLINE);

            JposException failure = assertThrows(JposException.class, lane.drawer::pulse);

            assertEquals(JposConst.JPOS_E_TIMEOUT, failure.getErrorCode());
            lane.printer.silent(false);
            lane.await("back", s -> s.power() == PowerStatus.ONLINE);
            assertEquals(List.of(), lane.printer.pulses());
        }
    }

    @Test
    void opensTheDrawerWhileAReceiptWaitsForItsConfirmation() throws Exception {
        EscPosEmulator printer = EscPosEmulator.start(48);
        printer.neverConfirms(true);
        try (Printing lane = Printing.with(printer, Map.of("confirmMillis", "8000"))) {
            CompletableFuture<Outcome> printing = CompletableFuture.supplyAsync(() -> {
                try {
                    return lane.print(Receipts.small(1));
                } catch (JposException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(printer.awaitReceipts(1, SOON));

            lane.drawer.pulse();

            assertTrue(printer.await(p -> p.pulses().size() == 1, SOON));
            assertFalse(printing.isDone());
            assertEquals(Outcome.UNCONFIRMED, printing.get());
        }
    }

    @Test
    void tellsWhenTheDrawerOpensAndCloses() throws JposException {
        try (Printing lane = Printing.with("dle")) {
            lane.drawer.pulse();
            Await.until("open", () -> lane.drawerStatus.opened());

            lane.printer.drawerSwitch(false);
            Await.until("closed", () -> !lane.drawerStatus.opened());
        }
    }

    @Test
    void readsADrawerThatIsWiredTheOtherWayRound() {
        try (Printing lane = Printing.with(EscPosEmulator.start(48), Map.of("drawerStatusInverted", "true"))) {
            Await.until("open", () -> lane.drawerStatus.opened());

            lane.printer.drawerSwitch(true);
            Await.until("closed", () -> !lane.drawerStatus.opened());
        }
    }

    @Test
    void cancelsAJobThatIsBeingPrinted() {
        try (Printing lane = Printing.with(EscPosEmulator.start(48), Map.of("confirmMillis", "20000"))) {
            lane.printer.neverConfirms(true);
            CompletableFuture<Integer> printing = CompletableFuture.supplyAsync(() -> {
                try {
                    lane.print(Receipts.small(1));
                    return 0;
                } catch (JposException e) {
                    return e.getErrorCode();
                }
            });
            assertTrue(lane.printer.awaitReceipts(1, SOON));

            lane.port.cancel();

            assertEquals(JposConst.JPOS_E_FAILURE, printing.join());
        }
    }

    @Test
    void leavesNoThreadBehind() throws JposException {
        try (Printing lane = Printing.with("asb")) {
            lane.print(Receipts.small(1));
            String port = String.valueOf(lane.printer.port());

            lane.drawer.stop();
            lane.port.stop();

            Await.until("no thread of it is left", () -> Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .noneMatch(name -> name.startsWith("escpos-") && name.endsWith(":" + port)));
        }
    }
}
