package com.euphoriapos.ui.kit.present;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows names that a price book stores in CAPITALS in title case. Data and receipts keep what is stored. */
public final class ProductNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'\u2019]*");
    private static final Set<String> KEPT = Set.of(
            "VSOP", "VS", "XO", "XXO", "XR", "IPA", "NEIPA", "DIPA", "ESB", "ABV", "USA", "UK", "NY", "NYC", "TX", "CA",
            "BBQ", "ML", "OZ", "LTD", "LBV", "DOC", "DOCG", "IGT", "AOC", "AVA", "PET", "RTD", "JB", "BV", "KJ", "MD",
            "VR", "CC", "VO", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVIII", "XX", "XXX", "DJ", "FL", "YPM", "BIB", "GS", "TV");
    private static final Set<String> UNITS = Set.of("ML", "OZ");
    private static final Set<String> SMALL = Set.of("w", "of", "and", "the", "de", "la", "du", "con", "y", "in", "by");

    private ProductNames() {}

    /** "BUFFALO TRACE BOURBON" becomes "Buffalo Trace Bourbon"; a name with any small letter is left alone. */
    public static String display(String stored) {
        String name = stored.strip();
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        Matcher words = WORD.matcher(name);
        StringBuilder shown = new StringBuilder();
        while (words.find()) {
            boolean first = words.start() == 0;
            words.appendReplacement(shown, Matcher.quoteReplacement(word(words.group(), first, words.start(), name)));
        }
        return words.appendTail(shown).toString();
    }

    private static String word(String word, boolean first, int start, String name) {
        boolean afterDigit = start > 0 && Character.isDigit(name.charAt(start - 1));
        if (UNITS.contains(word) || afterDigit) {
            return word.toLowerCase(Locale.ROOT).equals("l") ? "L" : word.toLowerCase(Locale.ROOT);
        }
        if (KEPT.contains(word)) {
            return word;
        }
        String small = word.toLowerCase(Locale.ROOT);
        if (!first && SMALL.contains(small)) {
            return small;
        }
        return capital(small);
    }

    private static String capital(String small) {
        // O'BRIEN keeps both capitals; MAKER'S does not.
        if (small.length() > 3 && (small.charAt(1) == '\'' || small.charAt(1) == '\u2019')) {
            return small.substring(0, 2).toUpperCase(Locale.ROOT) + capital(small.substring(2));
        }
        return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    }
}
