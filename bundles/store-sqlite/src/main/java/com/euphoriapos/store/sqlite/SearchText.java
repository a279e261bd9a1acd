package com.euphoriapos.store.sqlite;

import com.euphoriapos.store.sqlite.mapper.CatalogMapper.SearchKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns what somebody typed into what the indexes take. Pure. */
final class SearchText {
    /** A word that no name has: a full-text query must not be empty. */
    private static final String NOTHING = "\"\u0001\"";

    private static final String END = "\uffff";
    private static final int TRIGRAM = 3;
    private static final int WORDS_MAX = 8;

    private SearchText() {}

    /** The keys of a text for so many rows of each index. */
    static SearchKeys keys(String text, int limit) {
        String trimmed = text.strip();
        List<String> words = words(trimmed);
        StringBuilder query = new StringBuilder();
        for (String word : words) {
            query.append(query.isEmpty() ? "" : " ").append('"').append(word).append("\"*");
        }
        boolean digits = trimmed.length() >= TRIGRAM && trimmed.chars().allMatch(Character::isLetterOrDigit);
        return new SearchKeys(
                words.isEmpty() ? NOTHING : query.toString(),
                trimmed,
                trimmed + END,
                digits ? '"' + trimmed + '"' : NOTHING,
                limit);
    }

    /** The words as the full-text index splits them: letters and digits. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else {
                flush(word, words);
            }
        });
        flush(word, words);
        return words.size() > WORDS_MAX ? words.subList(0, WORDS_MAX) : words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** A LIKE pattern (escape {@code \}) for texts that contain this one. */
    static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The text as receipt numbers are written. */
    static String receiptPrefix(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** What sorts after everything that begins with the text. */
    static String end(String text) {
        return text + END;
    }

    /** A JSON array of texts. */
    static String jsonArray(Iterable<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() == 1 ? "" : ",");
            quote(json, text);
        }
        return json.append(']').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        json.append('"');
    }
}
