package com.euphoriapos.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarcodesTest {
    @ParameterizedTest(name = "{0} as {1} is {2} {3}")
    @CsvSource({
        "012345678905,          UNKNOWN, UPC_A,   00012345678905",
        "0012345678905,         UNKNOWN, UPC_A,   00012345678905",
        "]E00012345678905,      UNKNOWN, UPC_A,   00012345678905",
        "036000291452,          UPC_A,   UPC_A,   00036000291452",
        "4006381333931,         UNKNOWN, EAN_13,  04006381333931",
        "]E04006381333931,      UNKNOWN, EAN_13,  04006381333931",
        "]E496385074,           UNKNOWN, EAN_8,   00000096385074",
        "96385074,              UNKNOWN, EAN_8,   00000096385074",
        "]E004252614,           UNKNOWN, UPC_E,   00042100005264",
        "04252614,              UPC_E,   UPC_E,   00042100005264",
        "425261,                UPC_E,   UPC_E,   00042100005264",
        "]I110012345678902,     UNKNOWN, ITF_14,  10012345678902",
        "]I31001234567890,      UNKNOWN, ITF_14,  10012345678902",
        "]C0012345678905,       UNKNOWN, CODE_128, 00012345678905",
        "]X09780306406157,      UNKNOWN, EAN_13,  09780306406157",
        "]e000012345678905,     UNKNOWN, GS1_DATABAR, 00012345678905",
    })
    void normalisesToGtin14(String raw, Symbology hint, Symbology symbology, String gtin14) {
        GtinReading reading = assertInstanceOf(GtinReading.class, Barcodes.read(raw, hint));

        assertEquals(raw, reading.raw());
        assertEquals(symbology, reading.symbology());
        assertEquals(gtin14, reading.gtin14());
        assertEquals(gtin14, reading.lookupKeys().get(0));
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "012345678903 | UNKNOWN | check digit is 3, expected 5",
                "4006381333937 | EAN_13 | check digit is 7, expected 1",
                "]E04006381333937 | UNKNOWN | check digit is 7, expected 1",
                "]I1100123456789 | UNKNOWN | 12 digits; an ITF-14 has 14, perhaps only part of it was read: scan again",
                "]I112345670 | UNKNOWN | 8 digits; an ITF-14 has 14, perhaps only part of it was read: scan again",
                "10012345678901 | ITF_14 | check digit is 1, expected 2",
                "000000000000 | UNKNOWN | all digits are zero",
                "]E112 | UNKNOWN | only the add-on was read, not the main symbol: scan again",
                "]C10100012345678904 | UNKNOWN | (01) GTIN 00012345678904: check digit is 4, expected 5",
                "24252614 | UPC_E | number system is 2, UPC-E knows only 0 and 1",
                "04252615 | UPC_E | check digit is 5, expected 4",
                "]C1hello | UNKNOWN | no known application identifier at character 1",
                "]E0 | UNKNOWN | nothing follows the symbology identifier",
                "'' | UNKNOWN | nothing was read",
            })
    void saysExactlyWhatIsWrong(String raw, Symbology hint, String reason) {
        InvalidReading reading = assertInstanceOf(InvalidReading.class, Barcodes.read(raw, hint));

        assertEquals(reason, reading.reason());
        assertTrue(reading.gtin().isEmpty());
    }

    @Test
    void offersTheBottleOfACase() {
        BarcodeReading reading = Barcodes.read("10012345678902", Symbology.ITF_14);

        assertEquals(List.of("10012345678902", "00012345678905"), reading.lookupKeys());
        assertTrue(reading.packUnknown("00012345678905"));
    }

    @Test
    void describesAUpc() {
        assertEquals(
                "UPC-A 012345678905 → GTIN-14 00012345678905, check digit ok",
                Barcodes.read("012345678905").describe());
    }
}
