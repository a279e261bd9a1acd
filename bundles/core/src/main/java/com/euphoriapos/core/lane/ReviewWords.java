package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.api.lane.Lanes.Concern.Fact;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.core.settings.SettingWords;
import com.euphoriapos.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reviews as managers read them: what happened, what it means, what to do. A kind that is not known here shows all that it has. */
final class ReviewWords {
    private static final String SETTING = "pos_config:";
    /** Of these nobody sees more than that there are two. */
    private static final Set<String> SECRET = Set.of("pin", "badge");

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
                        "By the books there is less than none of it: more was sold than was ever received or counted. The"
                                + " sales are right. Count what is on the shelf.",
                        List.of(new Fact("On hand now", onHand(review.subject()))));
            case "CONFLICT" ->
                concern(
                        review,
                        subject,
                        "Two people changed it on lanes that did not hear of each other. All lanes show the later change."
                                + " Look whether it is right; where it is not, change it again.",
                        differences(review.subject().startsWith(SETTING), detail));
            case "PIN_CLASH" ->
                concern(
                        review,
                        subject,
                        "Two people got the same PIN on lanes that did not hear of each other. The other one keeps it; this"
                                + " one can't sign in with it any longer. Set a new PIN for them in Employees.",
                        people(detail));
            case "BADGE_CLASH" ->
                concern(
                        review,
                        subject,
                        "Two people got the same badge on lanes that did not hear of each other. It signs in neither of them."
                                + " Give one of them another badge in Employees.",
                        people(detail));
            case "DOUBLE_CLAIM" ->
                concern(
                        review,
                        detail.text("about", subject),
                        "Two lanes took it while they did not hear of each other. Both went on with it; neither is wrong. Look in"
                                + " Receipts whether it was paid twice, and give one payment back if so.",
                        List.of());
            case "JOURNAL_SHORTENED" ->
                concern(
                        review,
                        "Journal of " + subject,
                        "It once was longer than it is now, or ended with another entry. Either an older copy of that lane's data"
                                + " was put back, or somebody deleted its newest entries. Ask who has looked after that machine;"
                                + " Verify in its Journal says more.",
                        List.of(
                                new Fact("It once had", number(detail, "told")),
                                new Fact("And then", number(detail, "now"))));
            case LaneHandler.LABEL_CLASH ->
                concern(
                        review,
                        "Two lanes are called " + detail.text("label", "the same"),
                        "They were let in on lanes that did not hear of each other. Their receipts can still be told apart."
                                + " Retire one of them under Lanes, and let it join again under another id.",
                        List.of());
            case "STATE_MENDED", "STATE_DIFFERS", "EVENTS_SET_ASIDE" -> DamageWords.of(review, detail, subject);
            default ->
                concern(
                        review,
                        subject,
                        sentence(review.kind())
                                + ". A lane with a newer version of the program put it up; look at it there, or"
                                + " upgrade this lane.",
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
            case SETTING -> "Setting: " + SettingWords.title(id);
            case "discount_rule:" -> "A discount rule";
            case "suspended:" -> "A suspended sale";
            case "lane:" ->
                handle.lanes().byNode(id).map(lane -> "Lane " + lane.label()).orElse("A lane not known here");
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

    /** Who else has it. */
    private List<Fact> people(JsonObject detail) {
        return handle.employees()
                .byId(detail.text("sameAs", ""))
                .map(other -> List.of(new Fact("The other one", name(other))))
                .orElse(List.of());
    }

    private static String number(JsonObject detail, String name) {
        Object value = detail.fields().get(name);
        return (value == null ? "?" : value) + " entries";
    }

    /** Field by field what all lanes show, and what lost. */
    private static List<Fact> differences(boolean setting, JsonObject detail) {
        JsonObject shown = object(detail, "shown");
        JsonObject other = object(detail, "other");
        TreeSet<String> names = new TreeSet<>(shown.names());
        names.addAll(other.names());
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            facts.add(
                    SECRET.contains(name)
                            ? new Fact(
                                    title(setting, name),
                                    "Set on both lanes. The later one holds; the other one signs in nobody.")
                            : new Fact(
                                    title(setting, name),
                                    "Shown: " + quoted(setting, shown, name) + ". The other change: "
                                            + quoted(setting, other, name) + "."));
        }
        return facts;
    }

    /** What people call a field of a change: settings are fields, too. */
    private static String title(boolean setting, String name) {
        if (setting) {
            return SettingWords.title(name);
        }
        return switch (name) {
            case "pin" -> "PIN";
            case "sku" -> "Item number";
            case "sizeMillilitres" -> "Size in ml";
            case "caseSize" -> "Bottles in a case";
            default -> sentence(name);
        };
    }

    private static JsonObject object(JsonObject detail, String name) {
        return detail.fields().get(name) instanceof JsonObject object ? object : new JsonObject(Map.of());
    }

    private static String quoted(boolean setting, JsonObject object, String name) {
        Object stored = object.fields().get(name);
        String value = stored == null ? "" : stored.toString();
        String words = setting ? SettingWords.value(name, value) : value;
        return switch (words) {
            case "" -> "nothing";
            case "true" -> "yes";
            case "false" -> "no";
            default -> "“" + words + "”";
        };
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
