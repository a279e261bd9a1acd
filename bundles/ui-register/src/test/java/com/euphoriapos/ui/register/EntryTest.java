package com.euphoriapos.ui.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import org.junit.jupiter.api.Test;

class EntryTest {
    private final KeyedEntry entry = new KeyedEntry();
    private final CashEntry cash = new CashEntry();

    private void keys(String digits) {
        digits.chars().forEach(c -> entry.digit((char) c));
    }

    private void cash(String keys) {
        keys.chars().forEach(c -> {
            if (c == '.') {
                cash.point();
            } else {
                cash.digit((char) c);
            }
        });
    }

    @Test
    void readsSixTimesAndACodeBehindIt() {
        keys("6");
        assertTrue(entry.multiply());
        keys("0412");
        assertEquals("6 \u00D7 0412", entry.chip());
        assertEquals(Quantity.of(6), entry.quantity());
        assertEquals("0412", entry.digits());
    }

    @Test
    void takesBackDigitsFirstAndThenTheNumberOfTimes() {
        keys("6");
        entry.multiply();
        keys("1");
        entry.backspace();
        assertEquals("6 \u00D7", entry.chip());
        entry.backspace();
        assertTrue(entry.isEmpty());
    }

    @Test
    void makesNoQuantityOfNoughtOrOfABarcode() {
        keys("0");
        assertFalse(entry.multiply());
        keys("41220576074");
        assertFalse(entry.multiply());
        assertEquals(0, entry.pieces());
    }

    @Test
    void keepsWhatWasTypedForTheItemAfterThis() {
        Quantity first = entry.quantity();
        keys("6");
        entry.multiply();
        entry.used(first);
        assertEquals(Quantity.of(6), entry.quantity());
    }

    @Test
    void takesNoMoreDigitsThanACodeHas() {
        keys("1".repeat(50));
        assertEquals(KeyedEntry.DIGITS_MAX, entry.digits().length());
    }

    @Test
    void fillsCashFromTheCents() {
        cash("26000");
        assertEquals(Money.parse("260"), cash.amount());
        cash.backspace();
        assertEquals(Money.parse("26"), cash.amount());
    }

    @Test
    void takesAtMostTwoDecimals() {
        cash("12.345");
        assertEquals(Money.parse("12.34"), cash.amount());
        cash.backspace();
        cash.backspace();
        cash.backspace();
        assertEquals(Money.parse("0.12"), cash.amount());
    }

    @Test
    void readsAPointWithNothingBeforeIt() {
        cash(".5");
        assertEquals(Money.parse("0.50"), cash.amount());
        assertFalse(cash.isEmpty());
    }

    @Test
    void ignoresLeadingNoughtsAndTooManyDigits() {
        cash("000");
        assertTrue(cash.isEmpty());
        cash("9999999999");
        assertEquals(Money.parse("999999.99"), cash.amount());
    }
}
