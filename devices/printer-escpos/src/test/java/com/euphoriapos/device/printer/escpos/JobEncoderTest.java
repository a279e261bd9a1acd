package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Columns;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import com.euphoriapos.device.printer.escpos.encoder.PrinterProfile;
import com.euphoriapos.device.printer.escpos.encoder.Transliteration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobEncoderTest {
    @ParameterizedTest
    @CsvSource({
        "epson-80, 858",
        "epson-80-42, 1252",
        "epson-58, 437",
        "generic-80, 852",
        "generic-58, 866",
        "silent-80, 850",
        "text-80, 437"
    })
    void printsWhatAPersonApproved(String profileName, String pageNumber) {
        // given
        PrinterProfile profile = PrinterProfile.named(profileName).orElseThrow();
        CodePage page = CodePage.numbered(pageNumber).orElseThrow();

        // when
        Decoded decoded = Decoded.of(encoded(profile, page, Receipts.full()), profile.columns());

        // then
        assertEquals(List.of(), decoded.problems);
        assertTrue(decoded.atRest);
        Approvals.verify(profileName + "-" + pageNumber, decoded.marked.toString());
    }

    @Test
    void sendsTheBytesThatWereApproved() {
        PrinterProfile profile = PrinterProfile.named("epson-80").orElseThrow();

        byte[] bytes = encoded(profile, CodePage.CP858, Receipts.full());

        Approvals.verify("epson-80-858-bytes", dump(bytes));
    }

    @Property(tries = 500)
    void neverSendsWhatTheDecoderDoesNotKnow(
            @ForAll @StringLength(max = 120) String text,
            @ForAll @StringLength(max = 20) String price,
            @ForAll CodePage page) {
        // given
        ReceiptDocument document = new ReceiptDocument(List.of(
                new Text(text, Align.CENTER, Style.LARGE),
                new Text(text, Align.RIGHT, Style.BOLD),
                new Columns(text, price, Style.NORMAL),
                new Cut()));
        PrinterProfile profile = PrinterProfile.named("epson-80").orElseThrow();

        // when
        byte[] bytes = encoded(profile, page, document);

        // then
        Decoded decoded = Decoded.of(bytes, profile.columns());
        assertEquals(List.of(), decoded.problems);
        assertEquals(1, decoded.cuts);
        assertFalse(holdsRealTimeCommand(bytes));
    }

    @Property(tries = 300)
    void barcodesNeverHoldARealTimeCommand(
            @ForAll @NumericChars @StringLength(min = 1, max = 40) String digits,
            @ForAll @AlphaChars @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 30) String text) {
        PrinterProfile profile = PrinterProfile.named("epson-80").orElseThrow();
        for (String data : List.of(digits, text, "16041605162016", digits + "1620")) {
            for (Symbology symbology : Symbology.values()) {
                byte[] bytes =
                        encoded(profile, CodePage.CP858, new ReceiptDocument(List.of(new Barcode(data, symbology))));

                Decoded decoded = Decoded.of(bytes, profile.columns());
                assertEquals(List.of(), decoded.problems);
                assertFalse(holdsRealTimeCommand(bytes), data);
                assertTrue(decoded.text.toString().contains(data), data);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CodePage.class)
    void neverPrintsAQuestionMarkInAPrice(CodePage page) {
        for (String sign : List.of("€", "£", "¥", "¢", "₽", "₴", "₹", "₺", "₩", "₿", "\uD83D\uDCB0")) {
            String fitted = Transliteration.fit(sign + "12.50", page);

            assertFalse(fitted.contains("?"), fitted);
            assertTrue(fitted.endsWith("12.50"), fitted);
        }
    }

    @Test
    void keepsThePriceAtTheRightEdgeWhenTheEuroTakesThreeLetters() {
        PrinterProfile profile = PrinterProfile.named("epson-58").orElseThrow();

        byte[] bytes = encoded(
                profile, CodePage.CP437, new ReceiptDocument(List.of(new Columns("Milk", "€1.19", Style.NORMAL))));

        assertEquals(
                "Milk" + " ".repeat(21) + "EUR1.19\n",
                Decoded.of(bytes, profile.columns()).text.toString());
    }

    @Test
    void printsABarcodeAsTextWhereItDoesNotFit() {
        PrinterProfile profile = PrinterProfile.named("epson-58").orElseThrow();

        byte[] bytes = encoded(
                profile,
                CodePage.CP437,
                new ReceiptDocument(List.of(new Barcode("ABCDEFGHIJKLMNOPQRSTUVWXYZ", Symbology.CODE_128))));

        Decoded decoded = Decoded.of(bytes, profile.columns());
        assertEquals(List.of(), decoded.problems);
        assertEquals("   ABCDEFGHIJKLMNOPQRSTUVWXYZ\n", decoded.text.toString());
    }

    @Test
    void refusesACodePageThatThePrinterLacks() {
        PrinterProfile profile = PrinterProfile.named("text-80").orElseThrow();

        assertThrows(IllegalArgumentException.class, () -> new JobEncoder(profile, CodePage.CP858));
    }

    static boolean holdsRealTimeCommand(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x10 && (bytes[i + 1] == 4 || bytes[i + 1] == 5 || bytes[i + 1] == 0x14)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] encoded(PrinterProfile profile, CodePage page, ReceiptDocument document) {
        return Jobs.joined(new JobEncoder(profile, page).encode(Jobs.of(document, profile.columns(), page)));
    }

    private static String dump(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 16) {
            byte[] row = java.util.Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + 16));
            StringBuilder hex = new StringBuilder();
            for (byte b : row) {
                hex.append(String.format("%02X ", b & 0xFF));
            }
            String text = new String(row, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            out.append(String.format("%-48s %s%n", hex, text));
        }
        return out.toString();
    }
}
