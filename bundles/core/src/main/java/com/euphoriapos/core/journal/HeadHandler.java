package com.euphoriapos.core.journal;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.JournalRepository.Link;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.core.sync.Derived;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps how far the other lanes' journals go. One that later ends before that, or has another entry there, was shortened or put back from
 * an older copy: that is put up for review. What this lane itself has told and lost again comes back from the others, and is compared with
 * its own journal. Stateless.
 */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.JOURNAL_HEAD)
public final class HeadHandler implements TopicHandler {
    static final String KIND = "JOURNAL_SHORTENED";

    private static final String KEY = "journal.head.";

    @Activate
    public HeadHandler() {}

    /** What is kept of a lane: when it said so, and what. */
    private record Known(String hlc, Link head) {
        static Known parse(String text) {
            String[] words = text.split(" ", -1);
            return new Known(words[0], new Link(Long.parseLong(words[1]), words[2]));
        }

        /** Two openings of one lane may have told the same time; the longer journal is the later one then. */
        boolean isNotBefore(String otherHlc, Link other) {
            int order = hlc.compareTo(otherHlc);
            return order > 0 || order == 0 && head.number() >= other.number();
        }

        String text() {
            return hlc + " " + head.number() + " " + head.hash();
        }
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Link told = HeadMessages.read(event);
        String node = event.stream().origin();
        if (handle.lane().get(LaneRepository.KEY_NODE_ID).equals(Optional.of(node))) {
            boolean stands = handle.journal()
                    .byNumber(told.number())
                    .filter(entry -> entry.hash().equals(told.hash()))
                    .isPresent();
            if (!stands) {
                long end = handle.journal().head().map(entry -> entry.number()).orElse(0L);
                raise(handle, event, told, end);
            }
            return;
        }
        Optional<Known> known = handle.lane().get(KEY + node).map(Known::parse);
        if (known.isPresent() && known.get().isNotBefore(event.hlc(), told)) {
            return;
        }
        known.map(Known::head).filter(before -> contradicts(before, told)).ifPresent(before -> {
            raise(handle, event, before, told.number());
        });
        handle.lane().put(KEY + node, new Known(event.hlc(), told).text());
    }

    private static boolean contradicts(Link before, Link told) {
        return told.number() < before.number()
                || told.number() == before.number() && !told.hash().equals(before.hash());
    }

    private static void raise(StoreHandle handle, Event event, Link before, long now) {
        String node = event.stream().origin();
        String detail = Json.object(json -> {
            json.writeStringField("node", node);
            json.writeNumberField("told", before.number());
            json.writeNumberField("now", now);
        });
        String id = Derived.id(KIND, node, Long.toString(before.number()), before.hash());
        handle.reviews().raise(new Review(id, KIND, "lane:" + node, detail, Instant.ofEpochMilli(event.ts())));
    }

    /** What this lane heard of journals that were shortened, one sentence for each; empty for nothing. */
    static String remark(StoreHandle handle) {
        StringBuilder all = new StringBuilder();
        for (Review review : handle.reviews().open(1_000)) {
            if (review.kind().equals(KIND)) {
                all.append(all.isEmpty() ? "" : " ").append(sentence(handle, review));
            }
        }
        return all.toString();
    }

    private static String sentence(StoreHandle handle, Review review) {
        JsonObject detail = Json.parseObject(review.detail());
        String node = detail.text("node");
        String label = handle.lanes()
                .byNode(node)
                .map(lane -> lane.label())
                .orElse(node.substring(0, Math.min(8, node.length())));
        return "The journal of lane " + label + " went up to entry " + detail.number("told")
                + " and ends with another or earlier one, " + detail.number("now")
                + ": its newest entries were deleted, or an older copy of its data was put back.";
    }
}
