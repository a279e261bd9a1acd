package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.settings.ConfigMessages;
import com.euphoriapos.core.settings.RoleValues;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a change with its entry in the journal and its message, in the caller's transaction. Neither the PIN nor anything made of it
 * gets into the journal.
 *
 * @param actor who does it
 * @param lane label of the lane
 */
record Trace(Operator actor, String lane, Instant at) {
    void added(StoreHandle handle, EmployeeRecord person) {
        save(handle, Optional.empty(), person, PersonPart.PERSON, PersonPart.PIN);
        journal(handle, "EMPLOYEE_ADDED", person.id(), Json.object(json -> {
            json.writeStringField("to", described(person));
            json.writeStringField("lane", lane);
        }));
    }

    /** Names or role. */
    void changed(StoreHandle handle, EmployeeRecord before, EmployeeRecord person) {
        save(handle, Optional.of(before), person, PersonPart.PERSON);
        journal(handle, "EMPLOYEE_CHANGED", person.id(), fromTo(described(before), described(person)));
    }

    /** Something of which there is nothing to tell but that it was done. */
    void did(StoreHandle handle, String kind, Change change) {
        EmployeeRecord person = change.after();
        save(handle, Optional.of(change.before()), person, change.part());
        journal(handle, kind, person.id(), Json.object(json -> json.writeStringField("lane", lane)));
    }

    void badge(StoreHandle handle, EmployeeRecord before, EmployeeRecord person) {
        save(handle, Optional.of(before), person, PersonPart.BADGE);
        journal(handle, "BADGE_SET", person.id(), fromTo(badge(before), badge(person)));
    }

    /** A change of one part of a person. */
    record Change(PersonPart part, EmployeeRecord before, EmployeeRecord after) {}

    void role(StoreHandle handle, Role role, RolePolicy before, RolePolicy policy) {
        String row = RoleValues.write(policy);
        ConfigMessages.By by =
                new ConfigMessages.By(actor.employeeId(), actor.role().name(), at);
        ConfigMessages.change(handle, RoleValues.KEY, row, by);
        String from = described(before.authority(role));
        journal(handle, "ROLE_CHANGED", role.name(), fromTo(from, described(policy.authority(role))));
    }

    private void save(
            StoreHandle handle, Optional<EmployeeRecord> before, EmployeeRecord changed, PersonPart... parts) {
        EmployeeRecord person =
                before.map(old -> Edits.notBefore(changed, old.updatedAt())).orElse(changed);
        EmployeeMessages.Edit edit = EmployeeMessages.Edit.of(handle, person, before.map(EmployeeRecord::role), parts);
        Map<PersonPart, Version> seen = edit.versions(handle);
        handle.employees().save(person);
        handle.outbox()
                .append(List.of(EmployeeMessages.upsert(
                        edit, actor.employeeId(), actor.role().name())));
        seen.forEach((part, version) -> Conflicts.withdraw(handle, part.of(person.id()), version));
        edit.keepActivity(handle, Optional.ofNullable(seen.get(PersonPart.ACTIVE)));
        edit.noteRoles(handle);
        Clashes.settle(handle, before, person);
    }

    private void journal(StoreHandle handle, String kind, String subject, String detail) {
        handle.journal().append(new JournalRepository.Entry(at, kind, actor.employeeId(), subject, detail));
    }

    private String fromTo(String from, String to) {
        return Json.object(json -> {
            json.writeStringField("from", from);
            json.writeStringField("to", to);
            json.writeStringField("lane", lane);
        });
    }

    private static String badge(EmployeeRecord person) {
        return person.badgeLookup().isEmpty() ? "none" : "a badge";
    }

    private static String described(EmployeeRecord person) {
        String name = (person.firstName() + " " + person.lastName()).strip();
        return name + ", " + person.role().title().toLowerCase(Locale.ROOT);
    }

    private static String described(Authority authority) {
        String permissions = Arrays.stream(Permission.values())
                .filter(authority::may)
                .map(Permission::name)
                .collect(Collectors.joining(" "));
        return permissions + "; " + authority.largestPercent().partsPerMillion() + " ppm; "
                + authority.largestAmount().cents() + " cents";
    }
}
