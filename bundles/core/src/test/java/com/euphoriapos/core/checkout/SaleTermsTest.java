package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleHours;
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
