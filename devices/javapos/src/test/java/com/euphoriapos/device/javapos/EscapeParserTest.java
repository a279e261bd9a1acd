package com.euphoriapos.device.javapos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.javapos.PrintItem.Barcode;
import com.euphoriapos.device.javapos.PrintItem.Cut;
import com.euphoriapos.device.javapos.PrintItem.FeedLines;
import com.euphoriapos.device.javapos.PrintItem.Text;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EscapeParserTest {
    private static final PrinterTraits TRAITS = new MemoryPrinterPort("memory:parser").traits();

    private static EscapeParser.Parsed parse(String data) {
        return EscapeParser.parse(data, TRAITS, number -> List.of());
    }

    @Test
    void readsStylesSizesAndPlaces() {
        EscapeParser.Parsed parsed = parse("a\u001b|bC\u001b|2Cb\u001b|!bCc\u001b|N\u001b|cAd\u001b|3hCe\n");

        assertEquals(
                List.of(
                        new Text("a", TextStyle.PLAIN),
                        new Text("b", TextStyle.PLAIN.bold(true).size(2, 1)),
                        new Text("c", TextStyle.PLAIN.size(2, 1)),
                        new Text("d", TextStyle.PLAIN.align(TextStyle.Align.CENTER)),
                        new Text(
                                "e\n",
                                TextStyle.PLAIN.align(TextStyle.Align.CENTER).size(3, 1))),
                parsed.items());
        assertTrue(parsed.dropped().isEmpty());
    }

    @Test
    void readsCutsFeedsAndBarcodes() {
        String barcode = "s110h80w300a-2t-13dABC123e";

        EscapeParser.Parsed parsed =
                parse("\u001b|3lF\u001b|75fP\u001b|P\u001b|" + barcode.length() + "R" + barcode + "x");

        assertEquals(
                List.of(
                        new FeedLines(3),
                        new Cut(75, true),
                        new Cut(100, false),
                        new Barcode("ABC123", 110, 80, 300, -2, -13),
                        new Text("x", TextStyle.PLAIN)),
                parsed.items());
    }

    @Test
    void dropsWhatThePrinterCantDoInsteadOfPrintingIt() {
        EscapeParser.Parsed parsed = parse("a\u001b|zzQb\u0007\u001b|5B");

        assertEquals(List.of(new Text("ab", TextStyle.PLAIN)), parsed.items());
        assertEquals(3, parsed.dropped().size());
    }

    @Provide
    Arbitrary<String> printData() {
        return Arbitraries.strings()
                .withChars("\u001b|abcdfhlNPCAERLstuv!*-0123456789 \n\r\u0000\u007fé€")
                .ofMaxLength(60);
    }

    @Property(tries = 2_000)
    void neverLetsAControlCharacterThroughWhateverComes(@ForAll("printData") String data) {
        for (PrintItem item : parse(data).items()) {
            if (item instanceof Text text) {
                assertTrue(text.text().chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f), data);
            }
        }
    }
}
