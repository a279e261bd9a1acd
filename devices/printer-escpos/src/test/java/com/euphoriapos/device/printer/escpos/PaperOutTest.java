package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import com.euphoriapos.device.javapos.PrinterPort.Outcome;
import com.euphoriapos.device.javapos.PrinterPort.Paper;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import com.euphoriapos.testkit.printer.PrintedReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The paper ends at every byte of a receipt. A queue as the lane's prints the receipt; where the driver says that it failed, it
 * prints it again whole, marked as a copy.
 */
class PaperOutTest {
    private static final int LATE_MAX = 20;

    @ParameterizedTest
    @CsvSource({"asb, true, 1", "dle, false, 1", "dle, true, 9", "asb, false, 9"})
    @Timeout(600)
    void leavesOneWholeReceiptWhereverThePaperEnds(String capability, boolean printerPrintsItsRest, int step)
            throws JposException {
        EscPosEmulator printer = EscPosEmulator.start(48);
        Map<String, String> quick = Map.of("status", capability, "answerMillis", "150", "lingerMillis", "60000");
        try (Printing lane = Printing.with(printer, quick)) {
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(0)));
            long length = printer.processedBytes();
            int failures = 0;
            for (int offset = 0; offset <= length; offset += step) {
                failures += printWithPaperOutAt(lane, offset, 1_000 + offset, printerPrintsItsRest);
            }
            assertTrue(failures >= (length - 20) / step, "the paper ended only " + failures + " times");
            assertEquals(List.of(), printer.problems());
        }
    }

    private static int printWithPaperOutAt(Printing lane, int offset, int number, boolean restPrints)
            throws JposException {
        EscPosEmulator printer = lane.printer;
        int before = printer.receipts().size();
        int pulses = printer.pulses().size();
        lane.drawer.pulse();
        assertTrue(printer.await(p -> p.pulses().size() == pulses + 1, Duration.ofSeconds(60)));
        printer.paperOutAfter(offset);
        int failures = 0;
        ReceiptDocument receipt = Receipts.small(number);
        while (!printed(lane, failures == 0 ? receipt : copy(receipt))) {
            failures++;
            assertTrue(failures < 4, "offset " + offset + " fails for ever");
            lane.await("paper out at " + offset, s -> s.paper() == Paper.OUT);
            if (restPrints) {
                printer.loadPaper();
            } else {
                printer.loadPaperAndHold();
            }
            lane.await("paper in at " + offset, s -> s.paper() == Paper.OK);
        }
        printer.loadPaper();
        List<PrintedReceipt> pieces =
                printer.receipts().subList(before, printer.receipts().size());
        long originals =
                pieces.stream().filter(p -> whole(p, number) && !marked(p)).count();
        long copies = pieces.stream().filter(p -> whole(p, number) && marked(p)).count();
        assertTrue(originals <= 1, "offset " + offset + " printed " + originals + " unmarked receipts");
        assertEquals(failures > 0 ? 1 : 0, copies, "copies at offset " + offset);
        assertTrue(originals + copies >= 1, "offset " + offset + " printed no whole receipt");
        assertEquals(pulses + 1, printer.pulses().size(), "drawer at offset " + offset);
        return failures;
    }

    private static boolean printed(Printing lane, ReceiptDocument document) {
        for (int late = 0; ; late++) {
            try {
                return lane.print(document) == Outcome.CONFIRMED;
            } catch (JposException e) {
                // On a busy machine an answer may come too late; then nothing of the receipt was sent.
                if (e.getErrorCode() != JposConst.JPOS_E_TIMEOUT || late == LATE_MAX) {
                    assertEquals(
                            POSPrinterConst.JPOS_EPTR_REC_EMPTY,
                            e.getErrorCodeExtended(),
                            String.valueOf(e.getMessage()));
                    return false;
                }
            }
        }
    }

    private static ReceiptDocument copy(ReceiptDocument receipt) {
        return receipt.withFirst(new Text("COPY", Align.CENTER, Style.BOLD));
    }

    private static boolean whole(PrintedReceipt piece, int number) {
        return piece.text().contains("RECEIPT " + number)
                && piece.text().contains("€1.19")
                && piece.text().contains("END " + number);
    }

    private static boolean marked(PrintedReceipt piece) {
        return piece.text().contains("COPY");
    }
}
