package com.euphoriapos.core.settings;

import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.core.json.Json;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;

/** What other lanes are told of a setting; the schema is in docs/sync-protocol.md. */
public final class ConfigMessages {
    /** The topic. */
    public static final String UPDATE = "pos_config:update";

    private ConfigMessages() {}

    /**
     * A row of {@code pos_config} as stored.
     *
     * @param row its key
     * @param rowJson its value, JSON
     * @param by who changed it
     */
    public static OutboxRepository.Message update(String row, String rowJson, By by) {
        String payload = Json.object(json -> {
            json.writeStringField("key", row);
            json.writeFieldName("value");
            json.writeRawValue(rowJson);
            json.writeStringField("actorRole", by.role);
            json.writeNumberField("updatedAt", by.at.toEpochMilli());
        });
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return new OutboxRepository.Message(id, UPDATE, "pos_config:" + row, payload, by.actor, by.at);
    }

    /**
     * Who changed something, and when.
     *
     * @param actor id of the employee, or the console's
     * @param role name of their role, empty where nobody of the store did it
     */
    public record By(String actor, String role, Instant at) {}
}
