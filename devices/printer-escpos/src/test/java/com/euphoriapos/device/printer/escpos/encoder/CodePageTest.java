package com.euphoriapos.device.printer.escpos.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePageTest {
    @ParameterizedTest
    @CsvSource({
        "858, €, D5",
        "858, é, 82",
        "858, ß, E1",
        "1252, €, 80",
        "1252, é, E9",
        "1252, ß, DF",
        "437, €, 455552",
        "437, é, 82",
        "437, ß, E1",
        "850, €, 455552",
        "850, é, 82",
        "852, ś, 98",
        "852, €, 455552",
        "866, é, 65",
        "866, ß, 7373",
        "866, Ж, 86",
        "437, Ж, 5A68",
        "437, …, 2E2E2E"
    })
    void writesACharacterAs(String page, String character, String hex) {
        byte[] bytes = CodePage.numbered(page).orElseThrow().encode(character);

        assertEquals(hex, java.util.HexFormat.of().withUpperCase().formatHex(bytes));
    }

    @Test
    void makesBlanksOfControlCharacters() {
        assertArrayEquals(
                "a b c".getBytes(java.nio.charset.StandardCharsets.US_ASCII), CodePage.CP858.encode("a\nb\u001Bc"));
    }

    @Test
    void composesAccentsThatComeApart() {
        assertArrayEquals(new byte[] {(byte) 0x82}, CodePage.CP858.encode("e\u0301"));
    }
}
