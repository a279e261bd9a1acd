package com.euphoriapos.core.employee;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.employee.EmployeeMessages.Edit;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Takes over what other lanes say of people: part by part the last edit wins, a deactivation holds until somebody who saw it takes it
 * back, and of two who got one PIN the later one needs another. Stateless.
 */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.EMPLOYEE_UPSERT)
public final class EmployeeHandler implements TopicHandler {
    @Activate
    public EmployeeHandler() {}

    /** Each part of a person is decided by its edits, not by their order. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Edit edit = EmployeeMessages.read(event);
        String id = edit.person().id();
        Optional<EmployeeRecord> before = handle.employees().byId(id);
        require(handle, event, edit, before);
        EmployeeRecord now = before.orElse(edit.person());
        for (PersonPart part : edit.parts()) {
            Version version = LastEdit.edit(event, edit.bases().getOrDefault(part, ""));
            now = part == PersonPart.ACTIVE
                    ? withActivity(handle, now, edit.person(), version)
                    : withPart(handle, part, new Sides(now, edit.person()), version);
        }
        now = Edits.notBefore(now, edit.person().updatedAt());
        if (!Optional.of(now).equals(before)) {
            handle.employees().save(now);
        }
        edit.noteRoles(handle);
        Clashes.settle(handle, before, now);
    }

    /** Each part that shows this edit; whether they may sign in follows from the versions alone. */
    @Override
    public void restore(Event event, StoreHandle handle) {
        Edit edit = EmployeeMessages.read(event);
        Optional<EmployeeRecord> before = handle.employees().byId(edit.person().id());
        EmployeeRecord now = before.orElse(edit.person());
        for (PersonPart part : edit.parts()) {
            if (part != PersonPart.ACTIVE && Conflicts.isShown(handle, part.of(now.id()), event)) {
                now = part.taken(now, edit.person());
            }
        }
        Optional<Version> activity = handle.versions().of(PersonPart.aggregate(now.id()), PersonPart.ACTIVE.word());
        EmployeeRecord person = now;
        now = Activity.of(activity)
                .active()
                .map(active -> Edits.withActive(person, active, person.updatedAt()))
                .orElse(now);
        if (!Optional.of(now).equals(before)) {
            handle.employees().save(now);
            Clashes.settle(handle, before, now);
        }
    }

    private record Sides(EmployeeRecord now, EmployeeRecord edit) {}

    private static EmployeeRecord withPart(StoreHandle handle, PersonPart part, Sides sides, Version version) {
        String id = sides.now().id();
        Optional<Version> known = handle.versions().of(PersonPart.aggregate(id), part.word());
        LastEdit.Merge merge = LastEdit.merge(known, version);
        Conflicts.keep(
                handle,
                part.of(id),
                merge,
                () -> part.words(sides.now(), known.map(Version::stamp).orElse("")),
                () -> part.words(sides.edit(), version.stamp()));
        return merge.wins() ? part.taken(sides.now(), sides.edit()) : sides.now();
    }

    private static EmployeeRecord withActivity(
            StoreHandle handle, EmployeeRecord now, EmployeeRecord edit, Version version) {
        String aggregate = PersonPart.aggregate(now.id());
        String part = PersonPart.ACTIVE.word();
        Activity activity =
                Activity.of(handle.versions().of(aggregate, part)).with(edit.active(), version.stamp(), version.base());
        handle.versions().put(aggregate, part, activity.version());
        return PersonPart.ACTIVE.taken(
                now, Edits.withActive(edit, activity.active().orElse(edit.active()), now.updatedAt()));
    }

    private static void require(StoreHandle handle, Event event, Edit edit, Optional<EmployeeRecord> before) {
        String id = edit.person().id();
        boolean self = event.actor().equals(id);
        if (edit.roleBefore().isEmpty()) {
            requireNew(handle, event, edit, before);
            if (self && (before.isPresent() || handle.employees().all().isEmpty())) {
                // The owner whom the set-up makes, in a store of nobody else; later nobody makes themselves.
                return;
            }
        }
        Role actor = self && edit.parts().equals(List.of(PersonPart.PIN))
                ? Actors.role(handle, event, Payload.of(event))
                : Actors.require(handle, event, Payload.of(event), Permission.MANAGE_EMPLOYEES);
        Role after = edit.person().role();
        Role role = edit.roleBefore().orElse(after);
        if (!actor.atLeast(role) || !actor.atLeast(after)) {
            throw new EventRejectedException("Only " + (role.atLeast(after) ? role : after).withArticle()
                    + " may change or make one, not " + actor.withArticle() + ".");
        }
        if (edit.roleBefore().isPresent() && !Actors.held(handle, id, role)) {
            throw new EventRejectedException("Employee " + id + " was never " + role.withArticle()
                    + ", as far as this lane knows; the change is tried again when it knows more.");
        }
    }

    /** An edit that says of somebody known that they are new would go around who may change them. */
    private static void requireNew(StoreHandle handle, Event event, Edit edit, Optional<EmployeeRecord> before) {
        boolean overtakes = before.isPresent()
                && edit.parts().stream().anyMatch(part -> LastEdit.merge(
                                handle.versions()
                                        .of(PersonPart.aggregate(edit.person().id()), part.word()),
                                LastEdit.edit(event, ""))
                        .wins());
        if (overtakes) {
            throw new EventRejectedException("Employee " + edit.person().id()
                    + " is there already, and a change has to say what they were: roleBefore is missing.");
        }
    }
}
