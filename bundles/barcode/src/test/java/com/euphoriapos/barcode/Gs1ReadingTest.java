package com.euphoriapos.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1ReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static Gs1Reading read(String raw) {
        return assertInstanceOf(Gs1Reading.class, Barcodes.read(raw));
    }

    @Test
    void readsLotExpiryAndSerialOfADataMatrix() {
        Gs1Reading reading = read("]d2010001234567890517270331" + "10AB-12\u001d21S/9");

        assertEquals(Symbology.GS1_DATAMATRIX, reading.symbology());
        assertEquals(List.of("00012345678905"), reading.lookupKeys());
        assertEquals(Optional.of(LocalDate.of(2027, 3, 31)), reading.expiry(TODAY));
        assertEquals(Optional.of("AB-12"), reading.lot());
        assertEquals(Optional.of("S/9"), reading.serial());
        assertEquals(
                "GS1 DataMatrix → GTIN (01)00012345678905, expiry (17)270331, lot (10)AB-12, serial (21)S/9; check digit ok",
                reading.describe());
    }

    @Test
    void readsTheItemsInsideALogisticUnit() {
        Gs1Reading reading = read("]C102000123456789053712");

        assertEquals(OptionalLong.of(12), reading.count());
        assertEquals(List.of("00012345678905"), reading.lookupKeys());
    }

    @Test
    void readsWeightAndPriceExactly() {
        Gs1Reading reading = read("]e0019001234567890831030012343922" + "1299");

        Measure weight = reading.weight().orElseThrow();
        assertEquals(Measure.Kind.KILOGRAMS, weight.kind());
        assertEquals(OptionalLong.of(1234), weight.thousandths());
        assertEquals("1.234 kg", weight.describe());
        assertEquals(OptionalLong.of(1299), reading.price().orElseThrow().hundredths());
        assertEquals(OptionalLong.empty(), weight.hundredths());
    }

    @Test
    void readsThePriceWithItsCurrency() {
        Measure price = read("]C101900123456789083932840" + "1299").price().orElseThrow();

        assertEquals("840", price.currency());
        assertEquals("price 12.99 in currency 840", price.describe());
    }

    @Test
    void toleratesASeparatorAfterAValueOfFixedLength() {
        Gs1Reading reading = read("]C1\u001d0100012345678905\u001d17270300\u001d10X");

        assertEquals(Optional.of(LocalDate.of(2027, 3, 31)), reading.expiry(TODAY));
        assertEquals(Optional.of("X"), reading.lot());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001d0100012345678905" + "10AB",
                "0100012345678905" + "10AB",
                "(01)00012345678905(10)AB",
                "(01) 00012345678905 (10) AB",
            })
    void recognisesElementsWithoutAnIdentifierWhenThereIsNoDoubt(String raw) {
        Gs1Reading reading = read(raw);

        assertEquals("00012345678905", reading.gtin().orElseThrow().digits());
        assertEquals(Optional.of("AB"), reading.lot());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0100012345678904" + "10AB", "10AB12", "0112345", "010001234567890517279931", "37 12", "(hello)"
            })
    void leavesDoubtfulTextAlone(String raw) {
        assertInstanceOf(OtherReading.class, Barcodes.read(raw));
    }

    @Test
    void doesNotLookForElementsInPlainCode128() {
        assertInstanceOf(OtherReading.class, Barcodes.read("]C00100012345678905" + "10AB"));
        assertInstanceOf(Gs1Reading.class, Barcodes.read("0100012345678905" + "10AB", Symbology.CODE_128));
    }

    @Test
    void keepsTheItemWhenAnotherValueIsWrong() {
        Gs1Reading reading = read("]d201000123456789051727133110AB");

        assertEquals(Optional.of("AB"), reading.lot());
        assertTrue(reading.expiry(TODAY).isEmpty());
        assertEquals(List.of("(17) expiry 271331: there is no month 13"), reading.problems());
    }

    @Test
    void skipsAnIdentifierItDoesNotKnow() {
        Gs1Reading reading = read("]d201000123456789055" + "0ABC\u001d10AB");

        assertEquals(Optional.of("AB"), reading.lot());
        assertEquals(List.of("50ABC: no known application identifier at character 17"), reading.problems());
    }

    @Test
    void looksUpAShippingUnitByItsText() {
        Gs1Reading reading = read("]C100106141412345678908");

        assertEquals(Optional.of("106141412345678908"), reading.value("00"));
        assertEquals(List.of("00106141412345678908"), reading.lookupKeys());
    }

    @Test
    void readsADigitalLink() {
        Gs1Reading reading = read("]Q1https://shop.example/wine/01/9506000134352/10/AB%2F1/21/7?17=270300&utm=x#top");

        assertEquals("09506000134352", reading.gtin().orElseThrow().digits());
        assertEquals(Optional.of("AB/1"), reading.lot());
        assertEquals(Optional.of("7"), reading.serial());
        assertEquals(Optional.of(LocalDate.of(2027, 3, 31)), reading.expiry(TODAY));
        assertEquals(Symbology.QR, reading.symbology());
    }

    @Test
    void refusesADigitalLinkWithAWrongNumber() {
        InvalidReading reading =
                assertInstanceOf(InvalidReading.class, Barcodes.read("HTTPS://id.gs1.org/01/09506000134353"));

        assertEquals("(01) GTIN 09506000134353: check digit is 3, expected 2", reading.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com", "https://example.com/01/", "http://", "https://example.com/menu/01/x?17=1"
            })
    void takesOtherAddressesAsTheyAre(String address) {
        assertEquals(
                List.of(address),
                assertInstanceOf(OtherReading.class, Barcodes.read(address)).lookupKeys());
    }

    @ParameterizedTest(name = "{0} seen on {1} is {2}")
    @CsvSource({
        "270331, 2026-03-01, 2027-03-31",
        "270200, 2026-03-01, 2027-02-28",
        "280200, 2026-03-01, 2028-02-29",
        "760101, 2026-03-01, 2076-01-01",
        "770101, 2026-03-01, 1977-01-01",
        "990101, 2026-03-01, 1999-01-01",
        "010101, 2099-06-01, 2101-01-01",
        "490101, 2099-06-01, 2149-01-01",
        "500101, 2099-06-01, 2050-01-01",
        "270229, 2026-03-01,",
        "000229, 2090-03-01,",
        "271301, 2026-03-01,",
        "270432, 2026-03-01,",
        "27033,  2026-03-01,",
    })
    void resolvesTheCenturyAndTheEndOfTheMonth(String digits, LocalDate reference, LocalDate expected) {
        assertEquals(Optional.ofNullable(expected), Gs1Date.resolve(digits, reference));
    }
}
