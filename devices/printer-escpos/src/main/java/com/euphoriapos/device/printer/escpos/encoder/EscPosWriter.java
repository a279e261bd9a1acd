package com.euphoriapos.device.printer.escpos.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Collects ESC/POS commands for one job. Tracks the printer's style so that it is sent only when it changes. Not thread-safe.
 */
public final class EscPosWriter {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int LF = 0x0A;
    private static final int CODE128 = 73;
    /** A longer code needs more dots than 80 mm paper has; its length bytes could also read as a real-time command. */
    private static final int QR_BYTES_MAX = 1_000;

    private final PrinterProfile profile;
    private final CodePage page;
    private final int table;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(2_048);
    private FontStyle style = FontStyle.NORMAL;
    private Alignment alignment = Alignment.LEFT;
    private int used;

    /** Where the text of a barcode stands. */
    public enum BarcodeText {
        /** Nowhere. */
        NONE,
        /** Above the bars. */
        ABOVE,
        /** Below the bars. */
        BELOW
    }

    /** Where a line stands. */
    public enum Alignment {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTER,
        /** At the right edge. */
        RIGHT
    }

    /** @throws IllegalArgumentException when the printer lacks the code page */
    public EscPosWriter(PrinterProfile profile, CodePage page) {
        this.profile = profile;
        this.page = page;
        this.table = profile.table(page);
    }

    /** Resets the printer, then chooses the international character set and the code page. */
    public EscPosWriter initialize() {
        bytes(ESC, '@', ESC, 'R', 0, ESC, 't', table);
        style = FontStyle.NORMAL;
        alignment = Alignment.LEFT;
        used = 0;
        return this;
    }

    /** Sets how text looks from here on. */
    public EscPosWriter style(FontStyle next) {
        if (next.bold() != style.bold()) {
            bytes(ESC, 'E', next.bold() ? 1 : 0);
        }
        if (next.underlined() != style.underlined()) {
            bytes(ESC, '-', next.underlined() ? 1 : 0);
        }
        if (next.reversed() != style.reversed()) {
            bytes(GS, 'B', next.reversed() ? 1 : 0);
        }
        if (next.width() != style.width() || next.height() != style.height()) {
            bytes(GS, '!', (next.width() - 1) << 4 | (next.height() - 1));
        }
        style = next;
        return this;
    }

    /** Places the lines from here on; a printer takes it only at the beginning of a line. */
    public EscPosWriter align(Alignment next) {
        if (next != alignment) {
            bytes(ESC, 'a', next.ordinal());
            alignment = next;
        }
        return this;
    }

    /** Text without a line end; control characters become blanks. It goes on below where the line is full. */
    public EscPosWriter text(String text) {
        byte[] encoded = page.encode(text);
        for (byte octet : encoded) {
            if (used + style.width() > profile.columns()) {
                newLine();
            }
            out.write(octet);
            used += style.width();
        }
        return this;
    }

    /** Whether nothing stands on the present line yet. */
    public boolean atLineStart() {
        return used == 0;
    }

    /** A whole line; where transliteration made it wider than the paper it gives up blanks, else it goes on below. */
    public EscPosWriter line(String text) {
        int width = profile.columns() / style.width();
        return text(Transliteration.squeeze(Transliteration.fit(text, page), width))
                .newLine();
    }

    /** Ends the line. */
    public EscPosWriter newLine() {
        out.write(LF);
        used = 0;
        return this;
    }

    /** Feeds lines, 1 to 255. */
    public EscPosWriter feed(int lines) {
        if (lines < 1 || lines > 255) {
            throw new IllegalArgumentException("feed is 1 to 255 lines, not " + lines);
        }
        bytes(ESC, 'd', lines);
        used = 0;
        return this;
    }

    /** Feeds to the cutter and cuts; without a cutter, feeds so far that the paper tears below the last line. */
    public EscPosWriter cut() {
        if (profile.cutter()) {
            bytes(GS, 'V', 66, 0);
        } else {
            feed(4);
        }
        return this;
    }

    /** Feeds dots, 1 to 255. */
    public EscPosWriter feedDots(int dots) {
        bytes(ESC, 'J', Math.max(1, Math.min(255, dots)));
        used = 0;
        return this;
    }

    /** Cuts right here, without a feed: the last lines are still below the cutter. */
    public EscPosWriter cutHere() {
        if (profile.cutter()) {
            bytes(GS, 'V', 1);
        }
        return this;
    }

    /**
     * Code 128, where the printer can and it fits the paper; else its data as text, which a person can type.
     */
    public EscPosWriter code128(String data, int heightDots, BarcodeText place) {
        byte[] content = code128Content(data);
        int module = content.length == 0 ? 0 : moduleWidth(data);
        if (!profile.barcodes() || module == 0) {
            return line(data);
        }
        bytes(GS, 'h', Math.max(1, Math.min(255, heightDots)), GS, 'w', module, GS, 'H', place.ordinal(), GS, 'f', 0);
        bytes(GS, 'k', CODE128, content.length);
        out.writeBytes(content);
        return this;
    }

    /** A QR code of model 2 with error correction M, where the printer can; else its data as text. */
    public EscPosWriter qr(String data, int moduleDots) {
        byte[] content = data.getBytes(StandardCharsets.UTF_8);
        if (!profile.qrCodes() || content.length > QR_BYTES_MAX) {
            return line(data);
        }
        bytes(GS, '(', 'k', 4, 0, 49, 65, 50, 0);
        bytes(GS, '(', 'k', 3, 0, 49, 67, Math.max(1, Math.min(16, moduleDots)));
        bytes(GS, '(', 'k', 3, 0, 49, 69, 49);
        int length = content.length + 3;
        bytes(GS, '(', 'k', length & 0xFF, length >> 8, 49, 80, 48);
        out.writeBytes(content);
        bytes(GS, '(', 'k', 3, 0, 49, 81, 48);
        return this;
    }

    /** Bytes as they are, such as a command for one model. The caller answers for them. */
    public EscPosWriter raw(byte[] content) {
        out.writeBytes(content);
        return this;
    }

    /** What was written since the last time, and forgets it; style and position stay. */
    public byte[] take() {
        byte[] written = out.toByteArray();
        out.reset();
        return written;
    }

    private int moduleWidth(String data) {
        int symbols = allDigitPairs(data) ? data.length() / 2 : data.length();
        int modules = 11 * (symbols + 2) + 13;
        // Ten modules stay free on both sides; three dots read best at a till, one is too fine for thermal paper.
        for (int width = 3; width >= 2; width--) {
            if (modules * width + 20 * width <= profile.dotsPerLine()) {
                return width;
            }
        }
        return 0;
    }

    private static byte[] code128Content(String data) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (allDigitPairs(data)) {
            content.write('{');
            content.write('C');
            for (int i = 0; i < data.length(); i += 2) {
                content.write(Integer.parseInt(data.substring(i, i + 2)));
            }
            return content.toByteArray();
        }
        content.write('{');
        content.write('B');
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c < 0x20 || c > 0x7E) {
                return new byte[0];
            }
            content.write(c);
            if (c == '{') {
                content.write(c);
            }
        }
        return content.size() > 255 ? new byte[0] : content.toByteArray();
    }

    private static boolean allDigitPairs(String data) {
        if (data.length() < 4 || data.length() % 2 != 0 || data.length() > 250) {
            return false;
        }
        // Pairs 04, 05, 16 and 20 after pair 16 would read as a real-time command (DLE EOT, ENQ, DC4) in the byte
        // stream.
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) < '0' || data.charAt(i) > '9') {
                return false;
            }
        }
        for (int i = 0; i + 4 <= data.length(); i += 2) {
            if (data.startsWith("16", i) && isRealTimeSecond(data.substring(i + 2, i + 4))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRealTimeSecond(String pair) {
        return pair.equals("04") || pair.equals("05") || pair.equals("20");
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
