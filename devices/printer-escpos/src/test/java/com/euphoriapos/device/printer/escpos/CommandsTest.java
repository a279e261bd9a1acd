package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.euphoriapos.device.printer.escpos.encoder.Commands;
import com.euphoriapos.device.printer.escpos.encoder.Commands.DrawerPin;
import com.euphoriapos.device.printer.escpos.encoder.Commands.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void pulsesADrawerInStepsOfTwoMilliseconds() {
        assertArrayEquals(new byte[] {0x1B, 'p', 0, 60, 120}, Commands.drawerPulse(DrawerPin.PIN_2, 120, 240));
        assertArrayEquals(new byte[] {0x1B, 'p', 1, 100, 100}, Commands.drawerPulse(DrawerPin.PIN_5, 200, 10));
    }

    @Test
    void pulsesADrawerAtOnceInStepsOfAHundredMilliseconds() {
        assertArrayEquals(new byte[] {0x10, 0x14, 1, 0, 2}, Commands.drawerPulseNow(DrawerPin.PIN_2, 120));
        assertArrayEquals(new byte[] {0x10, 0x14, 1, 1, 8}, Commands.drawerPulseNow(DrawerPin.PIN_5, 5_000));
    }

    @Test
    void noPulseReadsAsARealTimeCommand() {
        for (int on = 2; on <= 510; on += 2) {
            for (int off = 2; off <= 510; off += 2) {
                byte[] command = Commands.drawerPulse(DrawerPin.PIN_2, on, off);
                assertFalse(JobEncoderTest.holdsRealTimeCommand(command));
                assertEquals(List.of(2), Decoded.of(command, 48).pulses);
            }
        }
    }

    @Test
    void asksWhatTheManualNumbers() {
        assertArrayEquals(new byte[] {0x10, 4, 1}, Commands.ask(Question.PRINTER));
        assertArrayEquals(new byte[] {0x10, 4, 4}, Commands.ask(Question.PAPER));
        assertArrayEquals(new byte[] {0x10, 5, 2}, Commands.recoverAndClear());
        assertArrayEquals(new byte[] {0x1D, 'r', 1}, Commands.confirm());
        assertArrayEquals(new byte[] {0x1D, 'a', (byte) 0xFF}, Commands.automaticStatus(true));
    }
}
