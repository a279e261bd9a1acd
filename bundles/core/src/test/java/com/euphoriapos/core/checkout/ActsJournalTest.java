package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.JournalRepository.Filter;
import com.euphoriapos.api.store.JournalRepository.Numbered;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.MemoryStore.Moment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActsJournalTest {
    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void stock() {
        Register.stock(store);
    }

    @Test
    void writesBothPeopleTheReasonAndTheAmounts() {
        try (Register register = new Register(store)) {
            register.checkout.scan(Register.GIN, Quantity.of(2));
            register.checkout.overridePrice(1, Money.ofCents(12_00), "Price match", Optional.empty());
            register.checkout.overridePrice(
                    1,
                    Money.ofCents(12_00),
                    "Price match",
                    register.leave.allow(Register.DANA, Register.MAX, "Damaged"));
            Await.until("it is in the journal", () -> !kinds().isEmpty());
        }

        Entry entry = journal().get(0);
        JsonObject detail = Json.parseObject(entry.detail());
        assertEquals("PRICE_OVERRIDDEN", entry.kind());
        assertEquals("e-dana", entry.actor());
        assertEquals("e-max", detail.text("approver"));
        assertEquals("Max S.", detail.text("approverName"));
        assertEquals("Damaged", detail.text("reason"));
        assertEquals("L1", detail.text("lane"));
        assertEquals(20_00, detail.number("from"));
        assertEquals(12_00, detail.number("to"));
        assertEquals(16_00, detail.number("amount"));
        assertEquals(400_000, detail.number("percentOffPpm"));
    }

    @Test
    void writesEveryActBeforeTheEndOfTheSaleAndOnce() {
        String id;
        try (Register register = new Register(store)) {
            register.operator = Optional.of(Register.MAX);
            register.scan(Register.RUM, Register.GIN, Register.RUM_CASE);
            register.checkout.voidLine(1);
            register.checkout.overridePrice(2, Money.ofCents(15_00), "Damaged", Optional.empty());
            register.checkout.changeQuantity(2, Quantity.of(3));
            register.checkout.changeQuantity(3, Quantity.of(2));
            register.checkout.changeQuantity(3, Quantity.of(1));
            register.checkout.undo();
            TenderResult paid = register.checkout.takeCash(Money.ofCents(400_00));
            id = assertInstanceOf(TenderResult.Completed.class, paid)
                    .transaction()
                    .id();
        }

        assertEquals(
                List.of(
                        "LINE_VOIDED",
                        "PRICE_OVERRIDDEN",
                        "PRICE_OVERRIDDEN",
                        "LINE_VOIDED",
                        "LINE_RESTORED",
                        "SALE_COMPLETED"),
                kinds());
        assertTrue(journal().stream().allMatch(entry -> entry.subject().equals(id)));
    }

    @Test
    void writesNothingTwiceWhenTheEndFailsInWhateverWay() {
        for (Moment moment : Moment.values()) {
            MemoryStore failing = new MemoryStore();
            Register.stock(failing);
            try (Register register = new Register(failing)) {
                register.scan(Register.RUM, Register.GIN);
                register.checkout.voidLine(1);
                failing.failNext(moment, Reason.IO_ERROR);
                assertInstanceOf(TenderResult.NotCompleted.class, register.checkout.takeCash(Money.ofCents(22_00)));
                assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(22_00)));
            }
            assertEquals(List.of("LINE_VOIDED", "SALE_COMPLETED"), kinds(failing), moment.name());
        }
    }

    @Test
    void losesNothingWhenACancellationFailsAndTheSaleGoesOn() {
        for (Moment moment : Moment.values()) {
            MemoryStore failing = new MemoryStore();
            Register.stock(failing);
            try (Register register = new Register(failing)) {
                register.scan(Register.RUM, Register.GIN);
                failing.failNext(moment, Reason.IO_ERROR);
                assertInstanceOf(EditResult.Refused.class, register.checkout.cancel());
                register.checkout.voidLine(1);
                assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(22_00)));
            }
            String end = moment == Moment.AFTER_COMMIT ? "SALE_CANCELLED" : "SALE_RESUMED";
            assertEquals(List.of(end, "LINE_VOIDED", "SALE_COMPLETED"), kinds(failing), moment.name());
        }
    }

    @Test
    void writesWhoCancelledAndWhoAllowedIt() {
        try (Register register = new Register(store)) {
            register.checkout.scan(Register.GIN, Quantity.of(9));
            register.checkout.cancel();
            register.checkout.cancel(register.leave.allow(Register.DANA, Register.LEE, "Customer left"));
        }

        JsonObject detail = Json.parseObject(journal().get(0).detail());
        assertEquals(List.of("SALE_CANCELLED"), kinds());
        assertEquals(198_00, detail.number("total"));
        assertEquals("Lee Y.", detail.text("approverName"));
        assertEquals("Customer left", detail.text("reason"));
    }

    @Test
    void writesTheItemThatUndoingTookAwayWithItsSale() {
        try (Register register = new Register(store)) {
            register.scan(Register.RUM);
            register.checkout.undo();
        }

        assertEquals(List.of("LINE_VOIDED"), kinds());
        JsonObject detail = Json.parseObject(journal().get(0).detail());
        assertEquals("undo", detail.text("by"));
        assertEquals(10_00, detail.number("amount"));
    }

    @Test
    void aKillForgetsNeitherTheActsNorHowMuchWasTakenOff() {
        Register killed = new Register(store);
        killed.scan(Register.RUM, Register.RUM, Register.GIN);
        killed.checkout.changeQuantity(1, Quantity.of(9));
        killed.checkout.voidLine(1);
        Await.until("the void is kept", () -> kept().contains("\"voided\":true"));

        try (Register again = new Register(store)) {
            assertInstanceOf(EditResult.NeedsApproval.class, again.checkout.voidLine(2));
            again.checkout.voidLine(2, again.leave.allow(Register.DANA, Register.MAX, "Damaged"));
            again.scan(Register.RUM);
            CompletedTransaction done = assertInstanceOf(
                            TenderResult.Completed.class, again.checkout.takeCash(Money.ofCents(11_00)))
                    .transaction();
            assertEquals(3, done.priced().transaction().lines().size());
        }
        assertEquals(List.of("LINE_VOIDED", "LINE_VOIDED", "SALE_COMPLETED"), kinds());
        killed.close();
        assertEquals(3, kinds().size());
    }

    @Test
    void sendsTheOverrideWithTheSale() {
        try (Register register = new Register(store)) {
            register.operator = Optional.of(Register.MAX);
            register.scan(Register.GIN, Register.RUM);
            register.checkout.overridePrice(1, Money.ofCents(15_00), "Damaged", Optional.empty());
            register.checkout.takeCash(Money.ofCents(400_00));
        }

        JsonObject sale = Json.parseObject(store.read(
                handle -> handle.outbox().after(0, 1).get(0).message().payload()));
        JsonObject item = sale.objects("items").get(0);
        assertEquals(20_00, item.number("regularPrice"));
        assertEquals(15_00, item.number("unitPrice"));
        assertEquals("Damaged", item.text("priceReason"));
        assertEquals("Max S.", item.text("priceChangedBy"));
        assertEquals("", item.text("priceApprovedBy"));
        assertTrue(!sale.objects("items").get(1).names().contains("regularPrice"));
    }

    private String kept() {
        return store.read(handle -> handle.lane().openTransaction()).orElse("");
    }

    private List<String> kinds() {
        return kinds(store);
    }

    private static List<String> kinds(MemoryStore of) {
        return journal(of).stream().map(Entry::kind).toList();
    }

    private List<Entry> journal() {
        return journal(store);
    }

    /** Oldest first. */
    private static List<Entry> journal(MemoryStore of) {
        List<Entry> entries = new ArrayList<>(of.read(handle -> handle.journal().find(Filter.newest(100)).stream()
                .map(Numbered::entry)
                .toList()));
        Collections.reverse(entries);
        return entries;
    }
}
