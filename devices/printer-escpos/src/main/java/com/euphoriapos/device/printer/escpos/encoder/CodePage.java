package com.euphoriapos.device.printer.escpos.encoder;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;

/** A character table of a printer. What a table lacks is {@link Transliteration transliterated} first. */
public enum CodePage {
    /** United States; box drawing, some Western letters, no euro. */
    CP437("437", "IBM437", 0),
    /** Western Europe, no euro. */
    CP850("850", "IBM850", 2),
    /** Western Europe as Windows has it, with the euro. */
    CP1252("1252", "windows-1252", 16),
    /** Cyrillic. */
    CP866("866", "IBM866", 17),
    /** Central Europe, no euro. */
    CP852("852", "IBM852", 18),
    /** Western Europe with the euro. */
    CP858("858", "IBM00858", 19);

    private final String number;
    private final Charset charset;
    private final int table;

    CodePage(String number, String charsetName, int table) {
        this.number = number;
        this.charset = Charset.forName(charsetName);
        this.table = table;
    }

    /** The number people know it by, such as {@code 858}. */
    public String number() {
        return number;
    }

    /** The parameter of {@code ESC t} on printers that follow Epson's numbering. */
    public int epsonTable() {
        return table;
    }

    /** The page with this number, such as {@code 858}. */
    public static Optional<CodePage> numbered(String number) {
        for (CodePage page : values()) {
            if (page.number.equals(number)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /** Whether the page prints this character as one glyph. */
    public boolean holds(char character) {
        if (character < 0x20 || character == 0x7F || Character.isSurrogate(character)) {
            return false;
        }
        return character < 0x7F || encodes(charset.newEncoder(), character);
    }

    /** The bytes of a text; characters that the page lacks are transliterated, control characters become blanks. */
    public byte[] encode(String text) {
        return Transliteration.fit(text, this).getBytes(charset);
    }

    private static boolean encodes(CharsetEncoder encoder, char character) {
        // The C1 controls have code points in Windows-1252's gaps; they are not glyphs.
        return character >= 0xA0 && encoder.canEncode(character);
    }
}
