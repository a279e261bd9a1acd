package com.euphoriapos.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtinTest {
    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({
        "88076200999,    00088076200999, 'check digit ok, 3 zeros put in front'",
        "80432111956,    00080432111956, 'check digit ok, 3 zeros put in front'",
        "835229000308,   00835229000308, 'check digit ok, 2 zeros put in front'",
        "43315390,       00000043315390, 'check digit ok, 6 zeros put in front'",
        "4006381333931,  04006381333931, 'check digit ok, 1 zero put in front'",
        "10083664874139, 10083664874139, 'check digit ok'",
        "4252614,        00042100005264, 'expanded from UPC-E 04252614'",
        "' 88076200999 ', 00088076200999, 'check digit ok, 3 zeros put in front'",
    })
    void restoresTheZerosOfAPriceBook(String column, String gtin14, String note) {
        GtinOutcome.Usable usable = assertInstanceOf(GtinOutcome.Usable.class, Gtin.ofUnpadded(column));

        assertEquals(gtin14, usable.value().digits());
        assertEquals(note, usable.reason());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'',              blank",
        "0,               'zero, which means no code'",
        "000000000000,    'zero, which means no code'",
        "88076200998,     'check digit is 8, expected 9'",
        "8.35E+11,        'a spreadsheet has rounded it; its digits are lost'",
        "NONE,            holds characters other than digits",
        "12345,           5 digits; too short for a GTIN without leading zeros",
        "4252615,         7 digits; neither a GTIN-8 nor a UPC-E",
        "123456789012345, 15 digits; a GTIN has at most 14",
        "１２３４５６７８９０１２, holds characters other than digits",
    })
    void saysWhyAPriceBookNumberIsUnusable(String column, String reason) {
        assertEquals(
                reason,
                assertInstanceOf(GtinOutcome.Unusable.class, Gtin.ofUnpadded(column))
                        .reason());
    }

    @ParameterizedTest(name = "{0} on {1} items: {2}")
    @CsvSource({
        "10083664874139, 1,   check digit ok",
        "82000748687,    1,   'check digit ok, 3 zeros put in front'",
        "10083664874139, 610, one case code on 610 items identifies none of them",
        "1008519260047,  137, 'check digit is 7, expected 4'",
        "90012345678908, 1,   'indicator 9 means variable measure, which is no fixed case'",
        "43315390,       1,   '8 digits; a case code has 14, at least 11 without zeros'",
        "'',             719, blank",
    })
    void judgesCaseCodes(String column, int items, String reason) {
        assertEquals(reason, Gtin.ofCaseCode(column, items).reason());
    }

    @Test
    void refusesNumbersOfNoStandardLength() {
        assertEquals(
                "11 digits; a GTIN has 8, 12, 13 or 14",
                Gtin.parse("88076200999").reason());
    }

    @Test
    void refusesToHoldAWrongNumber() {
        assertThrows(IllegalArgumentException.class, () -> new Gtin("00012345678904"));
        assertThrows(IllegalArgumentException.class, () -> new Gtin("012345678905"));
        assertThrows(IllegalArgumentException.class, () -> new Gtin("00000000000000"));
    }

    @Test
    void findsTheItemInsideAPackOnly() {
        assertEquals(Optional.of(new Gtin("00012345678905")), new Gtin("10012345678902").contained());
        assertTrue(new Gtin("00012345678905").contained().isEmpty());
        assertTrue(new Gtin("90012345678908").contained().isEmpty());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "012345678905,  TRADE_ITEM",
        "212345000007,  IN_STORE",
        "2012345000001, IN_STORE",
        "412345678903,  IN_STORE",
        "512345000008,  COUPON",
        "9812345678902, COUPON",
        "9771234567003, PERIODICAL",
        "9780306406157, BOOK",
        "96385074,      TRADE_ITEM",
        "20123451,      IN_STORE",
        "4006381333931, TRADE_ITEM",
    })
    void knowsWhatAPrefixIsFor(String digits, GtinUse use) {
        assertEquals(use, Gtin.parse(digits).gtin().orElseThrow().use());
    }

    @ParameterizedTest(name = "{0} expands to {1}")
    @CsvSource({
        // One line for each of the rules 0 to 9, and number system 1.
        "01234505, 012000003455",
        "01234514, 012100003454",
        "01234523, 012200003453",
        "01234531, 012300000451",
        "01234543, 012340000053",
        "01234558, 012345000058",
        "01234565, 012345000065",
        "01234572, 012345000072",
        "01234589, 012345000089",
        "01234596, 012345000096",
        "11234562, 112345000062",
    })
    void expandsEachUpcERule(String upcE, String upcA) {
        GtinReading reading = assertInstanceOf(GtinReading.class, Barcodes.read(upcE, Symbology.UPC_E));

        assertEquals("00" + upcA, reading.gtin14());
        assertEquals(Optional.of(upcE), reading.number().upcE());
    }
}
