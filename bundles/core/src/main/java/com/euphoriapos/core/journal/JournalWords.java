package com.euphoriapos.core.journal;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.journal.Journal.Line;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.JournalRepository.Numbered;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Entries as people read them. What a kind says most is said first, every other field after it by its name, so that nothing of a kind
 * that is not known here is left out. Pure.
 */
final class JournalWords {
    /** Fields that are shown beside the text, or say nothing to people. */
    private static final Set<String> ELSEWHERE = Set.of("approver", "approverName", "scans", "lane", "productId");

    private static final Set<String> MONEY =
            Set.of("total", "amount", "price", "priceFrom", "priceTo", "regular", "tendered", "change", "due");
    private static final Set<String> QUANTITY = Set.of("quantity", "quantityFrom", "quantityTo");
    private static final String PPM = "Ppm";
    private static final String REFUSED = "APPROVAL_REFUSED";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Map<String, String> names;
    private final String currency;

    /** @param names of the employees by their ids */
    JournalWords(Map<String, String> names, String currency) {
        this.names = names;
        this.currency = currency;
    }

    Line line(Numbered numbered) {
        Entry entry = numbered.entry();
        JsonObject detail = detail(entry);
        // Whose PIN allowed nothing is no approver; the text says whose it was.
        String approver = entry.kind().equals(REFUSED) ? "" : approver(detail);
        return new Line(
                numbered.number(),
                entry.at(),
                entry.kind(),
                person(entry.actor()),
                approver,
                person(entry.subject()),
                text(entry, detail));
    }

    private String approver(JsonObject detail) {
        return detail.fields().get("approverName") instanceof String name
                ? name
                : person(detail.fields().get("approver") instanceof String id ? id : "");
    }

    private static JsonObject detail(Entry entry) {
        try {
            return Json.parseObject(entry.detail());
        } catch (IllegalArgumentException e) {
            return new JsonObject(Map.of("detail", entry.detail()));
        }
    }

    /** A name for an id, where it is somebody's; anything else as it is. */
    private String person(String id) {
        return id.equals(LocalConsole.ACTOR) ? "Console" : names.getOrDefault(id, id);
    }

    private String text(Entry entry, JsonObject detail) {
        List<String> parts = new ArrayList<>();
        Set<String> said = new TreeSet<>(ELSEWHERE);
        String subject = entry.subject();
        if (entry.kind().equals("SETTING_CHANGED")) {
            parts.add(words(subject));
            said.add("key");
        } else if (names.containsKey(subject) && !subject.equals(entry.actor())) {
            parts.add(person(subject));
        }
        if (entry.kind().equals(REFUSED) && !approver(detail).isEmpty()) {
            parts.add("PIN of " + approver(detail));
        }
        change(entry.kind(), detail, said, parts);
        changed("quantity", detail, said, parts);
        changed("price", detail, said, parts);
        for (String field : new TreeSet<>(detail.names())) {
            if (!said.contains(field)) {
                String words = value(field, detail.fields().get(field));
                if (!words.isEmpty()) {
                    parts.add(sentence(field, words));
                }
            }
        }
        return String.join(" · ", parts);
    }

    /** "8.875 → 9". */
    private void change(String kind, JsonObject detail, Set<String> said, List<String> parts) {
        if (detail.names().contains(FROM) && detail.names().contains(TO)) {
            said.add(FROM);
            said.add(TO);
            // Of a setting a number is no money; of people and roles they are texts, of all else cents.
            String field = kind.equals("SETTING_CHANGED") ? FROM : "amount";
            parts.add(quoted(value(field, detail.fields().get(FROM))) + " → "
                    + quoted(value(field, detail.fields().get(TO))));
        }
    }

    /** "quantity 2 → 1" of the fields {@code quantityFrom} and {@code quantityTo}; nothing while they are the same. */
    private void changed(String what, JsonObject detail, Set<String> said, List<String> parts) {
        String from = what + "From";
        String to = what + "To";
        if (detail.names().contains(from) && detail.names().contains(to)) {
            said.add(from);
            said.add(to);
            String before = value(from, detail.fields().get(from));
            String after = value(to, detail.fields().get(to));
            if (!before.equals(after)) {
                parts.add(what + " " + before + " → " + after);
            }
        }
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "nothing" : value.replace("\n", " / ");
    }

    private static String sentence(String field, String words) {
        return switch (field) {
            case "what", "reason", "detail", "act", "name" -> words;
            case "problem" -> words.replace('-', ' ');
            case "receiptNumber" -> "receipt " + words;
            default ->
                words(field.endsWith(PPM) ? field.substring(0, field.length() - PPM.length()) : field) + " " + words;
        };
    }

    private String value(String field, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Long number) {
            return number(field, number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof String text) {
            return text.equals("pin") ? "PIN" : person(text);
        }
        if (value instanceof List<?> list) {
            return String.join(
                    ", ", list.stream().map(each -> value(field, each)).toList());
        }
        if (value instanceof JsonObject object) {
            List<String> inner = new ArrayList<>();
            new TreeSet<>(object.names())
                    .forEach(name ->
                            inner.add(sentence(name, value(name, object.fields().get(name)))));
            return String.join(", ", inner);
        }
        return "";
    }

    private String number(String field, long number) {
        if (MONEY.contains(field)) {
            return currency + Money.ofCents(number);
        }
        if (QUANTITY.contains(field)) {
            return BigDecimal.valueOf(number, 3).stripTrailingZeros().toPlainString();
        }
        if (field.endsWith(PPM)) {
            // Nothing taken off is nothing to say.
            return number == 0
                    ? ""
                    : BigDecimal.valueOf(number, 4)
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " %";
        }
        return Long.toString(number);
    }

    /** {@code taxRate} and {@code tax_rate} as "tax rate". */
    private static String words(String name) {
        return name.replace('_', ' ').replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
