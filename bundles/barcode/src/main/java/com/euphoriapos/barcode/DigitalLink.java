package com.euphoriapos.barcode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Web addresses that carry a trade item number by the GS1 Digital Link rules: {@code
 * https://…/01/GTIN/10/LOT?17=YYMMDD}.
 */
final class DigitalLink {
    private DigitalLink() {}

    /**
     * The reading of a web address, an {@link OtherReading} when it is an ordinary one; null when the text is no
     * web address.
     */
    static @Nullable BarcodeReading read(Scan scan) {
        String text = scan.text();
        int host = hostStart(text);
        if (host < 0) {
            return null;
        }
        int end = endOfLink(text);
        int query = text.indexOf('?', host);
        int pathEnd = query < 0 || query > end ? end : query;
        List<String> path = split(text, host, pathEnd, '/');
        int key = keyIndex(path);
        if (key < 0) {
            return scan.other();
        }
        return readFrom(
                scan, path.subList(key, path.size()), query < 0 || query > end ? "" : text.substring(query + 1, end));
    }

    private static BarcodeReading readFrom(Scan scan, List<String> path, String query) {
        Gtin gtin;
        GtinOutcome outcome = Gtin.parse(path.get(1));
        if (outcome instanceof GtinOutcome.Usable usable) {
            gtin = usable.value();
        } else {
            return scan.invalid("(01) GTIN " + Printable.of(path.get(1)) + ": " + outcome.reason());
        }
        List<Gs1Element> elements = new ArrayList<>();
        List<String> problems = new ArrayList<>(0);
        elements.add(new Gs1Element("01", "GTIN", gtin.digits()));
        for (int i = 2; i + 1 < path.size(); i += 2) {
            take(path.get(i), path.get(i + 1), elements, problems);
        }
        for (String pair : split(query, 0, query.length(), '&')) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                take(pair.substring(0, equals), pair.substring(equals + 1), elements, problems);
            }
        }
        return new Gs1Reading(scan.raw(), scan.symbology(), scan.text(), elements, problems);
    }

    /** Takes known identifiers; a link may hold any other path or parameter, which is none of our business. */
    private static void take(String name, String value, List<Gs1Element> elements, List<String> problems) {
        AiSpec spec = AiTable.of(alias(name));
        if (spec == null || spec.ai().equals("01")) {
            return;
        }
        String plain = decoded(value);
        String problem = spec.problem(plain);
        if (problem == null) {
            elements.add(new Gs1Element(spec.ai(), spec.title(), plain));
        } else {
            problems.add("(" + spec.ai() + ") " + spec.title() + " " + Printable.of(plain) + ": " + problem);
        }
    }

    /** The place in the path of the last 01 (or the older word gtin) that digits follow; -1 without one. */
    private static int keyIndex(List<String> path) {
        for (int i = path.size() - 2; i >= 1; i--) {
            if (alias(path.get(i)).equals("01") && path.get(i + 1).length() >= 8 && Digits.only(path.get(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private static String alias(String name) {
        return switch (name) {
            case "gtin" -> "01";
            case "lot" -> "10";
            case "ser" -> "21";
            case "cpv" -> "22";
            case "exp" -> "17";
            default -> name;
        };
    }

    /** Where the host begins after {@code http://} or {@code https://} in any case; -1 for other texts. */
    private static int hostStart(String text) {
        if (text.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return text.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    private static int endOfLink(String text) {
        int fragment = text.indexOf('#');
        return fragment < 0 ? text.length() : fragment;
    }

    private static List<String> split(String text, int start, int end, char separator) {
        List<String> parts = new ArrayList<>();
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == separator) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    /** Undoes percent escapes; a broken escape stays as it is. */
    private static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            int high = hex(value, i + 1);
            int low = hex(value, i + 2);
            if (value.charAt(i) == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(value.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String value, int at) {
        return at < value.length() ? Character.digit(value.charAt(at), 16) : -1;
    }
}
