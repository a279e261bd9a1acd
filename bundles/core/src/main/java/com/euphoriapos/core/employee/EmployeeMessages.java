package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other lanes are told of a person, and how it is read back. Every field is named here by hand. The PIN's hash and look-ups are for
 * paired lanes only and never go to the cloud; the schema is in docs/sync-protocol.md.
 */
public final class EmployeeMessages {
    private static final String PARTS = "parts";
    private static final String BASE = "base";
    private static final String ROLE_BEFORE = "roleBefore";
    private static final int DIGITS_MAX = 64;

    private EmployeeMessages() {}

    /**
     * An edit of a person.
     *
     * @param person whole, after the edit
     * @param bases the parts that were edited, each with the stamp of the version that its author saw, empty for none
     * @param roleBefore the role that the person had; empty for somebody new
     */
    record Edit(EmployeeRecord person, Map<PersonPart, String> bases, Optional<Role> roleBefore) {
        Edit {
            bases = Map.copyOf(bases);
        }

        /** The edit of these parts as the store knows them, to be made in this transaction. */
        static Edit of(StoreHandle handle, EmployeeRecord person, Optional<Role> roleBefore, PersonPart... parts) {
            Map<PersonPart, String> bases = new EnumMap<>(PersonPart.class);
            for (PersonPart part : parts) {
                Optional<Version> seen = handle.versions().of(PersonPart.aggregate(person.id()), part.word());
                String stamp = part == PersonPart.ACTIVE
                        ? Activity.of(seen).deactivated()
                        : seen.map(Version::stamp).orElse("");
                bases.put(part, stamp);
            }
            return new Edit(person, bases, roleBefore);
        }

        /** The versions that the parts have in the store. */
        Map<PersonPart, Version> versions(StoreHandle handle) {
            Map<PersonPart, Version> versions = new EnumMap<>(PersonPart.class);
            for (PersonPart part : parts()) {
                handle.versions()
                        .of(PersonPart.aggregate(person.id()), part.word())
                        .ifPresent(version -> versions.put(part, version));
            }
            return versions;
        }

        /** After this lane appended the edit: what is kept of who may sign in is no last edit. */
        void keepActivity(StoreHandle handle, Optional<Version> before) {
            if (bases.containsKey(PersonPart.ACTIVE)) {
                String aggregate = PersonPart.aggregate(person.id());
                String part = PersonPart.ACTIVE.word();
                Version own = handle.versions().of(aggregate, part).orElseThrow();
                Activity now = Activity.of(before)
                        .with(person.active(), own.stamp(), bases.getOrDefault(PersonPart.ACTIVE, ""));
                handle.versions().put(aggregate, part, now.version());
            }
        }

        /** From now on it is known which roles they had. */
        void noteRoles(StoreHandle handle) {
            if (bases.containsKey(PersonPart.PERSON)) {
                Actors.noteHeld(handle, person.id(), person.role());
                roleBefore.ifPresent(role -> Actors.noteHeld(handle, person.id(), role));
            }
        }

        /** The parts in their order. */
        List<PersonPart> parts() {
            return bases.keySet().stream().sorted().toList();
        }
    }

    /**
     * The message of somebody new.
     *
     * @param actor id of who added them; their own for the owner whom a set-up makes
     * @param actorRole name of that one's role
     */
    public static Message upsert(EmployeeRecord person, String actor, String actorRole) {
        Map<PersonPart, String> bases = Map.of(PersonPart.PERSON, "", PersonPart.PIN, "");
        return upsert(new Edit(person, bases, Optional.empty()), actor, actorRole);
    }

    /** The message of an edit; the actor as above. */
    static Message upsert(Edit edit, String actor, String actorRole) {
        EmployeeRecord person = edit.person();
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
            json.writeArrayFieldStart(PARTS);
            for (PersonPart part : edit.parts()) {
                json.writeString(part.word());
            }
            json.writeEndArray();
            json.writeObjectFieldStart(BASE);
            for (PersonPart part : edit.parts()) {
                json.writeStringField(part.word(), edit.bases().get(part));
            }
            json.writeEndObject();
            if (edit.roleBefore().isPresent()) {
                json.writeStringField(ROLE_BEFORE, edit.roleBefore().get().name());
            }
            json.writeStringField("actorRole", actorRole);
            json.writeNumberField("updatedAt", person.updatedAt().toEpochMilli());
        });
        return new Message(
                UuidCreator.getTimeOrderedEpoch().toString(),
                Topics.EMPLOYEE_UPSERT,
                PersonPart.aggregate(person.id()),
                payload,
                actor,
                person.updatedAt(),
                edit.parts().stream().map(part -> part.of(person.id())).toList());
    }

    /** The edit that an event tells of. */
    static Edit read(Event event) {
        Payload payload = Payload.of(event);
        EmployeeRecord person = payload.valid(() -> new EmployeeRecord(
                payload.key("id"),
                name(payload, "firstName", 1),
                name(payload, "lastName", 0),
                payload.word("role", Role.class),
                payload.text("pinLookup"),
                payload.text("pinHash"),
                (int) payload.number("pinLength", 0, DIGITS_MAX),
                payload.text("badgeLookup"),
                payload.flag("active"),
                payload.moment("updatedAt")));
        if (!event.aggregate().equals(PersonPart.aggregate(person.id()))) {
            throw payload.refused("id", "is not what the event is about");
        }
        Optional<Role> roleBefore =
                payload.has(ROLE_BEFORE) ? Optional.of(payload.word(ROLE_BEFORE, Role.class)) : Optional.empty();
        return new Edit(person, bases(payload), roleBefore);
    }

    private static Map<PersonPart, String> bases(Payload payload) {
        Payload bases = payload.object(BASE);
        Map<PersonPart, String> known = new EnumMap<>(PersonPart.class);
        List<String> words = payload.texts(PARTS);
        for (PersonPart part : PersonPart.values()) {
            if (words.contains(part.word())) {
                String base = bases.text(part.word());
                if (!LastEdit.isStampOrEmpty(base)) {
                    throw bases.refused(part.word(), "names no edit");
                }
                known.put(part, base);
            }
        }
        if (known.isEmpty()) {
            throw payload.refused(PARTS, "has no part that this lane knows");
        }
        return known;
    }

    private static String name(Payload payload, String field, int min) {
        String name = payload.text(field);
        List<String> problems = new ArrayList<>();
        if (name.strip().length() < min) {
            problems.add("is empty");
        }
        StaffRules.nameProblem(name).ifPresent(problem -> problems.add("is no name: " + problem));
        if (!problems.isEmpty()) {
            throw payload.refused(field, problems.get(0));
        }
        return name;
    }
}
