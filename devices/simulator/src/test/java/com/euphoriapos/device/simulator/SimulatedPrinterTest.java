package com.euphoriapos.device.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.PosPrinter.Outcome;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import com.euphoriapos.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulatedPrinterTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Pace QUICK = new Pace(Duration.ZERO, LONG, Duration.ofMillis(5), Duration.ofMillis(50));

    private final SimulatedPrinter printer = new SimulatedPrinter(QUICK);
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        printer.stop();
        worker.shutdownNow();
    }

    private static ReceiptDocument lines(int count) {
        return new ReceiptDocument(IntStream.range(0, count)
                .<ReceiptDocument.Element>mapToObj(i -> new Text("line " + i, Align.LEFT, Style.NORMAL))
                .toList());
    }

    @Test
    void confirmsWhatItPrintedWhole() {
        assertEquals(Outcome.CONFIRMED, printer.print(lines(3)));

        assertEquals(
                List.of("line 0", "line 1", "line 2"),
                printer.paper().lines().stream().map(line -> line.text()).toList());
        assertEquals(1, printer.counters().get("confirmed"));
        assertEquals(3, printer.counters().get("lines"));
    }

    @ParameterizedTest
    @CsvSource({"OFF,UNREACHABLE", "PAPER_OUT,PAPER_OUT", "COVER_OPEN,COVER_OPEN"})
    void refusesWhatItCannotPrintAndSaysWhy(PrinterSwitch trouble, DeviceCondition condition) {
        printer.turn(trouble, true);

        DeviceException refusal = assertThrows(DeviceException.class, () -> printer.print(lines(1)));

        assertEquals(condition, refusal.condition());
        assertTrue(printer.status().has(condition));
        assertFalse(printer.status().canServe());
        assertEquals(0, printer.paper().lines().size());
        assertEquals(1, printer.counters().get("failures"));
        printer.turn(trouble, false);
        assertEquals(DeviceStatus.READY, printer.status());
        assertEquals(Outcome.CONFIRMED, printer.print(lines(1)));
    }

    @Test
    void warnsOfLowPaperAndPrintsOn() {
        printer.turn(PrinterSwitch.PAPER_LOW, true);

        assertEquals(Outcome.CONFIRMED, printer.print(lines(1)));
        assertTrue(printer.status().has(DeviceCondition.PAPER_LOW));
        assertTrue(printer.status().canServe());
    }

    @Test
    void learnsOfTheSilenceOnlyFromTheAnswerThatNeverComes() {
        printer.turn(PrinterSwitch.SILENT, true);
        assertEquals(DeviceStatus.READY, printer.status());

        assertEquals(Outcome.UNCONFIRMED, printer.print(lines(2)));

        assertEquals(2, printer.paper().lines().size());
        assertTrue(printer.status().has(DeviceCondition.SILENT));
        assertEquals(
                DeviceCondition.SILENT,
                assertThrows(DeviceException.class, () -> printer.print(lines(1)))
                        .condition());
        printer.turn(PrinterSwitch.SILENT, false);
        assertEquals(DeviceStatus.READY, printer.status());
    }

    @Test
    void leavesHalfAReceiptWhenThePaperEndsInTheMiddle() {
        printer.paper().addListener(() -> {
            if (printer.paper().lines().size() == 2) {
                printer.turn(PrinterSwitch.PAPER_OUT, true);
            }
        });

        DeviceException failure = assertThrows(DeviceException.class, () -> printer.print(lines(5)));

        assertEquals(DeviceCondition.PAPER_OUT, failure.condition());
        assertEquals(2, printer.paper().lines().size());
    }

    @Test
    void failsTheDocumentInWorkWhenItIsTakenAway() {
        printer.turn(PrinterSwitch.SLOW, true);
        Future<Outcome> printing = worker.submit(() -> printer.print(lines(5)));
        Await.until("printing has begun", () -> printer.counters().get("jobs") == 1);

        printer.stop();

        ExecutionException failure = assertThrows(ExecutionException.class, printing::get);
        assertEquals(
                DeviceCondition.UNREACHABLE,
                assertThrows(DeviceException.class, () -> {
                            throw failure.getCause();
                        })
                        .condition());
    }

    @Test
    void doesNotWaitForEverBehindAnotherDocument() {
        printer.turn(PrinterSwitch.SLOW, true);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> printer.print(lines(1)), worker);
        Await.until("printing has begun", () -> printer.counters().get("jobs") == 1);

        assertThrows(DeviceException.class, () -> printer.print(lines(1)));

        assertFalse(first.isDone());
    }

    @Test
    void keepsAStripOfBoundedLength() {
        printer.print(lines(Paper.LINES_MAX + 5));

        assertEquals(Paper.LINES_MAX, printer.paper().lines().size());
        assertEquals("line 5", printer.paper().lines().get(0).text());
        printer.paper().tearOff();
        assertEquals(List.of(), printer.paper().lines());
    }

    @Test
    void tellsListenersAtOnceAndThenOnItsOwnThread() {
        AtomicReference<DeviceStatus> heard = new AtomicReference<>();
        AtomicReference<String> thread = new AtomicReference<>("");
        printer.addStatusListener((device, status) -> {
            // First, because the test waits for the other.
            thread.set(Thread.currentThread().getName());
            heard.set(status);
        });
        assertEquals(DeviceStatus.READY, heard.get());
        assertEquals(Thread.currentThread().getName(), thread.get());

        printer.turn(PrinterSwitch.COVER_OPEN, true);

        Await.until("the listener heard", () -> heard.get().has(DeviceCondition.COVER_OPEN));
        assertEquals("simulator-printer", thread.get());
    }
}
