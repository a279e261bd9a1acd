package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SaleState;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.testkit.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneCheckoutTest {
    private final MemoryStore store = new MemoryStore();
    private Register register;

    @BeforeEach
    void open() {
        Register.stock(store);
        register = new Register(store);
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void showsNoSaleBeforeTheFirstItem() {
        assertTrue(register.checkout.state().sale().isEmpty());
        assertEquals(Money.ZERO, register.checkout.state().due());
    }

    @Test
    void opensASaleWithTheFirstItemAndPutsTheSameOnOneLine() {
        assertEquals(new AddResult.Added(1), register.checkout.scan(Register.RUM, Quantity.ONE));
        String id = transaction().id();
        assertEquals(new AddResult.Added(2), register.checkout.scan(Register.GIN, Quantity.of(2)));
        assertEquals(new AddResult.Added(1), register.checkout.scan(Register.RUM, Quantity.ONE));

        assertEquals(id, transaction().id());
        assertEquals(List.of(Quantity.of(2), Quantity.of(2)), quantities());
        assertEquals(1, register.checkout.state().chosenLine());
        assertEquals(Money.ofCents(66_00), register.total());
    }

    @Test
    void sellsACaseByItsOwnCodeOnALineOfItsOwn() {
        register.scan(Register.RUM, Register.RUM_CASE);

        SaleLineItem pack = transaction().lines().get(1);
        assertEquals(12, pack.packSize());
        assertEquals(Money.ofCents(120_00), pack.extendedAmount());
    }

    @Test
    void changesNothingForAnUnknownCodeButSaysHowItWasRead() {
        register.scan(Register.RUM);
        SaleState before = register.checkout.state();

        AddResult result = register.checkout.scan("999", Quantity.ONE);

        assertEquals(new AddResult.Unknown("999", "read as 999; nothing has it"), result);
        assertEquals(before, register.checkout.state());
    }

    @Test
    void asksWhichProductWhenSeveralShareTheCode() {
        AddResult result = register.checkout.scan(Register.SHARED, Quantity.ONE);

        assertEquals(
                2,
                assertInstanceOf(AddResult.ChooseOne.class, result).candidates().size());
        assertTrue(register.checkout.state().sale().isEmpty());
        assertEquals(new AddResult.Added(1), register.checkout.add("p-gin", 1, Quantity.ONE, Register.SHARED));
        assertEquals(Register.SHARED, transaction().lines().get(0).code());
    }

    @Test
    void refusesWhatNobodySignedInMayDo() {
        register.scan(Register.RUM);
        register.operator = Optional.empty();

        assertInstanceOf(AddResult.Refused.class, register.checkout.scan(Register.RUM, Quantity.ONE));
        assertInstanceOf(AddResult.Refused.class, register.checkout.add("p-gin", 1, Quantity.ONE, ""));
        assertInstanceOf(EditResult.Refused.class, register.checkout.voidLine(1));
        assertInstanceOf(EditResult.Refused.class, register.checkout.cancel());
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ofCents(11_00)));
        assertEquals(1, transaction().lines().size());
    }

    @Test
    void refusesQuantitiesThatAreTypingMistakes() {
        assertInstanceOf(AddResult.Refused.class, register.checkout.scan(Register.RUM, Quantity.ZERO));
        assertInstanceOf(AddResult.Refused.class, register.checkout.scan(Register.RUM, Quantity.of(10_000)));
        register.checkout.scan(Register.RUM, Quantity.of(9_999));
        assertInstanceOf(AddResult.Refused.class, register.checkout.scan(Register.RUM, Quantity.ONE));
        assertInstanceOf(EditResult.Refused.class, register.checkout.changeQuantity(1, Quantity.of(-1)));
        assertInstanceOf(EditResult.Refused.class, register.checkout.changeQuantity(7, Quantity.ONE));

        assertEquals(List.of(Quantity.of(9_999)), quantities());
    }

    @Test
    void keepsThePlaceOfAVoidedLine() {
        register.scan(Register.RUM, Register.GIN);

        assertEquals(new EditResult.Done(), register.checkout.voidLine(1));

        assertTrue(transaction().lines().get(0).voided());
        assertEquals("Dana R.", transaction().lines().get(0).voidedBy());
        assertEquals(2, register.checkout.state().chosenLine());
        assertEquals(Money.ofCents(22_00), register.total());
        assertInstanceOf(EditResult.Refused.class, register.checkout.voidLine(1));
        register.scan(Register.RUM);
        assertEquals(3, transaction().lines().size());
    }

    @Test
    void undoesStepByStepUntilThereIsNoSale() {
        register.scan(Register.RUM, Register.GIN);
        register.checkout.changeQuantity(2, Quantity.of(3));
        register.checkout.voidLine(1);

        register.checkout.undo();
        assertEquals(Money.ofCents(77_00), register.total());
        register.checkout.undo();
        assertEquals(Money.ofCents(33_00), register.total());
        register.checkout.undo();
        register.checkout.undo();
        assertTrue(register.checkout.state().sale().isEmpty());
        assertInstanceOf(EditResult.Refused.class, register.checkout.undo());
    }

    @Test
    void keepsPartPaymentsAndGivesThemBack() {
        register.scan(Register.RUM);

        assertEquals(new TenderResult.Partial(Money.ofCents(6_00)), register.checkout.takeCash(Money.ofCents(5_00)));
        assertInstanceOf(EditResult.Refused.class, register.checkout.cancel());
        assertInstanceOf(EditResult.Refused.class, register.checkout.voidLine(1));
        assertInstanceOf(EditResult.Refused.class, register.checkout.undo());
        assertInstanceOf(EditResult.Refused.class, register.checkout.removeTender(1));
        assertEquals(new EditResult.Done(), register.checkout.removeTender(0));

        assertEquals(Money.ofCents(11_00), register.checkout.state().due());
        assertEquals(new EditResult.Done(), register.checkout.voidLine(1));
    }

    @Test
    void refusesCashThatIsATypingMistake() {
        register.scan(Register.RUM);

        TenderResult tooMuch = register.checkout.takeCash(Money.ofCents(511_01));
        assertTrue(
                assertInstanceOf(TenderResult.Refused.class, tooMuch).reason().contains("$511.01"));
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ZERO));
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ofCents(-1)));
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ofCents(812_459_012_875L)));

        assertEquals(List.of(), register.checkout.state().tenders());
        assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(511_00)));
    }

    @Test
    void refusesToPayWhenNothingIsSold() {
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ofCents(1_00)));
        register.scan(Register.RUM);
        register.checkout.voidLine(1);
        assertInstanceOf(TenderResult.Refused.class, register.checkout.takeCash(Money.ZERO));
    }

    @Test
    void cancelsTheSaleAndWritesWhoDidIt() {
        register.scan(Register.RUM);
        String id = transaction().id();

        assertEquals(new EditResult.Done(), register.checkout.cancel());

        assertTrue(register.checkout.state().sale().isEmpty());
        store.read(handle -> {
            assertEquals("SALE_CANCELLED", handle.journal().latest(1).get(0).kind());
            assertEquals(id, handle.journal().latest(1).get(0).subject());
            assertTrue(handle.lane().openTransaction().isEmpty());
            return 0;
        });
    }

    @Test
    void startsTheNextSaleWithTheScanAfterACompletedOne() {
        register.scan(Register.RUM);
        String first = transaction().id();
        register.checkout.takeCash(Money.ofCents(20_00));
        assertTrue(register.checkout.state().sale().isEmpty());
        assertEquals(
                Money.ofCents(9_00),
                register.checkout.state().lastCompleted().orElseThrow().change());

        register.scan(Register.GIN);

        assertNotEquals(first, transaction().id());
        assertTrue(register.checkout.state().lastCompleted().isEmpty());
        assertEquals(1, transaction().lines().size());
    }

    @Test
    void tellsEveryChangeInOrderEvenAfterAListenerFailed() {
        List<Long> versions = new ArrayList<>();
        register.checkout.addListener(state -> {
            throw new IllegalStateException("planned");
        });
        register.checkout.addListener(state -> versions.add(state.version()));

        register.scan(Register.RUM, Register.GIN, Register.RUM);

        assertEquals(List.of(1L, 2L, 3L), versions);
    }

    private RetailTransaction transaction() {
        return register.checkout.state().sale().orElseThrow().transaction();
    }

    private List<Quantity> quantities() {
        return transaction().lines().stream().map(SaleLineItem::quantity).toList();
    }
}
