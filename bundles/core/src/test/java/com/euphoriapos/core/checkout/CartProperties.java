package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.MemoryStore.Moment;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a cashier does in whatever order, failing disk included. */
class CartProperties {
    /** One thing that a cashier does. */
    private record Act(int kind, int line, int amount) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Act> one = Combinators.combine(
                        Arbitraries.integers().between(-1, 10),
                        Arbitraries.integers().between(-1, 6),
                        Arbitraries.integers().between(-5, 60_000))
                .as(Act::new);
        return one.list().ofMaxSize(40);
    }

    @Property(tries = 300)
    void keepsItsPromisesAfterEveryStep(@ForAll("acts") List<Act> acts) {
        MemoryStore store = new MemoryStore();
        Register.stock(store);
        try (Register register = new Register(store)) {
            long completed = 0;
            for (Act act : acts) {
                SaleState before = register.checkout.state();
                boolean done = perform(register, store, act);
                completed += done ? 1 : 0;
                check(before, register.checkout.state());
                assertEquals(completed, sales(store));
            }
            SaleState last = register.checkout.state();
            register.close();
            try (Register again = new Register(store)) {
                assertEquals(last.sale(), again.checkout.state().sale());
                assertEquals(last.tenders(), again.checkout.state().tenders());
            }
        }
    }

    @Property(tries = 200)
    void undoesEveryChangeOfTheLines(@ForAll("acts") List<Act> acts) {
        MemoryStore store = new MemoryStore();
        Register.stock(store);
        try (Register register = new Register(store)) {
            register.operator = Optional.of(Register.OLIVE);
            for (Act act : acts) {
                if (act.kind() < 6) {
                    perform(register, store, act);
                }
            }
            for (int i = 0; i < acts.size(); i++) {
                register.checkout.undo();
            }
            assertEquals(Optional.empty(), register.checkout.state().sale());
        }
    }

    @Property(tries = 200)
    void readsWhatItWrote(@ForAll("acts") List<Act> acts) {
        MemoryStore store = new MemoryStore();
        Register.stock(store);
        try (Register register = new Register(store)) {
            register.operator = Optional.of(Register.OLIVE);
            for (Act act : acts) {
                if (act.kind() < 6) {
                    perform(register, store, act);
                }
            }
            register.checkout.state().sale().map(PricedTransaction::transaction).ifPresent(transaction -> {
                OpenSale sale = OpenSale.of(transaction).choosing(2);
                assertEquals(sale, OpenSaleCodec.decode(OpenSaleCodec.encode(sale)));
            });
        }
    }

    /** Does it; returns whether a sale was completed by it. */
    private static boolean perform(Register register, MemoryStore store, Act act) {
        LaneCheckout checkout = register.checkout;
        switch (act.kind()) {
            case -1 -> checkout.overridePrice(act.line(), Money.ofCents(act.amount()), "Price match", Optional.empty());
            case 0 -> checkout.scan(Register.RUM, Quantity.of(act.amount()));
            case 1 -> checkout.scan(Register.GIN, Quantity.ONE);
            case 2 -> checkout.add("p-rum", Math.abs(act.line()), new Quantity(act.amount()), "");
            case 3 -> checkout.changeQuantity(act.line(), new Quantity(act.amount()));
            case 4 -> checkout.voidLine(act.line());
            case 5 -> checkout.choose(act.line());
            case 6 -> checkout.undo();
            case 7 -> checkout.removeTender(act.line());
            case 8 -> checkout.cancel();
            case 9 -> {
                store.failNext(Moment.AT_COMMIT, Reason.DISK_FULL);
                boolean done = checkout.takeCash(Money.ofCents(act.amount())) instanceof TenderResult.Completed;
                store.failNot();
                return done;
            }
            default -> {
                return checkout.takeCash(Money.ofCents(act.amount())) instanceof TenderResult.Completed;
            }
        }
        return false;
    }

    private static void check(SaleState before, SaleState now) {
        assertTrue(now.version() >= before.version());
        assertEquals(before.version() == now.version(), before.equals(now));
        if (now.sale().isEmpty()) {
            assertEquals(List.of(), now.tenders());
            return;
        }
        PricedTransaction priced = now.sale().get();
        RetailTransaction transaction = priced.transaction();
        assertEquals(Pricing.price(transaction, Register.SETTINGS.taxTable()), priced);
        Money paid = now.tenders().stream().map(TenderLineItem::amount).reduce(Money.ZERO, Money::plus);
        assertTrue(paid.compareTo(priced.total()) <= 0);
        int number = 0;
        for (SaleLineItem line : transaction.lines()) {
            assertEquals(++number, line.lineNumber());
            assertTrue(line.quantity().isPositive() && line.quantity().compareTo(Quantity.LINE_MAX) <= 0);
        }
        Optional<SaleLineItem> chosen = transaction.line(now.chosenLine());
        assertTrue(now.chosenLine() == 0 || chosen.isPresent() && !chosen.get().voided());
    }

    private static long sales(MemoryStore store) {
        return store.read(handle ->
                        handle.transactions().find(new TransactionRepository.Filter(Optional.empty(), "", 100)))
                .size();
    }
}
