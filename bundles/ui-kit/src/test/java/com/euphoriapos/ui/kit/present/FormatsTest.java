package com.euphoriapos.ui.kit.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void showsMoneyWithTrueMinus() {
        assertEquals("0.00", Formats.money(0));
        assertEquals("0.05", Formats.money(5));
        assertEquals("\u22125.85", Formats.money(-585));
        assertEquals("1,234,567.89", Formats.money(123_456_789));
        Formats formats = new Formats(ZoneOffset.UTC, "$");
        assertEquals("\u2212$5.85", formats.moneyWithSign(-585));
        assertEquals("$240.24", formats.moneyWithSign(24_024));
    }

    @Property
    void moneyReadsBackAsTheSameCents(@ForAll long cents) {
        String plain = Formats.money(cents).replace(",", "").replace(Formats.MINUS, "-");
        assertEquals(cents, new BigDecimal(plain).movePointRight(2).longValueExact());
    }

    @Property
    void quantityReadsBackAsTheSameThousandths(@ForAll long thousandths) {
        String plain = Formats.quantity(thousandths).replace(",", "").replace(Formats.MINUS, "-");
        assertEquals(thousandths, new BigDecimal(plain).movePointRight(3).longValueExact());
    }

    @Test
    void showsQuantitiesSizesAndRates() {
        assertEquals("3", Formats.quantity(3000));
        assertEquals("0.345", Formats.quantity(345));
        assertEquals("\u22121.5", Formats.quantity(-1500));
        assertEquals("750 ml", Formats.volume(750));
        assertEquals("1.75 L", Formats.volume(1750));
        assertEquals("1 L", Formats.volume(1000));
        assertEquals("8.875\u00A0%", Formats.percent(88_750));
        assertEquals("\u221210\u00A0%", Formats.percent(-100_000));
        assertEquals("1 item", Formats.count(1, "item", "items"));
        assertEquals("1,204 items", Formats.count(1204, "item", "items"));
    }

    @Test
    void showsTimes() {
        Formats formats = new Formats(ZoneOffset.UTC, "$");
        Instant at = Instant.parse("2026-03-06T12:41:07.204Z");
        assertEquals("12:41", formats.time(at));
        assertEquals("12:41:07.204", formats.timeWithMillis(at));
        assertEquals("Mar 6, 2026", formats.day(at));
        assertEquals("3 h 12 min", Formats.duration(3 * 3600 + 12 * 60 + 5));
        assertEquals("11 s", Formats.duration(11));
    }

    @Test
    void showsStoredCapitalsInTitleCase() {
        assertEquals("Buffalo Trace Bourbon", ProductNames.display("BUFFALO TRACE BOURBON"));
        assertEquals("Hennessy VS", ProductNames.display("HENNESSY VS"));
        assertEquals("Remy Martin XO", ProductNames.display("REMY MARTIN XO"));
        assertEquals("Martell VSOP", ProductNames.display("MARTELL VSOP"));
        assertEquals("Lagunitas IPA 12 oz", ProductNames.display("LAGUNITAS IPA 12 OZ"));
        assertEquals("Maker's Mark w/ Scarf", ProductNames.display("MAKER'S MARK W/ SCARF"));
        assertEquals("O'Brien Batch III 750ml", ProductNames.display("O'BRIEN BATCH III 750ML"));
        assertEquals("Absolut Citron", ProductNames.display("Absolut Citron"));
    }
}
