package com.euphoriapos.device.printer.escpos.encoder;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes text with the characters of a code page. A receipt is a legal paper: a price must never carry a question mark where
 * the currency sign was, so signs become their ISO codes and letters their nearest Latin ones.
 */
public final class Transliteration {
    /** Stands for what nothing can write; never a question mark, which a reader takes for doubt about the number beside it. */
    private static final char UNWRITABLE = '_';

    private static final Map<Character, String> SIGNS =
            table("\u20AC=EUR \u00A3=GBP \u00A5=JPY \u00A2=c \u20BD=RUB \u20B4=UAH \u20BA=TRY \u20B9=INR \u20A9=KRW "
                    + "\u2018=' \u2019=' \u201A=' \u201B=' \u2032=' \u201C=\" \u201D=\" \u201E=\" \u2033=\" \u00AB=\" \u00BB=\" "
                    + "\u2039=< \u203A=> \u2010=- \u2011=- \u2012=- \u2013=- \u2014=- \u2212=- \u00AD=- \u2026=... "
                    + "\u2022=* \u00B7=. \u00D7=x \u00F7=/ \u2044=/ \u00B1=+- \u00BD=1/2 \u00BC=1/4 \u00BE=3/4 \u00B0=o "
                    + "\u2122=TM \u00AE=(R) \u00A9=(C) \u2116=No \u00B5=u \u03BC=u \u2713=x \u2714=x");

    private static final Map<Character, String> LETTERS = table(
            "\u00DF=ss \u1E9E=SS \u00E6=ae \u00C6=AE \u0153=oe \u0152=OE \u00F8=o \u00D8=O \u0142=l \u0141=L \u0111=d "
                    + "\u0110=D \u00F0=d \u00D0=D \u00FE=th \u00DE=Th \u0131=i \u0127=h \u0126=H "
                    + cased(
                            "\u0430=a \u0431=b \u0432=v \u0433=g \u0434=d \u0435=e \u0451=e \u0436=zh \u0437=z \u0438=i "
                                    + "\u0439=i \u043A=k \u043B=l \u043C=m \u043D=n \u043E=o \u043F=p \u0440=r \u0441=s "
                                    + "\u0442=t \u0443=u \u0444=f \u0445=kh \u0446=ts \u0447=ch \u0448=sh \u0449=shch "
                                    + "\u044B=y \u044D=e \u044E=yu \u044F=ya \u0456=i \u0457=i \u0454=e \u0491=g \u045E=u "
                                    + "\u03B1=a \u03B2=v \u03B3=g \u03B4=d \u03B5=e \u03B6=z \u03B7=i \u03B8=th \u03B9=i "
                                    + "\u03BA=k \u03BB=l \u03BC=m \u03BD=n \u03BE=x \u03BF=o \u03C0=p \u03C1=r \u03C3=s "
                                    + "\u03C2=s \u03C4=t \u03C5=y \u03C6=f \u03C7=ch \u03C8=ps \u03C9=o"));

    private Transliteration() {}

    /** The text in characters that the page holds; longer than the text where a sign has no single stand-in. */
    public static String fit(String text, CodePage page) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (page.holds(c)) {
                out.append(c);
            } else if (Character.isLowSurrogate(c)) {
                continue;
            } else {
                out.append(replacement(c, page));
            }
        }
        return out.toString();
    }

    /**
     * A line that transliteration made too wide gives up blanks from its widest gap, so that a right-hand price stays at the
     * right edge. A gap keeps at least one blank, so the line may stay too wide.
     */
    public static String squeeze(String line, int columns) {
        String rest = line;
        while (rest.length() > columns) {
            int gap = widestGap(rest);
            if (gap < 0) {
                return rest;
            }
            rest = rest.substring(0, gap) + rest.substring(gap + 1);
        }
        return rest;
    }

    private static int widestGap(String line) {
        int best = -1;
        int bestLength = 1;
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i < line.length() && line.charAt(i) == ' ') {
                continue;
            }
            if (i - start > bestLength) {
                best = start;
                bestLength = i - start;
            }
            start = i + 1;
        }
        return best;
    }

    private static String replacement(char c, CodePage page) {
        if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
            return " ";
        }
        String known = SIGNS.getOrDefault(c, LETTERS.get(c));
        if (known != null) {
            return known;
        }
        int type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK) {
            return "";
        }
        return bare(c, page);
    }

    private static String bare(char c, CodePage page) {
        StringBuilder out = new StringBuilder();
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            char part = decomposed.charAt(i);
            if (Character.getType(part) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (page.holds(part)) {
                out.append(part);
            } else {
                out.append(SIGNS.getOrDefault(part, LETTERS.getOrDefault(part, "")));
            }
        }
        return out.length() == 0 ? String.valueOf(UNWRITABLE) : out.toString();
    }

    private static Map<Character, String> table(String pairs) {
        Map<Character, String> map = new HashMap<>();
        for (String pair : pairs.split(" ")) {
            map.putIfAbsent(pair.charAt(0), pair.substring(2));
        }
        return Map.copyOf(map);
    }

    private static String cased(String pairs) {
        StringBuilder out = new StringBuilder(pairs);
        for (String pair : pairs.split(" ")) {
            char upper = Character.toUpperCase(pair.charAt(0));
            String latin = pair.substring(2, 3).toUpperCase(Locale.ROOT) + pair.substring(3);
            out.append(' ').append(upper).append('=').append(latin);
        }
        return out.toString();
    }
}
