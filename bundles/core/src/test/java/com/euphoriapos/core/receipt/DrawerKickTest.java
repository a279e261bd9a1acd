package com.euphoriapos.core.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.core.ReceiptDrawer;
import com.euphoriapos.device.api.DeviceCondition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrawerKickTest {
    private final ReceiptDrawer drawers = new ReceiptDrawer();
    private final DrawerKick kick = new DrawerKick(drawers);
    private final BenchPrinter drawer = new BenchPrinter();

    @Test
    void opensTheDrawerAfterACashSale() {
        drawers.bindDrawer(drawer, Map.of());

        kick.saleCompleted(ReceiptLayoutTest.sale());

        assertEquals(List.of("drawer"), drawer.done());
        assertTrue(kick.items().isEmpty());
    }

    @Test
    void doesNothingWithoutADrawer() {
        kick.saleCompleted(ReceiptLayoutTest.sale());

        assertTrue(kick.items().isEmpty());
    }

    @Test
    void reportsADrawerThatFailsAndNeverOpensItLater() {
        AtomicInteger changes = new AtomicInteger();
        kick.onChange(changes::incrementAndGet);
        drawers.bindDrawer(drawer, Map.of());
        drawer.failWith(DeviceCondition.UNREACHABLE);

        kick.saleCompleted(ReceiptLayoutTest.sale());
        drawer.failWith(null);
        drawers.unbindDrawer(drawer);
        drawers.bindDrawer(drawer, Map.of());

        assertEquals(List.of(), drawer.done());
        assertEquals(StatusItem.Level.WARN, kick.items().get(0).level());
        assertEquals("Drawer did not open", kick.items().get(0).text());
        assertEquals(1, changes.get());
        kick.saleCompleted(ReceiptLayoutTest.sale());
        assertTrue(kick.items().isEmpty());
        assertEquals(2, changes.get());
    }
}
