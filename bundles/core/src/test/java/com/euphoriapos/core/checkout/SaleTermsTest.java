package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.CashRounding;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleHours;
import com.euphoriapos.domain.SaleRules;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store set and the law says, while a sale is open. It is half past eleven in the evening of a Wednesday. */
class SaleTermsTest {
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

    private void tax(String percent) {
        StoreSettings now = register.settings;
        register.settings = new StoreSettings(
                now.storeName(),
                now.addressLines(),
                now.receiptFooter(),
                TaxTable.of(Rate.ofPercent(percent)),
                now.currencySymbol(),
                now.zone(),
                now.workstationId(),
                now.demo());
    }

    private void rules(SaleRules rules) {
        register.settings = register.settings.with(rules);
    }

    @Test
    void asksInCashForWhatCoinsCanPayAndKeepsTheDifference() {
        rules(new SaleRules(CashRounding.NEAREST_5, new Rate(Rate.SCALE), 0));
        register.operator = Optional.of(Register.OLIVE);
        register.scan(Register.RUM);
        register.checkout.overridePrice(1, Money.ofCents(9_12), "Price match", Optional.empty());
        assertEquals(Money.ofCents(10_03), register.total());
        assertEquals(Money.ofCents(10_05), register.checkout.state().due());

        TenderResult.Completed paid = assertInstanceOf(TenderResult.Completed.class, pay(20_00));
        assertEquals(Money.ofCents(9_95), paid.transaction().change());
        assertEquals(Money.ofCents(2), paid.transaction().cashRounding());
        assertEquals(
                Optional.of(Money.ofCents(2)),
                store.read(handle ->
                                handle.transactions().byId(paid.transaction().id()))
                        .map(CompletedTransaction::cashRounding));
    }

    @Test
    void letsWhoeverHasThePenniesPayToTheCent() {
        rules(new SaleRules(CashRounding.NEAREST_5, new Rate(Rate.SCALE), 0));
        register.operator = Optional.of(Register.OLIVE);
        register.scan(Register.RUM);
        register.checkout.overridePrice(1, Money.ofCents(9_12), "Price match", Optional.empty());
        TenderResult.Completed paid = assertInstanceOf(TenderResult.Completed.class, pay(10_03));
        assertEquals(Money.ZERO, paid.transaction().cashRounding());
    }

    @Test
    void roundsOnlyTheLastPayment() {
        rules(new SaleRules(CashRounding.DOWN_5, new Rate(Rate.SCALE), 0));
        register.scan(Register.RUM);
        assertInstanceOf(TenderResult.Partial.class, pay(3_02));
        assertEquals(Money.ofCents(7_95), register.checkout.state().due());
        TenderResult.Completed paid = assertInstanceOf(TenderResult.Completed.class, pay(7_95));
        assertEquals(Money.ofCents(-3), paid.transaction().cashRounding());
    }

    @Test
    void letsNobodyTakeOffMoreThanTheStoreAllows() {
        rules(new SaleRules(CashRounding.NONE, Rate.ofPercent("30"), 0));
        register.operator = Optional.of(Register.OLIVE);
        register.scan(Register.RUM);
        assertEquals(
                new EditResult.Refused("At most 30 % may be taken off a price in this store."),
                register.checkout.overridePrice(1, Money.ofCents(6_99), "Damaged", Optional.empty()));
        assertInstanceOf(
                EditResult.Done.class,
                register.checkout.overridePrice(1, Money.ofCents(7_00), "Damaged", Optional.empty()));
    }

    private TenderResult pay(long cents) {
        return register.checkout.takeCash(Money.ofCents(cents));
    }

    @Test
    void opensNoSaleOutsideTheHoursWhoeverAsks() {
        register.operator = Optional.of(Register.OLIVE);
        register.hours = SaleHours.parse("Mon-Sat 09:00-23:00");
        assertEquals(
                new AddResult.Refused("Nothing may be sold at this hour. Sales begin on Thursday at 09:00."),
                register.checkout.scan(Register.RUM, Quantity.ONE));
        assertTrue(register.checkout.state().sale().isEmpty());
    }

    @Test
    void takesNoPaymentAfterTheHoursAndKeepsTheSale() {
        register.hours = SaleHours.parse("Mon-Sun 09:00-23:45");
        register.scan(Register.RUM);
        register.clock.advance(Duration.ofMinutes(15));
        TenderResult.Refused refused = assertInstanceOf(TenderResult.Refused.class, pay(11_00));
        assertTrue(refused.reason().startsWith("Nothing may be sold at this hour."), refused.reason());
        assertEquals(Money.ofCents(11_00), register.total());
        assertInstanceOf(EditResult.Done.class, register.checkout.cancel(Optional.empty()));
    }

    @Test
    void chargesNoOtherAmountThanTheOneOnTheScreen() {
        register.scan(Register.RUM);
        tax("20");
        assertEquals(
                new TenderResult.Refused("The store's settings were changed during this sale: $12.00 is due now."),
                pay(11_00));
        assertEquals(Money.ofCents(12_00), register.checkout.state().due());
        assertInstanceOf(TenderResult.Completed.class, pay(12_00));
    }

    @Test
    void theNextChangeOfTheSaleTakesTheNewTaxOn() {
        register.scan(Register.RUM);
        tax("20");
        register.scan(Register.RUM);
        assertEquals(Money.ofCents(24_00), register.total());
        assertInstanceOf(TenderResult.Completed.class, pay(24_00));
    }

    @Test
    void givesAPaymentBackFirstWhereMoreWasPaidThanItCostsNow() {
        register.scan(Register.RUM);
        assertInstanceOf(TenderResult.Partial.class, pay(10_90));
        tax("0");
        TenderResult.Refused refused = assertInstanceOf(TenderResult.Refused.class, pay(10));
        assertTrue(refused.reason().contains("Give a payment back first"), refused.reason());
        assertInstanceOf(EditResult.Done.class, register.checkout.removeTender(0));
        assertInstanceOf(TenderResult.Completed.class, pay(10_00));
    }
}
