package com.euphoriapos.core.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.core.ReceiptDrawer;
import com.euphoriapos.core.checkout.TestLeave;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.MemoryStore.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoSaleDrawerTest {
    private static final Operator LEE = new Operator("e-lee", "Lee", "Young", Role.SHIFT_LEAD);
    private static final Optional<Approval> NONE = Optional.empty();

    private final MemoryStore store = new MemoryStore();
    private final TestLeave leave = new TestLeave();
    private final Bench bench = new Bench();
    private final ReceiptDrawer drawer = new ReceiptDrawer();
    private final NoSaleDrawer till = till(Optional.of(Role.SHIFT_LEAD));

    @Test
    void writesWhoAndWhyBeforeTheDrawerOpens() {
        drawer.bindDrawer(bench, Map.of());

        assertEquals(new EditResult.Done(), till.noSale(" Change ", NONE));

        assertEquals(1, bench.opened);
        assertTrue(bench.journalledBefore);
        Entry entry = entries().get(0);
        assertEquals("NO_SALE", entry.kind());
        assertEquals("employee-1", entry.actor());
        JsonObject detail = Json.parseObject(entry.detail());
        assertEquals("Change", detail.text("reason"));
        assertEquals(Shop.SETTINGS.workstationId(), detail.text("lane"));
        assertFalse(detail.names().contains("approver"));
    }

    @Test
    void aCashierNeedsLeaveWhichOpensItOnce() {
        NoSaleDrawer till = till(Optional.of(Role.CASHIER));
        drawer.bindDrawer(bench, Map.of());
        EditResult.NeedsApproval needed = assertInstanceOf(EditResult.NeedsApproval.class, till.noSale("Change", NONE));
        assertEquals(Permission.NO_SALE, needed.request().act().permission());
        assertEquals(0, bench.opened);
        assertTrue(entries().isEmpty());
        Optional<Approval> given =
                leave.allow(Shop.session(Optional.of(Role.CASHIER)).current().orElseThrow(), LEE, "Bank");

        assertEquals(new EditResult.Done(), till.noSale("Change", given));
        assertInstanceOf(EditResult.NeedsApproval.class, till.noSale("Change", given));

        assertEquals(1, bench.opened);
        JsonObject detail = Json.parseObject(entries().get(0).detail());
        assertEquals("e-lee", detail.text("approver"));
        assertEquals("Lee Y.", detail.text("approverName"));
        assertEquals("Bank", detail.text("reason"));
    }

    @Test
    void saysThatTheDrawerStayedShutAndKeepsTheEntry() {
        EditResult none = till.noSale("Change", NONE);
        drawer.bindDrawer(bench, Map.of());
        bench.broken = true;
        EditResult silent = till.noSale("Change", NONE);

        assertTrue(
                assertInstanceOf(EditResult.DoneExcept.class, none).sentence().startsWith("No drawer"));
        assertTrue(
                assertInstanceOf(EditResult.DoneExcept.class, silent).sentence().startsWith("The drawer does not"));
        assertEquals(2, entries().size());
    }

    @Test
    void keepsTheDrawerShutWhenTheJournalCanNotBeWritten() {
        drawer.bindDrawer(bench, Map.of());
        store.failNext(Moment.AT_COMMIT, Reason.DISK_FULL);

        assertInstanceOf(EditResult.Refused.class, till.noSale("Change", NONE));

        assertEquals(0, bench.opened);
    }

    @Test
    void refusesWithoutAReasonOrAPerson() {
        drawer.bindDrawer(bench, Map.of());
        assertInstanceOf(EditResult.Refused.class, till.noSale("  ", NONE));
        NoSaleDrawer locked = till(Optional.empty());
        assertInstanceOf(EditResult.Refused.class, locked.noSale("Change", NONE));

        assertEquals(0, bench.opened);
        assertTrue(entries().isEmpty());
    }

    private NoSaleDrawer till(Optional<Role> role) {
        ManualClock clock = new ManualClock(Instant.parse("2026-07-02T03:30:00Z"));
        return new NoSaleDrawer(store, Shop.session(role), Shop.settings(), leave, drawer, clock);
    }

    private List<Entry> entries() {
        return store.read(handle -> handle.journal().latest(10));
    }

    /** A drawer that looks into the journal when it opens. */
    private final class Bench implements CashDrawer {
        private int opened;
        private boolean broken;
        private boolean journalledBefore;

        @Override
        public void open() {
            if (broken) {
                throw new DeviceException(DeviceCondition.UNREACHABLE, "the bench says so");
            }
            opened++;
            journalledBefore = !entries().isEmpty();
        }

        @Override
        public DeviceInfo info() {
            return new DeviceInfo("bench", DeviceCategory.CASH_DRAWER, ROLE_RECEIPT, "Bench", "none", "bench 1");
        }

        @Override
        public DeviceStatus status() {
            return DeviceStatus.READY;
        }

        @Override
        public Map<String, Long> counters() {
            return Map.of();
        }

        @Override
        public void addStatusListener(DeviceStatusListener listener) {}

        @Override
        public void removeStatusListener(DeviceStatusListener listener) {}
    }
}
