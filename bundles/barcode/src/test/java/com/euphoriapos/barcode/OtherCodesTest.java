package com.euphoriapos.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCodesTest {
    @Test
    void carriesBothMeaningsOfEightDigits() {
        // 01234565 is a valid UPC-E and a valid EAN-8.
        GtinReading reading = assertInstanceOf(GtinReading.class, Barcodes.read("01234565"));

        assertTrue(reading.isAmbiguous());
        assertEquals(Symbology.UPC_E, reading.symbology());
        assertEquals(List.of("00012345000065", "00000001234565"), reading.lookupKeys());
        assertEquals(
                "UPC-E 01234565 → GTIN-14 00012345000065, or EAN-8 01234565 → GTIN-14 00000001234565,"
                        + " check digit ok both ways: the catalogue decides",
                reading.describe());
    }

    @Test
    void letsTheSymbologyDecideEightDigits() {
        assertEquals(List.of("00012345000065"), Barcodes.read("]E001234565").lookupKeys());
        assertEquals(List.of("00000001234565"), Barcodes.read("]E401234565").lookupKeys());
        assertEquals(
                List.of("00012345000065"),
                Barcodes.read("01234565", Symbology.UPC_E).lookupKeys());
        assertEquals(
                List.of("00000001234565"),
                Barcodes.read("01234565", Symbology.EAN_8).lookupKeys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"]E3977123456700312", "]E3978030640615751299", "978030640615751299", "]E39780306406157 51299"})
    void setsTheAddOnApart(String raw) {
        GtinReading reading = assertInstanceOf(GtinReading.class, Barcodes.read(raw));

        assertEquals(13, reading.text().length());
        assertTrue(reading.addOn().equals("12") || reading.addOn().equals("51299"));
    }

    @ParameterizedTest(name = "{0} is looked up as {1}")
    @CsvSource({
        "BADGE-0042,        BADGE-0042",
        "]A0R2-20260301-17, R2-20260301-17",
        "]C0012345678904,   012345678904",
        "4711,              4711",
        "'  4711\r\n',      4711",
        "'\u0002X9\u0003',  X9",
    })
    void looksUpInternalCodesAsTheyStand(String raw, String key) {
        assertEquals(
                List.of(key),
                assertInstanceOf(OtherReading.class, Barcodes.read(raw)).lookupKeys());
    }

    @Test
    void guessesZerosThatWereNotTyped() {
        OtherReading reading = assertInstanceOf(OtherReading.class, Barcodes.read("88076200999"));

        assertEquals(List.of("88076200999", "00088076200999"), reading.lookupKeys());
    }

    @Test
    void showsControlCharactersInsteadOfPrintingThem() {
        assertEquals(
                "code \"A<7>B<GS>C\": no trade item number, looked up as it stands",
                Barcodes.read("A\u0007B\u001dC").describe());
    }

    @Test
    void refusesTextBeyondAnyBarcode() {
        InvalidReading reading = assertInstanceOf(InvalidReading.class, Barcodes.read("9".repeat(4097)));

        assertEquals("4097 characters; at most 4096 are read", reading.reason());
    }

    @Test
    void findsThePriceInAUpcOfNumberSystemTwo() {
        // Item 12345, price 28.75 with price check digit 9.
        String code = Digits.withCheckDigit("21234592875");
        VariableMeasureReading reading = assertInstanceOf(VariableMeasureReading.class, Barcodes.read(code));

        assertEquals(OptionalLong.of(2875), reading.measure().hundredths());
        assertEquals("12345", reading.itemCode());
        assertEquals(List.of("00" + code, "00" + Digits.withCheckDigit("21234500000"), "12345"), reading.lookupKeys());
        assertTrue(reading.describe().endsWith("item 12345 with price 28.75 inside"), reading.describe());
    }

    @Test
    void neverInventsAPriceWhenItsCheckDigitIsWrong() {
        String code = Digits.withCheckDigit("21234582875");

        assertEquals(
                List.of("00" + code),
                assertInstanceOf(GtinReading.class, Barcodes.read(code)).lookupKeys());
    }

    @Test
    void followsTheTableOfTheShop() {
        BarcodeReader reader = new BarcodeReader(
                VariableMeasurePatterns.parse(List.of("28iiiiigggggk:3", "24iiiivpppppk:2", "21iiiiinnnnnk")));

        VariableMeasureReading weight =
                assertInstanceOf(VariableMeasureReading.class, reader.read(Digits.withCheckDigit("280471101250")));
        assertEquals("1.250 kg", weight.measure().describe());
        VariableMeasureReading count =
                assertInstanceOf(VariableMeasureReading.class, reader.read(Digits.withCheckDigit("210471100006")));
        assertEquals("count 6", count.measure().describe());
        // Price 146.85 with price check digit 6.
        assertInstanceOf(VariableMeasureReading.class, reader.read(Digits.withCheckDigit("247110614685")));
    }

    @ParameterizedTest(name = "value {0} has check digit {1}")
    @CsvSource({"2875, 9", "14685, 6", "0000, 0", "00000, 0"})
    void computesTheCheckDigitOfAPrice(String value, int expected) {
        assertEquals(expected, PriceVerifier.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "02iiiiivpppp",
                "02iiiiipppppp",
                "02iiiiivpppk:2",
                "02iiiiipwppwk:2",
                "02iiiiipppppk:22",
                "02xxxxxpppppk:2",
                "02iiiiixxxxxk:2",
                "02iipiivppppk:2",
                "0ziiiiivppppk:2",
                "02iiiivvppppk:2"
            })
    void refusesARuleThatMakesNoSense(String rule) {
        assertThrows(IllegalArgumentException.class, () -> VariableMeasurePattern.parse(rule));
    }
}
