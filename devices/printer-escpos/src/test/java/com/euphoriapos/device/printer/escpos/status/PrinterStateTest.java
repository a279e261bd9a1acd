package com.euphoriapos.device.printer.escpos.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.printer.escpos.encoder.Commands.Question;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Automatic;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterStateTest {
    @ParameterizedTest
    @CsvSource({
        "PRINTER, 12, ''",
        "PRINTER, 1A, MECHANICAL_ERROR",
        "OFFLINE_CAUSE, 12, ''",
        "OFFLINE_CAUSE, 16, COVER_OPEN",
        "OFFLINE_CAUSE, 1A, ''",
        "OFFLINE_CAUSE, 32, PAPER_OUT",
        "OFFLINE_CAUSE, 52, MECHANICAL_ERROR",
        "OFFLINE_CAUSE, 36, COVER_OPEN PAPER_OUT",
        "ERROR_CAUSE, 12, ''",
        "ERROR_CAUSE, 1A, MECHANICAL_ERROR",
        "ERROR_CAUSE, 32, MECHANICAL_ERROR",
        "ERROR_CAUSE, 52, MECHANICAL_ERROR",
        "PAPER, 12, ''",
        "PAPER, 1E, PAPER_LOW",
        "PAPER, 7E, PAPER_OUT",
        "PAPER, 72, PAPER_OUT"
    })
    void mapsAnAnswerToConditions(Question question, String hex, String conditions) {
        PrinterState state = PrinterState.IDLE.with(question, Integer.parseInt(hex, 16));

        assertEquals(named(conditions), state.printerConditions());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 00, 00, ''",
        "18, 00, 00, MECHANICAL_ERROR",
        "38, 00, 00, COVER_OPEN",
        "10, 00, 03, PAPER_LOW",
        "18, 00, 0F, PAPER_OUT",
        "18, 08, 00, MECHANICAL_ERROR",
        "18, 20, 00, MECHANICAL_ERROR",
        "18, 40, 00, MECHANICAL_ERROR",
        "38, 08, 0F, COVER_OPEN PAPER_OUT MECHANICAL_ERROR",
        "50, 00, 00, ''"
    })
    void mapsAnAutomaticStatusToConditions(String first, String second, String third, String conditions) {
        Automatic status = new Automatic(
                Integer.parseInt(first, 16), Integer.parseInt(second, 16), Integer.parseInt(third, 16), 15);

        assertEquals(named(conditions), PrinterState.IDLE.with(status).printerConditions());
    }

    @Test
    void readsTheDrawerEitherWayRound() {
        PrinterState high = PrinterState.IDLE.with(Question.PRINTER, 0x16);

        assertTrue(high.drawerOpen(false));
        assertFalse(high.drawerOpen(true));
        assertTrue(PrinterState.IDLE.drawerOpen(true));
        assertTrue(PrinterState.IDLE.with(new Automatic(0x14, 0, 0, 0)).drawerOpen(false));
    }

    @Test
    void saysWhatToDoAboutEachTrouble() {
        assertTrue(PrinterState.IDLE.with(Question.OFFLINE_CAUSE, 0x16).advice().contains("close"));
        assertTrue(PrinterState.IDLE.with(Question.PAPER, 0x7E).advice().contains("load"));
        assertTrue(PrinterState.IDLE.with(Question.ERROR_CAUSE, 0x1A).advice().contains("cutter"));
        assertEquals("", PrinterState.IDLE.advice());
    }

    private static Set<DeviceCondition> named(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(DeviceCondition::valueOf)
                .collect(Collectors.toSet());
    }
}
