package com.euphoriapos.core.journal;

import com.euphoriapos.api.store.JournalRepository.Link;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Payload;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** How far a lane's journal goes, as other lanes are told; the schema is in docs/sync-protocol.md. */
final class HeadMessages {
    private static final String AGGREGATE = "journal:head";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    private HeadMessages() {}

    /** The message of the newest entry. */
    static Message head(Link head, Instant at) {
        String payload = Json.object(json -> {
            json.writeNumberField("number", head.number());
            json.writeStringField("hash", head.hash());
        });
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return new Message(id, Topics.JOURNAL_HEAD, AGGREGATE, payload, "", at, List.of());
    }

    /** The entry that an event tells of. */
    static Link read(Event event) {
        Payload payload = Payload.of(event);
        String hash = payload.text("hash");
        if (!HASH.matcher(hash).matches()) {
            throw payload.refused("hash", "is not 32 hex digits");
        }
        return new Link(payload.number("number", 1, Long.MAX_VALUE), hash);
    }
}
