package com.euphoriapos.device.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SimulatedDrawerTest {
    private final SimulatedPrinter printer = new SimulatedPrinter(Pace.REAL);
    private final SimulatedDrawer drawer = new SimulatedDrawer(printer);

    @AfterEach
    void stop() {
        drawer.stop();
        printer.stop();
    }

    @Test
    void staysOpenUntilSomebodyClosesIt() {
        drawer.open();
        drawer.open();

        assertTrue(drawer.status().has(DeviceCondition.DRAWER_OPEN));
        assertTrue(drawer.status().canServe());
        assertEquals(1, drawer.counters().get("opens"));
        assertEquals(1, drawer.counters().get("alreadyOpen"));

        drawer.close();
        drawer.close();
        assertFalse(drawer.standsOpen());
        assertEquals(1, drawer.counters().get("closes"));
    }

    @Test
    void getsNoPulseFromAPrinterThatIsOff() {
        printer.turn(PrinterSwitch.OFF, true);

        DeviceException failure = assertThrows(DeviceException.class, drawer::open);

        assertEquals(DeviceCondition.UNREACHABLE, failure.condition());
        assertFalse(drawer.standsOpen());
    }

    @Test
    void opensWithoutPaper() {
        printer.turn(PrinterSwitch.PAPER_OUT, true);

        drawer.open();

        assertTrue(drawer.standsOpen());
    }
}
