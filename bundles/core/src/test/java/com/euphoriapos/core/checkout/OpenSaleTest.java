package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.MemoryStore.Moment;
import com.euphoriapos.testkit.PassingStore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSaleTest {
    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void stock() {
        Register.stock(store);
    }

    @Test
    void bringsTheSaleBackAfterAKill() {
        Register killed = new Register(store);
        killed.operator = Optional.of(Register.MAX);
        killed.scan(Register.RUM, Register.GIN, Register.RUM_CASE);
        killed.checkout.changeQuantity(2, Quantity.of(4));
        killed.checkout.voidLine(3);
        killed.checkout.overridePrice(1, Money.ofCents(8_00), "Price match", Optional.empty());
        killed.checkout.choose(1);
        killed.checkout.takeCash(Money.ofCents(50_00));
        SaleState before = killed.checkout.state();
        Await.until("the last change is kept", () -> kept().contains("\"tendered\":5000"));

        try (Register again = new Register(store)) {
            assertEquals(before.sale(), again.checkout.state().sale());
            assertEquals(before.tenders(), again.checkout.state().tenders());
            assertEquals(1, again.checkout.state().chosenLine());
            assertInstanceOf(TenderResult.Completed.class, again.checkout.takeCash(Money.ofCents(46_80)));
        }
        killed.close();
    }

    @Test
    void keepsTheNewestChangeWhenItStops() {
        Register register = new Register(store);
        for (int i = 0; i < 200; i++) {
            register.scan(Register.RUM);
        }
        SaleState before = register.checkout.state();
        register.close();

        try (Register again = new Register(store)) {
            assertEquals(before.sale(), again.checkout.state().sale());
        }
    }

    @Test
    void neverBringsBackASaleThatWasPaid() {
        try (Register register = new Register(store)) {
            for (int i = 0; i < 200; i++) {
                register.scan(Register.RUM, Register.GIN);
                assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(40_00)));
                assertEquals("", kept());
            }
        }
        assertEquals("", kept());
    }

    @Test
    void aWriteThatIsTwoSalesLateBringsNothingBack() {
        LateStore late = new LateStore(store);
        try (Register register = new Register(late)) {
            register.scan(Register.RUM);
            late.awaitLateWrite();
            assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(20_00)));
            register.scan(Register.GIN);
            assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(30_00)));
            late.letIn();
        }
        assertEquals("", kept());
    }

    @Test
    void forgetsAKeptSaleThatTurnsOutToBeStored() {
        Register register = new Register(store);
        register.scan(Register.RUM);
        store.failNext(Moment.AFTER_COMMIT, Reason.IO_ERROR);
        register.checkout.takeCash(Money.ofCents(11_00));
        register.close();
        assertFalse(kept().isEmpty());

        try (Register again = new Register(store)) {
            assertTrue(again.checkout.state().sale().isEmpty());
        }
        assertEquals("", kept());
    }

    @Test
    void startsWithoutASaleThatCanNotBeReadAndKeepsItAside() {
        for (String damaged : new String[] {"", "{\"v\":1", "[]", "{\"v\":99}", "{\"v\":1,\"id\":\"x\"}", "\u0000"}) {
            store.write(handle -> {
                handle.lane().saveOpenTransaction("x", damaged, Instant.EPOCH);
                return 0;
            });

            try (Register register = new Register(store)) {
                assertTrue(register.checkout.state().sale().isEmpty());
                assertEquals(
                        "Open sale not brought back",
                        register.checkout.items().get(0).text());
            }
            store.read(handle -> {
                assertEquals(Optional.of(damaged), handle.lane().get(OpenSaleKeeper.KEY_UNREADABLE));
                assertEquals(
                        "OPEN_SALE_UNREADABLE",
                        handle.journal().latest(1).get(0).kind());
                return 0;
            });
            assertEquals("", kept());
        }
    }

    @Test
    void keepsAsideWhatItCouldNotEvenLookAtWhenItStarted() {
        store.write(handle -> {
            handle.lane().saveOpenTransaction("x", "{\"kept\":true}", Instant.EPOCH);
            return 0;
        });
        try (Register register = new Register(new BlindAtFirst(store))) {
            register.scan(Register.RUM);
            Await.until("the new sale is kept", () -> kept().contains("p-rum"));
        }
        assertEquals(Optional.of("{\"kept\":true}"), store.read(handle -> handle.lane()
                .get(OpenSaleKeeper.KEY_UNREADABLE)));
    }

    /** A disk whose first read fails. */
    private static final class BlindAtFirst extends PassingStore {
        private boolean blind = true;

        BlindAtFirst(Store store) {
            super(store);
        }

        @Override
        public <T> T read(Work<T> query) {
            if (blind) {
                blind = false;
                throw new StoreException(Reason.IO_ERROR, "planned failure of the first read");
            }
            return super.read(query);
        }
    }

    @Test
    void readsWhatANewerProgramAddedToTheSameVersion() {
        try (Register register = new Register(store)) {
            register.scan(Register.RUM);
            Await.until("the sale is kept", () -> !kept().isEmpty());
        }
        String newer = kept().replaceFirst("\\{", "{\"loyalty\":{\"card\":[1,2.5,null]},");

        assertEquals(1, OpenSaleCodec.decode(newer).transaction().lines().size());
        assertThrows(IllegalArgumentException.class, () -> OpenSaleCodec.decode(kept().replace("\"v\":1", "\"v\":2")));
    }

    @Test
    void scansOnWhileTheDiskFailsAndKeepsTheSaleWhenItIsBack() {
        try (Register register = new Register(store)) {
            store.failAll(true);
            register.scan(Register.RUM, Register.GIN);
            assertEquals(
                    2,
                    register.checkout
                            .state()
                            .sale()
                            .orElseThrow()
                            .transaction()
                            .lines()
                            .size());
            Await.until("the lane bar says so", () -> register.checkout.items().size() == 1);
            assertEquals("Open sale not kept", register.checkout.items().get(0).text());
            store.failAll(false);
            register.scan(Register.GIN);
            Await.until("the lane bar is well", () -> register.checkout.items().isEmpty());
        }

        assertTrue(kept().contains("p-gin"));
    }

    @Test
    void leavesNoThreadWhenItStops() {
        Register register = new Register(store);
        register.scan(Register.RUM);
        register.checkout.takeCash(Money.ofCents(11_00));
        register.close();

        // Other tests of this run may have stopped theirs by now as well; none of them leaves one.
        Await.until("no thread of the checkout", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("checkout-")));
    }

    private String kept() {
        return store.read(handle -> handle.lane().openTransaction()).orElse("");
    }
}
