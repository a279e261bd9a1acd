package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.CashTender.Suggestion;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CashTenderTest {
    @Property
    void suggestsSixDifferentNamedAmountsThatPayFromTheExactOneUp(
            @ForAll @LongRange(min = 1, max = 2_000_000) long cents) {
        Money due = Money.ofCents(cents);
        List<Suggestion> suggestions = CashTender.suggestions(due);
        assertEquals(6, suggestions.size());
        assertEquals(new Suggestion("Exact", due), suggestions.get(0));
        assertEquals(
                6, new HashSet<>(suggestions.stream().map(Suggestion::amount).toList()).size());
        for (int i = 0; i < 6; i++) {
            Suggestion suggestion = suggestions.get(i);
            assertFalse(suggestion.name().isBlank());
            assertTrue(suggestion.amount().compareTo(due) >= 0);
            assertTrue(i == 0
                    || suggestion.amount().compareTo(suggestions.get(i - 1).amount()) > 0);
            assertTrue(CashTender.take(due, suggestion.amount()).change().compareTo(CashTender.OVERPAYMENT_MAX) <= 0);
        }
    }

    @Test
    void suggestsWhatPeopleHandOver() {
        assertEquals(
                List.of("240.24", "241.00", "245.00", "250.00", "260.00", "300.00"), amounts(Money.ofCents(240_24)));
        assertEquals(
                List.of("159.37", "160.00", "170.00", "180.00", "200.00", "300.00"), amounts(Money.ofCents(159_37)));
        assertEquals(
                List.of("100.00", "105.00", "110.00", "120.00", "150.00", "200.00"), amounts(Money.ofCents(100_00)));
    }

    private static List<String> amounts(Money due) {
        return CashTender.suggestions(due).stream()
                .map(s -> s.amount().toString())
                .toList();
    }

    @Property
    boolean whatIsPaidAndWhatGoesBackIsWhatWasGiven(
            @ForAll @LongRange(min = 1, max = 1_000_000) long due,
            @ForAll @LongRange(min = 1, max = 1_000_000) long given) {
        if (given - due > CashTender.OVERPAYMENT_MAX.cents()) {
            assertThrows(
                    IllegalArgumentException.class, () -> CashTender.take(Money.ofCents(due), Money.ofCents(given)));
            return true;
        }
        TenderLineItem tender = CashTender.take(Money.ofCents(due), Money.ofCents(given));
        return tender.amount().plus(tender.change()).equals(Money.ofCents(given))
                && tender.amount().cents() == Math.min(due, given);
    }

    @Test
    void aBarcodeIsNoBanknote() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CashTender.take(Money.ofCents(496_34), Money.ofCents(812_459_012_875_00L)));
    }
}
