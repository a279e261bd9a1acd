package com.euphoriapos.core.lane;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Operator;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** What lanes are told of a lane; the schema is in docs/sync-protocol.md. */
public final class LaneMessages {
    private static final Pattern NODE = Pattern.compile("[0-9a-f]{64}");
    private static final int ADDRESS_MAX = 300;

    private LaneMessages() {}

    /** The lane as it stands from now on. */
    static Message upsert(PairedLane lane, Operator by, Instant at) {
        String payload = Json.object(json -> {
            json.writeStringField("node", lane.node());
            json.writeStringField("label", lane.label());
            json.writeStringField("state", lane.state().name().toLowerCase(Locale.ROOT));
            json.writeStringField("address", lane.address());
            json.writeStringField("actorRole", by.role().name());
            json.writeNumberField("updatedAt", at.toEpochMilli());
        });
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return new Message(id, Topics.LANE_UPSERT, aggregate(lane.node()), payload, by.employeeId(), at);
    }

    /**
     * The lane that an event tells of.
     *
     * @throws EventRejectedException when it can't be understood
     */
    static PairedLane read(Event event) {
        Payload payload = Payload.of(event);
        PairedLane lane = new PairedLane(
                payload.text("node"),
                payload.text("label"),
                payload.valid("state", () -> State.valueOf(payload.text("state").toUpperCase(Locale.ROOT))),
                payload.text("address", ""));
        if (!NODE.matcher(lane.node()).matches() || !event.aggregate().equals(aggregate(lane.node()))) {
            throw payload.refused("node", "is no lane's identity, or not what the event is about");
        }
        if (!LaneRules.isLabel(lane.label())) {
            throw payload.refused("label", "is not 1 to 8 letters and digits");
        }
        if (lane.address().length() > ADDRESS_MAX) {
            throw payload.refused("address", "is longer than " + ADDRESS_MAX + " characters");
        }
        return lane;
    }

    static String aggregate(String node) {
        return "lane:" + node;
    }
}
