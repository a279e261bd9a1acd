package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.core.json.Json;
import com.github.f4b6a3.uuid.UuidCreator;

/**
 * What other lanes are told of a person. Every field is named here by hand. The PIN's hash and look-ups are for paired lanes only and
 * never go to the cloud; the schema is in docs/sync-protocol.md.
 */
public final class EmployeeMessages {
    /** The topic. */
    public static final String UPSERT = "employee:upsert";

    private EmployeeMessages() {}

    /**
     * The person as stored.
     *
     * @param actor id of who changed them
     * @param actorRole name of that one's role, empty where nobody of the store did it
     */
    public static OutboxRepository.Message upsert(EmployeeRecord person, String actor, String actorRole) {
        String payload = Json.object(json -> {
            json.writeStringField("id", person.id());
            json.writeStringField("firstName", person.firstName());
            json.writeStringField("lastName", person.lastName());
            json.writeStringField("role", person.role().name());
            json.writeBooleanField("active", person.active());
            json.writeNumberField("pinLength", person.pinLength());
            json.writeStringField("pinLookup", person.pinLookup());
            json.writeStringField("pinHash", person.pinHash());
            json.writeStringField("badgeLookup", person.badgeLookup());
            json.writeStringField("actorRole", actorRole);
            json.writeNumberField("updatedAt", person.updatedAt().toEpochMilli());
        });
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return new OutboxRepository.Message(id, UPSERT, "employee:" + person.id(), payload, actor, person.updatedAt());
    }
}
