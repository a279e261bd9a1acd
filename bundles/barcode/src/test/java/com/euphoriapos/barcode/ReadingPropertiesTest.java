package com.euphoriapos.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ReadingPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** Pieces that real scans are made of, put together without sense. */
    @Provide
    Arbitrary<String> scans() {
        Arbitrary<String> pieces = Arbitraries.of(
                "]C1",
                "]d2",
                "]E0",
                "]E3",
                "]E4",
                "]I1",
                "]I3",
                "]Q3",
                "]X0",
                "01",
                "00012345678905",
                "10",
                "17",
                "\u001d",
                "(",
                ")",
                "(01)",
                "3103",
                "3922",
                "3932",
                "840",
                "270300",
                "https://",
                "/",
                "?",
                "%2",
                "=",
                "&",
                "7003",
                "30",
                "37",
                "0",
                "9",
                "A",
                " ",
                "\r\n",
                "21",
                "8005",
                "02",
                "2",
                "978030640615",
                "7",
                "]",
                "99");
        return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().numeric().ofMaxLength(8))
                .list()
                .ofMaxSize(9)
                .map(list -> String.join("", list));
    }

    @Property
    void noTextAtAllFails(@ForAll String raw, @ForAll Symbology hint) {
        checkContract(raw, Barcodes.read(raw, hint));
    }

    @Property(tries = 5000)
    void noNonsenseMadeOfRealPiecesFails(@ForAll("scans") String raw, @ForAll Symbology hint) {
        checkContract(raw, Barcodes.read(raw, hint));
    }

    @Property
    void noDigitsFail(@ForAll @IntRange(max = 30) int length, @ForAll long seed, @ForAll Symbology hint) {
        String digits = (Long.toUnsignedString(seed) + "012345678901234567890123456789").substring(0, length);
        checkContract(digits, Barcodes.read(digits, hint));
    }

    private static void checkContract(String raw, BarcodeReading reading) {
        assertEquals(raw, reading.raw());
        assertFalse(reading.describe().isEmpty());
        assertFalse(reading.describe().chars().anyMatch(Character::isISOControl));
        List<String> keys = reading.lookupKeys();
        assertEquals(keys.size(), new HashSet<>(keys).size());
        assertFalse(keys.contains(""));
        assertTrue(reading instanceof InvalidReading || !keys.isEmpty());
        if (reading instanceof Gs1Reading gs1) {
            assertTrue(gs1.expiry(TODAY).isEmpty() || gs1.expiry(TODAY).get().getYear() > 1900);
            assertTrue(gs1.price().isEmpty() || !gs1.price().get().plain().isEmpty());
            assertTrue(gs1.count().isEmpty() || gs1.count().getAsLong() >= 0);
            assertTrue(gs1.weight().isEmpty() || gs1.weight().get().thousandths() != null);
            assertTrue(gs1.unitPrice().isEmpty() || gs1.unitPrice().get().hundredths() != null);
        }
    }
}
