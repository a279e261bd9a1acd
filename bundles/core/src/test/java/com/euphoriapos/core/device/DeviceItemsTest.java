package com.euphoriapos.core.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.receipt.Receipts.QueueState;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.testkit.MemoryStore;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceItemsTest {
    private static final QueueState EMPTY = new QueueState(0, true, "");

    private static String printer(DeviceCondition... conditions) {
        return words(DeviceItems.printer(Optional.of(new DeviceStatus(Set.of(conditions), "")), true, waiting(1)));
    }

    private static QueueState waiting(long count) {
        return new QueueState(count, true, "");
    }

    private static String words(StatusItem item) {
        return item.level() + " " + item.text();
    }

    @Test
    void saysWhatIsWrongWithThePrinterAndHowManyReceiptsWait() {
        assertEquals("DANGER Printer out of paper, 1 waiting", printer(DeviceCondition.PAPER_OUT));
        assertEquals("DANGER Printer cover open, 1 waiting", printer(DeviceCondition.COVER_OPEN));
        assertEquals(
                "DANGER Printer out of paper, 1 waiting",
                printer(DeviceCondition.PAPER_OUT, DeviceCondition.PAPER_LOW));
        assertEquals("WARN Paper low", printer(DeviceCondition.PAPER_LOW));
        assertEquals("OK Printer", printer());
        assertEquals(
                "DANGER Receipt printer absent, 2 waiting",
                words(DeviceItems.printer(Optional.empty(), true, waiting(2))));
        assertEquals("DANGER Receipt printer absent", words(DeviceItems.printer(Optional.empty(), true, EMPTY)));
        assertEquals(
                "DANGER Printer does not answer, 1 waiting",
                words(DeviceItems.printer(
                        Optional.of(DeviceStatus.READY), true, new QueueState(1, true, "does not answer"))));
    }

    @Test
    void raisesNoAlarmForWhatTheLaneNeverHad() {
        assertEquals("OFF No printer", words(DeviceItems.printer(Optional.empty(), false, EMPTY)));
        assertEquals("OFF No printer, 3 waiting", words(DeviceItems.printer(Optional.empty(), false, waiting(3))));
        assertEquals("OFF No scanner", words(DeviceItems.scanner(Optional.empty(), false)));
        assertEquals("OFF No drawer", words(DeviceItems.drawer(Optional.empty(), false)));
        assertEquals("DANGER No scanner", words(DeviceItems.scanner(Optional.empty(), true)));
        assertEquals("WARN Cash drawer absent", words(DeviceItems.drawer(Optional.empty(), true)));
    }

    @Test
    void showsAnOpenDrawerAsNoTrouble() {
        DeviceStatus open = DeviceStatus.of(DeviceCondition.DRAWER_OPEN, "");

        assertEquals("OK Drawer open", words(DeviceItems.drawer(Optional.of(open), true)));
    }

    @Test
    void remembersForGoodWhatTheLaneHad() {
        MemoryStore store = new MemoryStore();
        SeenDevices before = new SeenDevices();
        assertTrue(before.add(DeviceCategory.POS_PRINTER));
        assertFalse(before.synchronize(store));

        SeenDevices restarted = new SeenDevices();
        assertFalse(restarted.has(DeviceCategory.POS_PRINTER));
        assertTrue(restarted.synchronize(store));

        assertTrue(restarted.has(DeviceCategory.POS_PRINTER));
        assertFalse(restarted.has(DeviceCategory.SCANNER));
        assertFalse(restarted.synchronize(null));
    }
}
