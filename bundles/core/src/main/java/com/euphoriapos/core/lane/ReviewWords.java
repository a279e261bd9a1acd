package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.api.lane.Lanes.Concern.Fact;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Reviews as managers read them: what happened, what it means, what to do. A kind that is not known here shows all that it has. */
final class ReviewWords {
    private final StoreHandle handle;

    ReviewWords(StoreHandle handle) {
        this.handle = handle;
    }

    Concern of(Review review) {
        JsonObject detail = detail(review);
        String subject = subject(review.subject());
        return switch (review.kind()) {
            case "NEGATIVE_STOCK" ->
                concern(
                        review,
                        subject,
                        "There are fewer than none of it, by the books. More was sold than was ever received or counted;"
                                + " the sales are right. Count it and correct its stock.",
                        List.of(new Fact("On hand now", onHand(review.subject()))));
            case "CONFLICT" ->
                concern(
                        review,
                        subject,
                        "Two people changed it on lanes that did not hear of each other. All lanes show the later change."
                                + " Look whether it is right; where it is not, change it again.",
                        differences(detail));
            case "PIN_CLASH" ->
                concern(
                        review,
                        subject,
                        "Two people got the same PIN on lanes that did not hear of each other. This one can't sign in with"
                                + " it any longer: set a new PIN in Employees.",
                        List.of());
            case "DOUBLE_CLAIM" ->
                concern(
                        review,
                        subject,
                        "Two lanes took the same thing while they did not hear of each other. The first one counts. Look"
                                + " whether it was sold or given back twice.",
                        facts(detail));
            case LaneHandler.LABEL_CLASH ->
                concern(
                        review,
                        "Two lanes are called " + detail.text("label", "the same"),
                        "They were let in on lanes that did not hear of each other. Receipts stay apart. Retire one and let"
                                + " it join again under another id.",
                        List.of());
            default ->
                concern(
                        review,
                        subject,
                        sentence(review.kind()) + ". This version of the program knows no more of it.",
                        facts(detail));
        };
    }

    private static Concern concern(Review review, String title, String text, List<Fact> facts) {
        return new Concern(review.id(), review.kind(), review.at(), title, text, facts);
    }

    private static JsonObject detail(Review review) {
        try {
            return Json.parseObject(review.detail());
        } catch (IllegalArgumentException e) {
            return new JsonObject(Map.of("detail", review.detail()));
        }
    }

    /** What people call an aggregate. */
    private String subject(String aggregate) {
        String id = aggregate.substring(aggregate.indexOf(':') + 1);
        return switch (aggregate.substring(0, aggregate.length() - id.length())) {
            case "product:", "inventory:" ->
                handle.catalog()
                        .byId(id)
                        .map(match -> match.product().name())
                        .orElse("A product that is not known here");
            case "employee:" ->
                handle.employees().byId(id).map(ReviewWords::name).orElse("Somebody not known here");
            case "pos_config:" -> "Setting: " + id.replace('_', ' ');
            case "suspended:" -> "A suspended sale";
            case "review:", "lane:" -> "A lane";
            default -> aggregate;
        };
    }

    private static String name(EmployeeRecord person) {
        return (person.firstName() + " " + person.lastName()).strip();
    }

    private String onHand(String aggregate) {
        Quantity now = handle.inventory().onHand(aggregate.substring(aggregate.indexOf(':') + 1));
        return now.toString();
    }

    /** Field by field what all lanes show, and what lost. */
    private static List<Fact> differences(JsonObject detail) {
        JsonObject shown = object(detail, "shown");
        JsonObject other = object(detail, "other");
        TreeSet<String> names = new TreeSet<>(shown.names());
        names.addAll(other.names());
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            facts.add(new Fact(
                    sentence(name),
                    "Shown: " + quoted(shown, name) + ". The other change: " + quoted(other, name) + "."));
        }
        return facts;
    }

    private static JsonObject object(JsonObject detail, String name) {
        return detail.fields().get(name) instanceof JsonObject object ? object : new JsonObject(Map.of());
    }

    private static String quoted(JsonObject object, String name) {
        Object value = object.fields().get(name);
        return value == null || value.toString().isEmpty() ? "nothing" : "“" + value + "”";
    }

    private static List<Fact> facts(JsonObject detail) {
        List<Fact> facts = new ArrayList<>();
        for (String name : new TreeSet<>(detail.names())) {
            Object value = detail.fields().get(name);
            if (value instanceof String || value instanceof Long || value instanceof Boolean) {
                facts.add(new Fact(sentence(name), value.toString()));
            }
        }
        return facts;
    }

    /** {@code fooBar} and {@code FOO_BAR} as "Foo bar". */
    static String sentence(String word) {
        boolean constant = word.equals(word.toUpperCase(Locale.ROOT));
        String words = constant ? word.replace('_', ' ') : word.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String low = words.toLowerCase(Locale.ROOT);
        return low.isEmpty() ? "" : Character.toUpperCase(low.charAt(0)) + low.substring(1);
    }
}
