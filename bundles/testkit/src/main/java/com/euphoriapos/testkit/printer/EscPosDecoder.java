package com.euphoriapos.testkit.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads ESC/POS byte by byte, as strictly as possible: what it does not know it reports instead of skipping, because a real
 * printer would print it as garbage. Real-time commands (DLE …) are not its business; they never reach the command queue.
 */
public final class EscPosDecoder {
    private static final int LF = 0x0A;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int DOTS_PER_COLUMN = 12;
    private static final int UNKNOWN = -1;
    private static final int MORE = 0;

    private static final Map<Integer, Charset> TABLES = Map.of(
            0, Charset.forName("IBM437"),
            2, Charset.forName("IBM850"),
            16, Charset.forName("windows-1252"),
            17, Charset.forName("IBM866"),
            18, Charset.forName("IBM852"),
            19, Charset.forName("IBM00858"));

    private final PrinterMechanics mechanics;
    private final int columns;
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private final LinePaper line;
    private Charset charset = StandardCharsets.US_ASCII;
    private int barcodeModule = 3;
    private String qrData = "";
    private long position;

    /** A decoder for paper of this many columns. */
    public EscPosDecoder(int columns, PrinterMechanics mechanics) {
        this.columns = columns;
        this.mechanics = mechanics;
        this.line = new LinePaper(columns, mechanics);
        reset();
    }

    /** Decodes a whole stream. */
    public void accept(byte[] bytes) {
        for (byte b : bytes) {
            accept(b & 0xFF);
        }
    }

    /** Takes the next byte. */
    public void accept(int octet) {
        position++;
        if (command.size() == 0 && octet != ESC && octet != GS) {
            plain(octet);
            return;
        }
        command.write(octet);
        byte[] bytes = command.toByteArray();
        int length = bytes.length < 2 ? MORE : length(bytes);
        if (length == UNKNOWN) {
            command.reset();
            problem("unknown command " + hex(bytes));
        } else if (length != MORE && bytes.length >= length) {
            command.reset();
            execute(bytes);
        }
    }

    /** Whether the last command is complete and no line is half printed. */
    public boolean atRest() {
        return command.size() == 0 && line.isEmpty();
    }

    /** Forgets a half-read command and a half-filled line, as a cleared printer does. */
    public void clear() {
        command.reset();
        line.clear();
    }

    private void plain(int octet) {
        if (octet == LF) {
            line.end();
        } else if (octet >= 0x20 && octet != 0x7F) {
            line.add(new String(new byte[] {(byte) octet}, charset).charAt(0));
        } else {
            problem("unknown byte " + hex(new byte[] {(byte) octet}));
        }
    }

    private static int length(byte[] bytes) {
        return at(bytes, 0) == ESC ? escLength(at(bytes, 1)) : gsLength(bytes);
    }

    private static int escLength(int code) {
        return switch (code) {
            case '@', '2' -> 2;
            case 'R', 't', 'a', 'E', 'd', 'J', '-', 'M', '3' -> 3;
            case 'p' -> 5;
            default -> UNKNOWN;
        };
    }

    private static int gsLength(byte[] bytes) {
        int third = bytes.length > 2 ? at(bytes, 2) : UNKNOWN;
        return switch (at(bytes, 1)) {
            case '!', 'h', 'w', 'H', 'f', 'r', 'a', 'B' -> 3;
            case 'V' -> third == UNKNOWN ? MORE : cutLength(third);
            case 'k' -> third == UNKNOWN ? MORE : third == 73 ? counted(bytes, 4, 3) : UNKNOWN;
            case '(' -> third == UNKNOWN ? MORE : third == 'k' ? symbolLength(bytes) : UNKNOWN;
            case 'v' -> third == UNKNOWN ? MORE : third == '0' ? rasterLength(bytes) : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static int cutLength(int mode) {
        return switch (mode) {
            case 0, 1, 48, 49 -> 3;
            case 65, 66 -> 4;
            default -> UNKNOWN;
        };
    }

    private static int counted(byte[] bytes, int header, int countAt) {
        return bytes.length < header ? MORE : header + at(bytes, countAt);
    }

    private static int symbolLength(byte[] bytes) {
        return bytes.length < 5 ? MORE : 5 + at(bytes, 3) + 256 * at(bytes, 4);
    }

    private static int rasterLength(byte[] bytes) {
        if (bytes.length < 8) {
            return MORE;
        }
        return 8 + (at(bytes, 4) + 256 * at(bytes, 5)) * (at(bytes, 6) + 256 * at(bytes, 7));
    }

    private void execute(byte[] bytes) {
        int value = bytes.length > 2 ? at(bytes, 2) : 0;
        if (at(bytes, 0) == ESC) {
            executeEsc(bytes, value);
        } else {
            executeGs(bytes, value);
        }
    }

    private void executeEsc(byte[] bytes, int value) {
        switch (at(bytes, 1)) {
            case '@' -> reset();
            case 't' -> selectTable(value);
            case 'a' -> {
                check(value <= 2, "alignment " + value);
                check(line.isEmpty(), "alignment changed inside a line");
                line.align(value);
            }
            case 'E' -> line.bold((value & 1) == 1);
            case '-' -> line.underline(value > 0);
            case 'd' -> {
                if (!line.isEmpty()) {
                    line.end();
                }
                for (int i = 0; i < value; i++) {
                    line.end();
                }
            }
            case 'J' -> {
                if (!line.isEmpty()) {
                    line.end();
                }
            }
            case 'p' -> {
                check(value <= 1, "drawer connector " + value);
                mechanics.pulse(value == 0 ? 2 : 5, at(bytes, 3) * 2);
            }
            case 'R' -> check(value == 0, "international character set " + value);
            default -> check(value >= 0, "");
        }
    }

    private void executeGs(byte[] bytes, int value) {
        switch (at(bytes, 1)) {
            case '!' -> {
                check((value & 0x88) == 0, "character size " + value);
                line.size((value >> 4) + 1, (value & 7) + 1);
            }
            case 'B' -> line.reverse((value & 1) == 1);
            case 'V' -> {
                check(line.isEmpty(), "cut inside a line");
                mechanics.cut();
            }
            case 'w' -> {
                check(value >= 2 && value <= 6, "barcode module " + value);
                barcodeModule = value;
            }
            case 'k' -> code128(Arrays.copyOfRange(bytes, 4, bytes.length));
            case '(' -> symbol(Arrays.copyOfRange(bytes, 5, bytes.length));
            case 'r' -> mechanics.transmitStatus(value);
            case 'a' -> mechanics.automaticStatus(value);
            case 'v' -> graphic(columns * DOTS_PER_COLUMN >= (at(bytes, 4) + 256 * at(bytes, 5)) * 8, "[raster]");
            default -> check(value >= 0, "");
        }
    }

    private void reset() {
        charset = TABLES.getOrDefault(0, StandardCharsets.US_ASCII);
        barcodeModule = 3;
        line.reset();
    }

    private void selectTable(int table) {
        Charset found = TABLES.get(table);
        if (found == null) {
            problem("unknown code page table " + table);
        } else {
            charset = found;
        }
    }

    private void code128(byte[] content) {
        String data = Code128Content.text(content);
        check(!data.isEmpty(), "malformed Code 128 content " + hex(content));
        int modules = 11 * (Code128Content.symbols(content) + 2) + 13;
        graphic(modules * barcodeModule <= columns * DOTS_PER_COLUMN, "[" + data + "]");
    }

    private void symbol(byte[] content) {
        check(content.length >= 2 && at(content, 0) == 49, "two-dimensional symbol other than QR");
        int function = content.length < 2 ? 0 : at(content, 1);
        switch (function) {
            case 65, 67, 69 -> check(content.length >= 3, "QR setting without value");
            case 80 -> qrData = new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
            case 81 -> {
                check(!qrData.isEmpty(), "QR printed without data");
                graphic(true, "[" + qrData + "]");
            }
            default -> problem("unknown QR function " + function);
        }
    }

    private void graphic(boolean fits, String text) {
        check(line.isEmpty(), "barcode or graphic inside a line");
        check(fits, "wider than the paper: " + text);
        line.graphic(text);
    }

    private void check(boolean fine, String description) {
        if (!fine) {
            problem(description);
        }
    }

    private void problem(String description) {
        mechanics.problem(description + " at byte " + position);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append(out.length() == 0 ? "" : " ").append(String.format("%02X", b & 0xFF));
        }
        return out.toString();
    }
}
