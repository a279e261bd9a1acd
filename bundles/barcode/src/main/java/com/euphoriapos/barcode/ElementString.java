package com.euphoriapos.barcode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a string of application identifiers apart, as encoded (with GS between) or as printed (with brackets). */
final class ElementString {
    /** The group separator that ends a value of variable length. */
    static final char GS = 0x1D;

    private static final int GTIN_ONLY = 14;

    private final Scan scan;
    private final String text;
    private final List<Gs1Element> elements = new ArrayList<>(4);
    private final List<String> problems = new ArrayList<>(0);
    private @Nullable String fatal;

    private ElementString(Scan scan) {
        this.scan = scan;
        this.text = scan.text();
    }

    /** Reads data that the symbology says to be application identifiers. */
    static BarcodeReading readDeclared(Scan scan) {
        ElementString parser = new ElementString(scan);
        parser.parse();
        if (parser.fatal == null) {
            return parser.reading();
        }
        // Some readers send a DataBar as its fourteen digits, without the identifier 01.
        boolean bare = scan.text().length() == GTIN_ONLY && Digits.only(scan.text());
        if (bare && Digits.checked(scan.text()) && !Digits.allZero(scan.text())) {
            return scan.gtin(scan.symbology(), new Gtin(scan.text()));
        }
        return scan.invalid(parser.fatal);
    }

    /**
     * Reads data of unknown kind as application identifiers only when it is announced by the separator or an
     * identifier in brackets, or
     * when there is no doubt: it begins with a trade item or shipping number whose check digit is right; every
     * identifier is known and every value obeys its rule. Else null.
     */
    static @Nullable BarcodeReading readIfStrict(Scan scan) {
        String text = scan.text();
        char first = text.charAt(0);
        boolean announced = first == GS || (first == '(' && beginsWithBrackets(text));
        if (announced) {
            return readDeclared(scan);
        }
        if (!beginsWithNumber(text)) {
            return null;
        }
        ElementString parser = new ElementString(scan);
        parser.parse();
        return parser.fatal == null && parser.problems.isEmpty() ? parser.reading() : null;
    }

    private static boolean beginsWithBrackets(String text) {
        int close = text.indexOf(')');
        return close > 0 && AiTable.of(text.substring(1, close)) != null;
    }

    private static boolean beginsWithNumber(String text) {
        return text.length() >= 16 && text.charAt(0) == '0' && text.charAt(1) >= '0' && text.charAt(1) <= '3';
    }

    private void parse() {
        if (text.charAt(0) == '(') {
            parsePrinted();
        } else {
            parseEncoded();
        }
        if (fatal == null && elements.isEmpty()) {
            fatal = problems.isEmpty() ? "no application identifier" : problems.get(0);
        }
    }

    private void parseEncoded() {
        int at = 0;
        while (at < text.length() && fatal == null) {
            if (text.charAt(at) == GS) {
                at++;
            } else {
                at = parseElement(at);
            }
        }
    }

    private int parseElement(int at) {
        AiSpec spec = AiTable.at(text, at);
        if (spec == null) {
            String phrase = "no known application identifier at character " + (at + 1);
            if (elements.isEmpty()) {
                fatal = phrase;
            } else {
                // The item is known by now; data newer than our table, up to the next separator, must not stop the
                // sale.
                problems.add(Printable.of(text.substring(at, separatorFrom(at))) + ": " + phrase);
            }
            return separatorFrom(at);
        }
        int start = at + spec.ai().length();
        int separator = separatorFrom(start);
        int end = spec.predefined() ? Math.min(start + spec.lengthMax(), separator) : separator;
        take(spec, text.substring(start, end));
        return end;
    }

    private int separatorFrom(int start) {
        int gs = text.indexOf(GS, start);
        return gs < 0 ? text.length() : gs;
    }

    private void parsePrinted() {
        int at = 0;
        while (at < text.length() && fatal == null) {
            int close = text.indexOf(')', at);
            if (text.charAt(at) != '(' || close < 0) {
                fatal = "brackets do not pair at character " + (at + 1);
                return;
            }
            String ai = text.substring(at + 1, close);
            AiSpec spec = AiTable.of(ai);
            if (spec == null) {
                fatal = "no known application identifier " + Printable.of(ai);
                return;
            }
            // A bracket may be part of a text value; only one that opens a known identifier ends the value.
            int end = nextPrinted(close + 1);
            take(spec, text.substring(close + 1, end).strip());
            at = end;
        }
    }

    private int nextPrinted(int start) {
        int open = text.indexOf('(', start);
        while (open >= 0) {
            int close = text.indexOf(')', open);
            if (close > 0 && AiTable.of(text.substring(open + 1, close)) != null) {
                return open;
            }
            open = text.indexOf('(', open + 1);
        }
        return text.length();
    }

    private void take(AiSpec spec, String value) {
        String problem = spec.problem(value);
        if (problem == null) {
            elements.add(new Gs1Element(spec.ai(), spec.title(), value));
            return;
        }
        String phrase = "(" + spec.ai() + ") " + spec.title() + " " + Printable.of(value) + ": " + problem;
        boolean number = spec.form() == AiSpec.Form.CHECKED && spec.ai().startsWith("0");
        if (number) {
            fatal = phrase;
        } else {
            problems.add(phrase);
        }
    }

    private Gs1Reading reading() {
        return new Gs1Reading(scan.raw(), scan.symbology(), text, elements, problems);
    }
}
