package com.euphoriapos.core.lane;

import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.api.lane.Lanes.Concern.Fact;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.core.json.JsonObject;
import java.util.List;

/** What a disk, or somebody at one, did to what lanes keep, in words. Pure. */
final class DamageWords {
    private DamageWords() {}

    /** @param subject what people call what the review is about */
    static Concern of(Review review, JsonObject detail, String subject) {
        return switch (review.kind()) {
            case "EVENTS_SET_ASIDE" ->
                concern(
                        review,
                        "Log of " + subject,
                        "This lane had got events that " + subject
                                + " never wrote. What that lane itself says counts now;"
                                + " the others are kept apart. What they had changed here stays: look through its latest"
                                + " sales and stock. Its disk fails, or somebody wrote in its name: call support.",
                        List.of(new Fact("Events", number(detail))));
            case "STATE_MENDED" ->
                concern(
                        review,
                        row(detail, subject),
                        "After the same events this lane held something else than the log, or most lanes, say: its disk"
                                + " failed, or somebody changed its data. It was put right, and what stood there is kept"
                                + " apart. Look whether it is right now; if this comes again, let the disk be checked.",
                        rows(detail));
            default ->
                concern(
                        review,
                        row(detail, subject),
                        "This lane and another one show different things after the same events, and nothing says which of"
                                + " them is right. Both sell on. Look at both lanes and change it again, even to the"
                                + " same: then all have what you said.",
                        rows(detail));
        };
    }

    private static Concern concern(Review review, String title, String text, List<Fact> facts) {
        return new Concern(review.id(), review.kind(), review.at(), title, text, facts);
    }

    /** One row is called by its name, several by what they are. */
    private static String row(JsonObject detail, String subject) {
        String words =
                switch (detail.text("table", "")) {
                    case "products", "barcodes" -> "Products";
                    case "employees" -> "People";
                    case "pos_config" -> "Settings";
                    case "discount_rules" -> "Discounts";
                    case "transactions" -> "Sales";
                    case "inventory", "inventory_changes" -> "Stock";
                    case "log" -> "Log of events";
                    default -> "What is known of edits";
                };
        return subject.startsWith("state:") ? words : words + ": " + subject;
    }

    private static List<Fact> rows(JsonObject detail) {
        String how = detail.text("how", "");
        String by =
                switch (how) {
                    case "log" -> "By this lane's own log";
                    case "lanes" -> "By what most lanes hold";
                    default -> "Lane " + how;
                };
        return List.of(
                new Fact("Rows", number(detail)), new Fact("Which", detail.text("rows", "")), new Fact("Compared", by));
    }

    private static String number(JsonObject detail) {
        return Long.toString(detail.number("count", 1));
    }
}
