package com.euphoriapos.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GtinPropertiesTest {
    @Provide
    Arbitrary<Gtin> gtins() {
        Arbitrary<Integer> lengths = Arbitraries.of(7, 11, 12, 13);
        return lengths.flatMap(length -> Arbitraries.strings().numeric().ofLength(length))
                .filter(body -> !Digits.allZero(body))
                .map(body -> new Gtin(Digits.padded(Digits.withCheckDigit(body), Gtin.LENGTH)));
    }

    @Provide
    Arbitrary<String> upcEs() {
        return Arbitraries.strings().numeric().ofLength(6).map(six -> "0" + six).map(seven -> {
            Gtin gtin = UpcE.expandUnchecked(seven);
            return seven + (gtin == null ? '0' : gtin.digits().charAt(13));
        });
    }

    @Property
    void normalisingTwiceChangesNothing(@ForAll("gtins") Gtin gtin) {
        assertEquals(gtin, Gtin.parse(gtin.digits()).gtin().orElseThrow());
        assertEquals(gtin, Gtin.parse(gtin.shortest()).gtin().orElseThrow());
        assertEquals(gtin, Gtin.ofUnpadded(gtin.digits()).gtin().orElseThrow());
    }

    @Property
    void everyWrongDigitIsFound(
            @ForAll("gtins") Gtin gtin,
            @ForAll @IntRange(max = 13) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = gtin.digits().toCharArray();
        digits[at] = (char) ('0' + (digits[at] - '0' + by) % 10);
        String wrong = new String(digits);

        assertInstanceOf(GtinOutcome.Unusable.class, Gtin.parse(wrong));
        assertInstanceOf(InvalidReading.class, Barcodes.read(wrong));
        assertInstanceOf(InvalidReading.class, Barcodes.read("]C101" + wrong));
    }

    @Property
    void lostLeadingZerosAreRestored(@ForAll("gtins") Gtin gtin) {
        String stripped = gtin.digits().replaceFirst("^0+", "");
        Assume.that(stripped.length() >= 8);

        assertEquals(gtin, Gtin.ofUnpadded(stripped).gtin().orElseThrow());
    }

    @Property
    void everyPrintedFormGivesTheSameNumber(@ForAll("gtins") Gtin gtin) {
        String digits = gtin.digits();

        assertEquals(gtin, Barcodes.read("]I1" + digits).gtin().orElseThrow());
        assertEquals(gtin, Barcodes.read("]C101" + digits).gtin().orElseThrow());
        assertEquals(gtin, Barcodes.read("]d201" + digits + "10LOT").gtin().orElseThrow());
        assertEquals(gtin, Barcodes.read("(01)" + digits).gtin().orElseThrow());
        assertEquals(
                gtin, Barcodes.read("https://example.com/01/" + digits).gtin().orElseThrow());
        if (digits.startsWith("0")) {
            assertEquals(gtin, Barcodes.read("]E0" + digits.substring(1)).gtin().orElseThrow());
        }
    }

    @Property
    void theContainedItemIsASingleItem(@ForAll("gtins") Gtin gtin) {
        gtin.contained().ifPresent(inside -> {
            assertEquals(0, inside.indicator());
            assertEquals(gtin.digits().substring(1, 13), inside.digits().substring(1, 13));
            assertTrue(inside.contained().isEmpty());
        });
    }

    @Property
    void zeroSuppressionLosesNothing(@ForAll("upcEs") String upcE) {
        Gtin gtin = UpcE.expandChecked(upcE);
        Assume.that(gtin != null);

        // Some numbers can be written in two ways; the shortest rule wins, the number stays.
        String again = gtin.upcE().orElseThrow();
        assertEquals(gtin, UpcE.expandChecked(again));
    }

    @Property
    void anyTextIsJudgedWithoutFailing(@ForAll String text, @ForAll @IntRange(min = 1) int items) {
        assertTrue(Gtin.parse(text).reason().length() > 0);
        assertTrue(Gtin.ofUnpadded(text).reason().length() > 0);
        assertTrue(Gtin.ofCaseCode(text, items).reason().length() > 0);
    }
}
