package com.euphoriapos.core.settings;

import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.RolePolicy;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What other lanes are told of a setting, and how it is read back; the schema is in docs/sync-protocol.md. */
public final class ConfigMessages {
    private static final String VALUE = "value";

    /** Key of the row that proves the recovery code. Other lanes get it when they join, and never by a message. */
    public static final String RECOVERY_VERIFIER = "recovery_verifier";

    private ConfigMessages() {}

    /**
     * A row of {@code pos_config} that a set-up makes.
     *
     * @param row its key
     * @param rowJson its value, JSON
     * @param by who made it
     */
    public static Message update(String row, String rowJson, By by) {
        return update(new Edit(row, rowJson, "", by.at()), by);
    }

    /** Stores a row that somebody changed, having seen what it was, and tells it. */
    public static void change(StoreHandle handle, String row, String rowJson, By by) {
        Part part = part(row);
        Optional<Version> seen = handle.versions().of(part.aggregate(), part.name());
        handle.settings().put(row, rowJson, by.at());
        String base = seen.map(Version::stamp).orElse("");
        handle.outbox().append(List.of(update(new Edit(row, rowJson, base, by.at()), by)));
        seen.ifPresent(version -> Conflicts.withdraw(handle, part, version));
        noteRoles(handle, row, rowJson);
    }

    /** Where the row is that of the roles: from now on it is known what they might do. */
    static void noteRoles(StoreHandle handle, String row, String rowJson) {
        if (row.equals(RoleValues.KEY)) {
            Actors.noteAllowed(handle, policy(rowJson));
        }
    }

    private static RolePolicy policy(String rowJson) {
        return RoleValues.orDefault(Optional.of(rowJson));
    }

    static Part part(String row) {
        return new Part("pos_config:" + row, VersionRepository.WHOLE);
    }

    private static Message update(Edit edit, By by) {
        String payload = Json.object(json -> {
            json.writeStringField("key", edit.row());
            json.writeFieldName(VALUE);
            json.writeRawValue(edit.json());
            json.writeStringField("base", edit.base());
            json.writeStringField("actorRole", by.role());
            json.writeNumberField("updatedAt", edit.at().toEpochMilli());
        });
        Part part = part(edit.row());
        return new Message(
                UuidCreator.getTimeOrderedEpoch().toString(),
                Topics.POS_CONFIG_UPDATE,
                part.aggregate(),
                payload,
                by.actor(),
                edit.at(),
                List.of(part));
    }

    /** The edit that an event tells of. */
    static Edit read(Event event) {
        Payload payload = Payload.of(event);
        String key = payload.key("key");
        if (!event.aggregate().equals(part(key).aggregate())) {
            throw payload.refused("key", "is not what the event is about");
        }
        String base = payload.text("base");
        if (!LastEdit.isStampOrEmpty(base)) {
            throw payload.refused("base", "names no edit");
        }
        return new Edit(key, value(event, payload), base, payload.moment("updatedAt"));
    }

    private static String value(Event event, Payload payload) {
        try {
            return Json.rawField(event.payload(), VALUE);
        } catch (IllegalArgumentException e) {
            throw payload.refused(VALUE, "is missing");
        }
    }

    /**
     * An edit of a row.
     *
     * @param json its value after the edit
     * @param base stamp of the version that its author saw, empty for none
     */
    record Edit(String row, String json, String base, Instant at) {}

    /**
     * Who changed something, and when.
     *
     * @param actor id of the employee, or the console's
     * @param role name of their role, empty where nobody of the store did it
     */
    public record By(String actor, String role, Instant at) {}
}
