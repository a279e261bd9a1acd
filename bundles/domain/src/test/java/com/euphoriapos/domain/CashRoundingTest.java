package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CashRoundingTest {
    @Property
    void whatIsAskedForInCashCanBePaidWithoutPennies(
            @ForAll CashRounding rounding, @ForAll @LongRange(min = -1_000, max = 1_000_000) long cents) {
        Money left = Money.ofCents(cents);
        Money adjustment = rounding.adjustment(left);
        boolean rounds = rounding != CashRounding.NONE && cents > 0;
        assertEquals(
                rounds ? 0 : Math.floorMod(cents, 5),
                Math.floorMod(left.plus(adjustment).cents(), 5));
        assertTrue(Math.abs(adjustment.cents()) <= (rounding == CashRounding.DOWN_5 ? 4 : 2), adjustment.toString());
        assertTrue(rounding != CashRounding.DOWN_5 || !adjustment.isPositive(), "never against the customer");
    }

    @Test
    void roundsToTheNearerFive() {
        long[] asked = {0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10};
        for (int cents = 0; cents < asked.length; cents++) {
            Money left = Money.ofCents(cents);
            assertEquals(Money.ofCents(asked[cents]), left.plus(CashRounding.NEAREST_5.adjustment(left)));
        }
    }

    @Test
    void knowsTheWordsOfTheSettings() {
        for (CashRounding each : CashRounding.values()) {
            assertEquals(each, CashRounding.of(each.word()));
        }
        assertThrows(IllegalArgumentException.class, () -> CashRounding.of("up"));
    }

    @Test
    void earnsWholePointsForTheGoods() {
        assertEquals(0, Loyalty.points(Money.ofCents(99), 1));
        assertEquals(19, Loyalty.points(Money.ofCents(19_99), 1));
        assertEquals(39, Loyalty.points(Money.ofCents(19_99), 2));
        assertEquals(0, Loyalty.points(Money.ofCents(19_99), 0));
    }
}
