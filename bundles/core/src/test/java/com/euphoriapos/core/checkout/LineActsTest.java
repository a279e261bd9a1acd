package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.testkit.MemoryStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cashier's limit is 100.00 a sale; a shift lead's 500.00 and 20 %; a manager's 5,000.00 and 50 %. */
class LineActsTest {
    private static final Optional<Approval> NONE = Optional.empty();

    private final MemoryStore store = new MemoryStore();
    private Register register;
    private LaneCheckout checkout;

    @BeforeEach
    void open() {
        Register.stock(store);
        register = new Register(store);
        checkout = register.checkout;
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void aCashierChangesNoPriceAlone() {
        register.scan(Register.GIN);

        EditResult result = checkout.overridePrice(1, cents(18_00), "Price match", NONE);

        EditResult.NeedsApproval needed = assertInstanceOf(EditResult.NeedsApproval.class, result);
        assertEquals(Permission.PRICE_OVERRIDE, needed.request().act().permission());
        assertEquals(Rate.ofPercent("10"), needed.request().act().percent());
        assertEquals(cents(2_00), needed.request().act().amount());
        assertEquals(
                "Change the price of Gin from 20.00 to 18.00", needed.request().title());
        assertEquals(
                List.of(Role.SHIFT_LEAD, Role.MANAGER, Role.OWNER),
                needed.request().rolesAllowing());
        assertEquals(cents(20_00), line(1).unitPrice());
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.overridePrice(1, cents(25_00), "Typo", NONE));
    }

    @Test
    void keepsWhoChangedThePriceWhyAndWhoAllowedIt() {
        register.scan(Register.GIN);
        checkout.overridePrice(1, cents(12_00), "Price match", NONE);
        Optional<Approval> leave = register.leave.allow(Register.DANA, Register.MAX, "Damaged");

        assertEquals(new EditResult.Done(), checkout.overridePrice(1, cents(12_00), "Price match", leave));

        assertEquals(cents(12_00), line(1).unitPrice());
        PriceOverride why = new PriceOverride(cents(20_00), "Damaged", "Dana R.", "Max S.");
        assertEquals(Optional.of(why), line(1).override());
        assertEquals(cents(13_20), register.total());
    }

    @Test
    void leaveForOnePriceIsNoneForAnother() {
        register.scan(Register.GIN);
        checkout.overridePrice(1, cents(21_00), "Typo", NONE);
        Optional<Approval> leave = register.leave.allow(Register.DANA, Register.MAX, "Typo");

        assertInstanceOf(EditResult.NeedsApproval.class, checkout.overridePrice(1, cents(999_00), "Typo", leave));
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.overridePrice(1, cents(21_00), "Typo", leave));
    }

    @Test
    void countsPercentFromTheCataloguesPriceHoweverOftenItChanges() {
        register.operator = Optional.of(Register.LEE);
        register.scan(Register.GIN);
        assertEquals(new EditResult.Done(), checkout.overridePrice(1, cents(17_00), "Price match", NONE));

        // Only 12 % off the last price, but 25 % off the catalogue's.
        EditResult.NeedsApproval needed = assertInstanceOf(
                EditResult.NeedsApproval.class, checkout.overridePrice(1, cents(15_00), "Price match", NONE));

        assertEquals(Rate.ofPercent("25"), needed.request().act().percent());
        assertEquals(cents(20_00), line(1).regularPrice());
    }

    @Test
    void theCataloguesPriceTakesTheOverrideAway() {
        register.operator = Optional.of(Register.LEE);
        register.scan(Register.GIN);
        checkout.overridePrice(1, cents(17_00), "Price match", NONE);

        assertEquals(new EditResult.Done(), checkout.overridePrice(1, cents(20_00), "Mistake", NONE));

        assertEquals(Optional.empty(), line(1).override());
        register.scan(Register.GIN);
        assertEquals(Quantity.of(2), line(1).quantity());
    }

    @Test
    void refusesPricesAndReasonsThatAreMistakes() {
        register.operator = Optional.of(Register.OLIVE);
        register.scan(Register.GIN);

        for (long wrong : new long[] {-1, 20_00, 100_000_00}) {
            assertInstanceOf(EditResult.Refused.class, checkout.overridePrice(1, cents(wrong), "Price match", NONE));
        }
        assertInstanceOf(EditResult.Refused.class, checkout.overridePrice(1, cents(1), "  ", NONE));
        assertInstanceOf(EditResult.Refused.class, checkout.overridePrice(2, cents(1), "Price match", NONE));
    }

    @Test
    void anotherScanOfTheItemCostsTheCataloguesPriceOnALineOfItsOwn() {
        register.operator = Optional.of(Register.LEE);
        register.scan(Register.GIN);
        checkout.overridePrice(1, cents(17_00), "Damaged", NONE);

        register.scan(Register.GIN);

        assertEquals(cents(20_00), line(2).unitPrice());
        assertEquals(Quantity.ONE, line(1).quantity());
    }

    @Test
    void twoWhoTakeTurnsTakeOffNoMoreThanOneOfThem() {
        checkout.scan(Register.GIN, Quantity.of(20));
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(15), NONE));
        register.operator = Optional.of(Register.KIM);
        EditResult.NeedsApproval needed =
                assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(14), NONE));
        assertEquals(cents(120_00), needed.request().act().amount());

        register.operator = Optional.of(Register.LEE);
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(10), NONE));

        // What somebody took off who may more leaves the cashier the rest of their own room.
        register.operator = Optional.of(Register.KIM);
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(9), NONE));
    }

    @Test
    void leaveForOneBottleIsNoneForAPallet() {
        register.scan(Register.GIN);
        checkout.overridePrice(1, cents(10_00), "Damaged", NONE);
        Optional<Approval> leave = register.leave.allow(Register.DANA, Register.MAX, "Damaged");
        checkout.overridePrice(1, cents(10_00), "Damaged", leave);

        EditResult.NeedsApproval needed =
                assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(500)));

        assertEquals(cents(5_000_00), needed.request().act().amount());
        assertEquals(Optional.of(true), leave(Register.MAX).map(given -> true));
        assertEquals(Quantity.ONE, line(1).quantity());
    }

    @Test
    void aCashierTakesBackUpToTheLimitInAll() {
        register.checkout.scan(Register.RUM, Quantity.of(9));
        register.scan(Register.GIN);
        assertEquals(new EditResult.Done(), checkout.voidLine(1));

        EditResult.NeedsApproval needed = assertInstanceOf(EditResult.NeedsApproval.class, checkout.voidLine(2));

        assertEquals(cents(110_00), needed.request().act().amount());
        assertEquals(Permission.SELL, needed.request().act().permission());
        assertFalse(line(2).voided());
        Optional<Approval> leave = leave(Register.LEE);
        assertEquals(new EditResult.Done(), checkout.voidLine(2, leave));
        assertTrue(line(2).voided());
        register.scan(Register.RUM);
        assertEquals(new EditResult.Done(), checkout.voidLine(3), "what others allowed does not use up the own limit");
    }

    @Test
    void ringingUpAgainGivesNoNewRoom() {
        for (int i = 1; i <= 5; i++) {
            register.scan(Register.GIN);
            assertEquals(new EditResult.Done(), checkout.voidLine(i));
        }
        register.scan(Register.GIN);

        assertInstanceOf(EditResult.NeedsApproval.class, checkout.voidLine(6));
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.undo());
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.cancel());
    }

    @Test
    void sellingFewerCountsLikeTakingBack() {
        register.checkout.scan(Register.GIN, Quantity.of(50));

        EditResult.NeedsApproval needed =
                assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.ONE));

        assertEquals(cents(980_00), needed.request().act().amount());
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(45)));
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(44)));
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(60)));
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(59)));
    }

    @Test
    void undoingAScanCountsLikeTakingBack() {
        register.checkout.scan(Register.RUM, Quantity.of(10));
        register.checkout.scan(Register.GIN, Quantity.ONE);

        assertEquals(new EditResult.Done(), checkout.undo());
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.undo());
        assertEquals(cents(110_00), register.total());
    }

    @Test
    void undoingWhatTookSomethingOffGivesTheRoomBack() {
        register.checkout.scan(Register.RUM, Quantity.of(10));
        assertEquals(new EditResult.Done(), checkout.voidLine(1));
        assertEquals(new EditResult.Done(), checkout.undo());

        assertEquals(new EditResult.Done(), checkout.voidLine(1));
    }

    @Test
    void anUndoneOverrideNeedsLeaveAnew() {
        register.scan(Register.GIN);
        checkout.overridePrice(1, cents(12_00), "Damaged", NONE);
        Optional<Approval> leave = leave(Register.MAX);
        checkout.overridePrice(1, cents(12_00), "Damaged", leave);
        assertEquals(new EditResult.Done(), checkout.undo());

        assertEquals(Optional.empty(), line(1).override());
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.overridePrice(1, cents(12_00), "Damaged", leave));
    }

    @Test
    void whoAllowsMustBeAllowedAllThatWasTakenOffSoFar() {
        register.checkout.scan(Register.GIN, Quantity.of(40));
        checkout.changeQuantity(1, Quantity.of(20));
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(20), leave(Register.LEE)));

        EditResult.NeedsApproval needed =
                assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(13)));

        assertEquals(cents(540_00), needed.request().act().amount());
        assertEquals(List.of(Role.MANAGER, Role.OWNER), needed.request().rolesAllowing());
        assertEquals(Optional.empty(), leave(Register.LEE));
    }

    @Test
    void thePriceOfPiecesThatAreGoneStaysCounted() {
        register.operator = Optional.of(Register.LEE);
        register.checkout.scan(Register.GIN, Quantity.of(100));
        checkout.overridePrice(1, cents(16_00), "Price match", NONE);
        assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(93)));
        assertEquals(new EditResult.Done(), checkout.changeQuantity(1, Quantity.of(94)));

        checkout.overridePrice(1, cents(20_00), "Mistake", NONE);

        assertInstanceOf(EditResult.NeedsApproval.class, checkout.changeQuantity(1, Quantity.of(93)));
    }

    @Test
    void cancellingALargeSaleNeedsLeave() {
        register.checkout.scan(Register.GIN, Quantity.of(5));

        EditResult.NeedsApproval needed = assertInstanceOf(EditResult.NeedsApproval.class, checkout.cancel());

        assertEquals(cents(110_00), needed.request().act().amount());
        assertEquals(new EditResult.Done(), checkout.cancel(leave(Register.LEE)));
        assertTrue(checkout.state().sale().isEmpty());
    }

    @Test
    void asksNobodyForWhatCanNotBeDoneAnyway() {
        register.checkout.scan(Register.GIN, Quantity.of(50));
        register.checkout.takeCash(cents(1_000_00));

        assertInstanceOf(EditResult.Refused.class, checkout.changeQuantity(1, Quantity.ONE));
        assertInstanceOf(EditResult.Refused.class, checkout.overridePrice(1, cents(1), "Damaged", NONE));
        assertInstanceOf(EditResult.Refused.class, checkout.cancel());
    }

    private Optional<Approval> leave(com.euphoriapos.domain.Operator approver) {
        return register.leave.allow(Register.DANA, approver, "Damaged");
    }

    private SaleLineItem line(int number) {
        return checkout.state().sale().orElseThrow().transaction().line(number).orElseThrow();
    }

    private static Money cents(long cents) {
        return Money.ofCents(cents);
    }
}
