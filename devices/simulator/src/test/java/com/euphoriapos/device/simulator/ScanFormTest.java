package com.euphoriapos.device.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanFormTest {
    @ParameterizedTest
    @CsvSource({
        "00488200102227, 488200102227",
        "04006381333931, 4006381333931",
        "00000096385074, 96385074",
        "14006381333938, 14006381333938",
        "SHELF-7, SHELF-7",
    })
    void isWhatTheScannerOfTheSymbolSends(String key, String sent) {
        assertEquals(sent, ScanForm.of(key));
    }
}
