package com.euphoriapos.core.review;

import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Operator;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;

/** That somebody has looked at what was put up for review, as other lanes are told; the schema is in docs/sync-protocol.md. */
public final class ReviewMessages {
    private ReviewMessages() {}

    /** The message of a resolution. */
    public static Message resolved(String reviewId, Operator by, Instant at) {
        String payload = Json.object(json -> {
            json.writeStringField("id", reviewId);
            json.writeStringField("actorRole", by.role().name());
            json.writeNumberField("at", at.toEpochMilli());
        });
        return new Message(
                UuidCreator.getTimeOrderedEpoch().toString(),
                Topics.REVIEW_RESOLVED,
                aggregate(reviewId),
                payload,
                by.employeeId(),
                at,
                List.of());
    }

    /** The resolution that an event tells of. */
    static Resolution read(Event event) {
        Payload payload = Payload.of(event);
        String id = payload.uuid("id");
        if (!event.aggregate().equals(aggregate(id))) {
            throw payload.refused("id", "is not what the event is about");
        }
        return new Resolution(id, payload.moment("at"));
    }

    /** What was looked at, and when. */
    record Resolution(String id, Instant at) {}

    private static String aggregate(String reviewId) {
        return "review:" + reviewId;
    }
}
