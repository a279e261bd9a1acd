package com.euphoriapos.barcode;

/** Makes scanned text safe to show: control characters would vanish from, or break, a line of text. */
final class Printable {
    private static final int SHOWN_MAX = 120;

    private Printable() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), SHOWN_MAX) + 8);
        for (int i = 0; i < text.length() && i < SHOWN_MAX; i++) {
            char c = text.charAt(i);
            if (c == ElementString.GS) {
                shown.append("<GS>");
            } else if (Character.isISOControl(c)) {
                shown.append('<').append(Integer.toHexString(c)).append('>');
            } else {
                shown.append(c);
            }
        }
        return text.length() > SHOWN_MAX ? shown.append("…").toString() : shown.toString();
    }
}
