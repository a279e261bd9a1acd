package com.euphoriapos.core.catalog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes the bytes of a CSV file, strictly. Another encoding is never guessed: a wrong guess would print wrong names for
 * years, while a refusal costs one "Save as" in the spreadsheet.
 */
final class CsvText {
    private static final String ADVICE = "; save it as \"CSV UTF-8\" and try again";

    private CsvText() {}

    static Outcome<String> decode(byte[] bytes) {
        if (bytes.length == 0) {
            return refused("The file is empty (line 1, column 1)");
        }
        String foreign = foreignFormat(bytes);
        if (!foreign.isEmpty()) {
            return refused(foreign + ADVICE);
        }
        int start = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (int i = start; i < bytes.length; i++) {
            if (isBinary(bytes[i])) {
                return refused("Not a text file: byte " + hex(bytes[i]) + " at " + place(bytes, start, i) + ADVICE);
            }
        }
        return strictUtf8(bytes, start);
    }

    private static Outcome<String> strictUtf8(byte[] bytes, int start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int at = in.position();
            return refused("Not UTF-8: byte " + hex(bytes[at]) + " at " + place(bytes, start, at) + ADVICE);
        }
        return new Outcome.Ok<>(out.flip().toString());
    }

    private static String foreignFormat(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return "UTF-16 text, as its first two bytes say (line 1, byte column 1)";
        }
        if (starts(bytes, 'P', 'K', 3, 4)) {
            return "An Excel workbook or a zip archive, not a CSV file (line 1, byte column 1)";
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "An old Excel workbook, not a CSV file (line 1, byte column 1)";
        }
        if (starts(bytes, '%', 'P', 'D', 'F')) {
            return "A PDF, not a CSV file (line 1, byte column 1)";
        }
        if (bytes.length >= 4 && (bytes[0] == 0 && bytes[2] == 0 || bytes[1] == 0 && bytes[3] == 0)) {
            int at = bytes[0] == 0 ? 1 : 2;
            return "UTF-16 text, as every second byte is 00 (line 1, byte column " + at + ")";
        }
        return "";
    }

    private static boolean starts(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    /** Control characters that no text has; 1A ends files of very old programs. */
    private static boolean isBinary(byte b) {
        return b >= 0 && b < 0x20 && b != '\t' && b != '\r' && b != '\n' && b != '\f' && b != 0x1A;
    }

    private static String hex(byte b) {
        return String.format(Locale.ROOT, "%02X", b & 0xFF);
    }

    private static String place(byte[] bytes, int start, int at) {
        int line = 1;
        int lineStart = start;
        for (int i = start; i < at; i++) {
            boolean ends = bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n';
            if (ends) {
                line++;
                lineStart = i + 1;
            }
        }
        return "line " + line + ", byte column " + (at - lineStart + 1);
    }

    private static Outcome<String> refused(String reason) {
        return new Outcome.Refused<>(reason + ".");
    }
}
