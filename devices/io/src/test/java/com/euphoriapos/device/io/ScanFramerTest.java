package com.euphoriapos.device.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScanFramerTest {
    private final List<String> codes = new ArrayList<>();
    private final ScanFramer framer = new ScanFramer(code -> codes.add(new String(code, StandardCharsets.ISO_8859_1)));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Provide
    Arbitrary<List<String>> someCodes() {
        return Arbitraries.strings()
                .withChars("0123456789ABC]-\u001d ")
                .ofMinLength(1)
                .ofMaxLength(40)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\r", "\n", "\r\n", "\t", "\u0003");
    }

    @Property(tries = 500)
    void findsTheSameCodesHoweverTheBytesAreCut(
            @ForAll("someCodes") List<String> sent,
            @ForAll("ends") String end,
            @ForAll @IntRange(min = 1, max = 17) int pieceLength) {
        List<String> found = new ArrayList<>();
        ScanFramer any = new ScanFramer(code -> found.add(new String(code, StandardCharsets.ISO_8859_1)));
        StringBuilder stream = new StringBuilder();
        sent.forEach(code -> stream.append('\u0002').append(code).append(end));

        for (int at = 0; at < stream.length(); at += pieceLength) {
            any.accept(bytes(stream.substring(at, Math.min(stream.length(), at + pieceLength))));
        }

        assertEquals(sent, found);
        assertFalse(any.pending());
    }

    @Test
    void takesSilenceForTheEndOfACodeWithoutSuffix() {
        framer.accept(bytes("4006"));
        framer.accept(bytes("381333931"));
        assertTrue(framer.pending());
        framer.idle();

        assertEquals(List.of("4006381333931"), codes);
    }

    @Test
    void forgetsHalfACodeWhenTheScannerGoes() {
        framer.accept(bytes("4006"));
        assertTrue(framer.drop());
        framer.accept(bytes("96385074\r"));

        assertEquals(List.of("96385074"), codes);
    }

    @Test
    void dropsNoiseWithoutEndAndGoesOnAfterIt() {
        framer.accept(new byte[10_000]);
        framer.accept(bytes("tail\r96385074\r"));

        assertEquals(List.of("96385074"), codes);
        assertEquals(1, framer.overflows());
    }
}
