package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SaleHoursTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SaleHours SHOP = SaleHours.parse("Mon-Sat 09:00-23:00, Sun 12:00-18:00");

    /** 2026-11-23 is a Monday. */
    private static Instant at(String day, String time) {
        return LocalDateTime.parse("2026-11-" + day + "T" + time)
                .atZone(NEW_YORK)
                .toInstant();
    }

    @Test
    void sellsFromTheFirstMinuteAndNotAtTheEnd() {
        assertFalse(SHOP.open(at("23", "08:59:59"), NEW_YORK));
        assertTrue(SHOP.open(at("23", "09:00"), NEW_YORK));
        assertTrue(SHOP.open(at("23", "22:59:59"), NEW_YORK));
        assertFalse(SHOP.open(at("23", "23:00"), NEW_YORK));
        assertFalse(SHOP.open(at("22", "11:59"), NEW_YORK));
        assertTrue(SHOP.open(at("22", "12:00"), NEW_YORK));
    }

    @Test
    void saysWhenSalesBeginAgain() {
        assertEquals(
                Optional.of("Nothing may be sold at this hour. Sales begin at 09:00."),
                SHOP.refusal(at("23", "07:30"), NEW_YORK));
        assertEquals(
                Optional.of("Nothing may be sold at this hour. Sales begin on Sunday at 12:00."),
                SHOP.refusal(at("28", "23:10"), NEW_YORK));
        assertEquals(Optional.empty(), SHOP.refusal(at("23", "10:00"), NEW_YORK));
        assertEquals(
                Optional.of("Nothing may be sold at this hour. Sales begin on Monday at 10:00."),
                SaleHours.parse("Mon 10:00-11:00").refusal(at("23", "11:00"), NEW_YORK));
    }

    @Test
    void goesOnPastMidnightAndOverSunday() {
        SaleHours late = SaleHours.parse("Fri-Mon 18:00-02:00");
        assertTrue(late.open(at("24", "01:59"), NEW_YORK));
        assertFalse(late.open(at("24", "02:00"), NEW_YORK));
        assertFalse(late.open(at("24", "18:00"), NEW_YORK));
        assertTrue(late.open(at("28", "00:30"), NEW_YORK));
        assertFalse(late.open(at("27", "00:30"), NEW_YORK));
    }

    @Test
    void isAlwaysOpenWhenNothingIsSaid() {
        assertEquals(SaleHours.ALWAYS, SaleHours.parse("  "));
        assertTrue(SaleHours.ALWAYS.open(at("22", "03:00"), NEW_YORK));
        assertTrue(SaleHours.parse("Mon-Sun 00:00-24:00").open(at("22", "23:59"), NEW_YORK));
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        for (String bad : List.of(
                "Mon",
                "Mon 9-17",
                "Xyz 09:00-10:00",
                "Mon 09:00-25:00",
                "Mon 09:61-10:00",
                "Mon,",
                "Mon 09:00-09:00",
                "Mon 24:00-02:00",
                "Mon 00:00-00:00x")) {
            assertThrows(IllegalArgumentException.class, () -> SaleHours.parse(bad), bad);
        }
        assertEquals("Mon 00:00-24:00", SaleHours.parse("mon  0:00-0:00").text());
    }

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll("hours") SaleHours hours) {
        assertEquals(hours, SaleHours.parse(hours.text()));
    }

    @Property(tries = 300)
    void theMomentItNamesIsOpen(@ForAll("hours") SaleHours hours, @ForAll("minutes") int minute) {
        Instant at = at("23", "00:00").plusSeconds(minute * 60L);
        assertEquals(hours.open(at, NEW_YORK), hours.refusal(at, NEW_YORK).isEmpty());
        hours.refusal(at, NEW_YORK).ifPresent(words -> assertTrue(words.contains("Sales begin"), words));
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 7 * 24 * 60);
    }

    @Provide
    Arbitrary<SaleHours> hours() {
        Arbitrary<DayOfWeek> day = Arbitraries.of(DayOfWeek.class);
        Arbitrary<SaleHours.Span> span = Combinators.combine(
                        day,
                        day,
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.integers().between(1, 1440))
                .filter((first, last, from, to) -> !from.equals(to))
                .as(SaleHours.Span::new);
        return span.list().ofMinSize(0).ofMaxSize(5).map(SaleHours::new);
    }
}
