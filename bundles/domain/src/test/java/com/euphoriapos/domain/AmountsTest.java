package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {
    @Property
    boolean moneySurvivesItsText(@ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long cents) {
        return Money.parse(Money.ofCents(cents).toString()).cents() == cents;
    }

    @Property
    boolean roundsAsExactArithmeticDoes(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long dividend,
            @ForAll @LongRange(min = 1, max = 10_000_000) long divisor) {
        long exact = BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Rounding.divideHalfUp(dividend, divisor) == exact;
    }

    @Property
    boolean aRateOfAnAmountIsRoundedOnce(
            @ForAll @LongRange(min = 0, max = 1_000_000) long partsPerMillion,
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long cents) {
        long exact = BigDecimal.valueOf(cents)
                .multiply(BigDecimal.valueOf(partsPerMillion))
                .divide(BigDecimal.valueOf(1_000_000), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Rate(partsPerMillion).of(Money.ofCents(cents)).cents() == exact;
    }

    @Property
    boolean aPercentageSurvivesItsText(@ForAll @LongRange(min = 0, max = 1_000_000) long partsPerMillion) {
        Rate rate = new Rate(partsPerMillion);
        return Rate.ofPercent(rate.percent()).equals(rate);
    }

    @ParameterizedTest
    @CsvSource({"51.01, 5101", "15, 1500", "0.5, 50", ".5, 50", "14.990, 1499", "-3.20, -320"})
    void readsPlainDecimals(String text, long cents) {
        assertEquals(cents, Money.parse(text).cents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "1,50", "1.005", "1e3", "12 ", "١٢", "9999999999999999", "0x10", "--1"})
    void refusesEverythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> Money.parse(text));
    }

    @Test
    void anOverflowIsAnErrorNotAPrice() {
        assertThrows(
                ArithmeticException.class, () -> Money.ofCents(Long.MAX_VALUE).plus(Money.ofCents(1)));
        assertThrows(
                ArithmeticException.class, () -> Money.ofCents(Long.MAX_VALUE).times(2));
    }

    @Test
    void aMeasureIsPricedByTheThousandth() {
        assertEquals(Money.ofCents(345), Money.ofCents(9_99).times(new Quantity(345)));
        assertEquals("0.345", new Quantity(345).toString());
        assertEquals("3", Quantity.of(3).toString());
    }
}
