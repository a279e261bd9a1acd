package com.euphoriapos.device.javapos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jpos.POSPrinterConst;

/**
 * Reads the print data of UnifiedPOS: text with escape sequences {@code ESC | … letter}. Sequences that are unknown or that the
 * printer can't do are dropped and reported, never printed; so are control characters other than LF.
 */
final class EscapeParser {
    private static final char ESC = 0x1b;
    /** Star, exclamation mark, number, lower-case letters, one upper-case letter. */
    private static final Pattern SEQUENCE = Pattern.compile("\\x1b\\|([*]?)(!?)(-?\\d*)([a-z]*)([A-Z])");

    private static final Pattern BARCODE =
            Pattern.compile("s(\\d+)h(\\d+)w(\\d+)a(-?\\d+)t(-?\\d+)d(.*)e", Pattern.DOTALL);

    /** The stored pictures and logos that sequences refer to. */
    interface Store {
        /** Items of a stored picture by number, or of logo {@code t} or {@code b} by −1 and −2; empty when not stored. */
        List<PrintItem> stored(int number);
    }

    /** What was read. */
    record Parsed(List<PrintItem> items, List<String> dropped) {}

    private final PrinterTraits traits;
    private final Store store;
    private final List<PrintItem> items = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private TextStyle style = TextStyle.PLAIN;

    private EscapeParser(PrinterTraits traits, Store store) {
        this.traits = traits;
        this.store = store;
    }

    static Parsed parse(String data, PrinterTraits traits, Store store) {
        return new EscapeParser(traits, store).read(data);
    }

    private Parsed read(String data) {
        Matcher matcher = SEQUENCE.matcher(data);
        int at = 0;
        while (at < data.length()) {
            char c = data.charAt(at);
            if (c == ESC && matcher.region(at, data.length()).lookingAt()) {
                at = sequence(data, matcher);
            } else {
                plain(c);
                at++;
            }
        }
        flush();
        return new Parsed(List.copyOf(items), List.copyOf(dropped));
    }

    private void plain(char c) {
        if (c == '\n' || c >= ' ' && c != 0x7f) {
            text.append(c);
        } else if (c != '\r') {
            drop(String.format(Locale.ROOT, "control character 0x%02x", (int) c));
        }
    }

    private int sequence(String data, Matcher found) {
        boolean not = !found.group(2).isEmpty();
        String digits = found.group(3);
        int number = digits.isEmpty() || digits.equals("-") || digits.length() > 6 ? -1 : Integer.parseInt(digits);
        String letters = found.group(4) + found.group(5);
        boolean understood;
        int end = found.end();
        if (letters.equals("E") || letters.equals("R") || letters.equals("dL")) {
            int take = letters.equals("dL") ? 0 : Math.max(0, number);
            String rest = data.substring(end, Math.min(data.length(), end + take));
            understood = embedded(letters, rest);
            end += rest.length();
        } else if (letters.endsWith("C") && !letters.equals("C")) {
            understood = attribute(letters, number, not);
        } else if (letters.equals("C")) {
            understood = number >= 1 && number <= 4;
            if (understood) {
                restyle(style.size(number == 2 || number == 4 ? 2 : 1, number >= 3 ? 2 : 1));
            }
        } else {
            understood = command(letters, number);
        }
        if (!understood) {
            drop(found.group().substring(1));
        }
        return end;
    }

    private boolean embedded(String letters, String rest) {
        if (letters.equals("E")) {
            add(new PrintItem.Raw(rest.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        }
        Matcher barcode = BARCODE.matcher(rest);
        if (!letters.equals("R") || !barcode.matches()) {
            return false;
        }
        int symbology = Integer.parseInt(barcode.group(1));
        if (!traits.symbologies().contains(symbology)) {
            return false;
        }
        add(new PrintItem.Barcode(
                barcode.group(6),
                symbology,
                Integer.parseInt(barcode.group(2)),
                Integer.parseInt(barcode.group(3)),
                Integer.parseInt(barcode.group(4)),
                Integer.parseInt(barcode.group(5))));
        return true;
    }

    private boolean attribute(String letters, int number, boolean not) {
        switch (letters) {
            case "bC" -> restyle(style.bold(!not));
            case "uC" -> restyle(style.underline(!not && number != 0));
            case "iC" -> restyle(style.italic(!not));
            case "rvC" -> restyle(style.reverse(!not));
            case "stC" -> restyle(style.strike(!not));
            case "hC" -> restyle(style.size(number, style.high()));
            case "vC" -> restyle(style.size(style.wide(), number));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean command(String letters, int number) {
        switch (letters) {
            case "N" -> restyle(TextStyle.PLAIN);
            case "lA" -> restyle(style.align(TextStyle.Align.LEFT));
            case "cA" -> restyle(style.align(TextStyle.Align.CENTER));
            case "rA" -> restyle(style.align(TextStyle.Align.RIGHT));
            case "fT" -> restyle(style.font(Math.max(0, number)));
            case "P", "fP", "sP" -> {
                return cut(number, !letters.equals("P"));
            }
            case "lF" -> add(new PrintItem.FeedLines(number < 0 ? 1 : number));
            case "rF" -> add(new PrintItem.FeedLines(number < 0 ? -1 : -number));
            case "uF" -> add(new PrintItem.FeedDots(number < 0 ? 1 : number));
            case "B" -> {
                return stored(number);
            }
            case "tL" -> {
                return stored(-1);
            }
            case "bL" -> {
                return stored(-2);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean cut(int number, boolean feedFirst) {
        int percent = number < 0 ? POSPrinterConst.PTR_CP_FULLCUT : number;
        if (!traits.cutter() || percent > 100) {
            return false;
        }
        if (percent > 0) {
            add(new PrintItem.Cut(percent, feedFirst));
        }
        return true;
    }

    private boolean stored(int number) {
        List<PrintItem> found = store.stored(number);
        flush();
        items.addAll(found);
        return !found.isEmpty();
    }

    private void restyle(TextStyle next) {
        if (!next.equals(style)) {
            flush();
            style = next;
        }
    }

    private void add(PrintItem item) {
        flush();
        items.add(item);
    }

    private void flush() {
        if (text.length() > 0) {
            items.add(new PrintItem.Text(text.toString(), style));
            text.setLength(0);
        }
    }

    private void drop(String what) {
        dropped.add(what);
    }
}
