package com.euphoriapos.testkit.printer;

/** Reads the content of a Code 128 barcode in the form that printers take: code set marks and characters. */
final class Code128Content {
    private Code128Content() {}

    /** The text it holds; empty when the content is malformed. */
    static String text(byte[] content) {
        if (content.length < 3 || content[0] != '{') {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 2; i < content.length; i++) {
            int value = content[i] & 0xFF;
            if (content[1] == 'C') {
                if (value > 99) {
                    return "";
                }
                out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
            } else if (content[1] != 'B' || value < 0x20 || value > 0x7F) {
                return "";
            } else {
                if (value == '{' && (++i >= content.length || content[i] != '{')) {
                    return "";
                }
                out.append((char) value);
            }
        }
        return out.toString();
    }

    /** How many symbol characters it takes, without start, check and stop. */
    static int symbols(byte[] content) {
        String text = text(content);
        return content.length > 1 && content[1] == 'C' ? text.length() / 2 : text.length();
    }
}
