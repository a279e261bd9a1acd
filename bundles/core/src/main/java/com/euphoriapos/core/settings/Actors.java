package com.euphoriapos.core.settings;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether who is said to have done something on another lane might do it. People change roles, and roles change permissions, while lanes
 * are apart; a lane that heard of it early and one that hears of it late have to come to the same. So what counts is not what somebody is
 * now, but what they ever were: an edit is believed when this lane knows that the person had that role once, and that the role was once
 * allowed it. Who never was more than a cashier changes nothing but their own PIN, whatever their lane says. What is not known yet may be
 * known soon: such an event is parked and tried again.
 */
public final class Actors {
    private static final String ROLES = "pos_config:" + RoleValues.KEY;
    private static final String ROLE_FIELD = "actorRole";
    /** There is nothing to tell but that it is so. */
    private static final Version KNOWN = new Version("", "", "", "");

    private Actors() {}

    /**
     * Who did it, in which role, having the permission.
     *
     * @throws EventRejectedException when they never might, as far as this lane knows
     */
    public static Role require(StoreHandle handle, Event event, Payload payload, Permission permission) {
        Role role = role(handle, event, payload);
        if (!mayEver(handle, role, permission)) {
            throw new EventRejectedException(
                    sentence(role.withArticle()) + " may not " + inSentence(permission) + ": " + event.topic() + ".");
        }
        return role;
    }

    /**
     * Who did it, in which role, whatever it was.
     *
     * @throws EventRejectedException when they never had it, as far as this lane knows
     */
    public static Role role(StoreHandle handle, Event event, Payload payload) {
        Role role = payload.word(ROLE_FIELD, Role.class);
        if (event.actor().equals(Guard.ACTOR)) {
            // Whoever may type at a paired lane's standard input may read its database as well.
            return role;
        }
        if (!held(handle, event.actor(), role)) {
            throw new EventRejectedException("Employee " + event.actor() + " was never " + role.withArticle()
                    + ", as far as this lane knows: " + event.topic() + ".");
        }
        return role;
    }

    /** Whether that person has or had that role. */
    public static boolean held(StoreHandle handle, String employeeId, Role role) {
        Optional<EmployeeRecord> person = handle.employees().byId(employeeId);
        return person.filter(now -> now.role() == role).isPresent()
                || handle.versions().of(aggregate(employeeId), heldPart(role)).isPresent();
    }

    /** From now on it is known that the person had that role. */
    public static void noteHeld(StoreHandle handle, String employeeId, Role role) {
        handle.versions().put(aggregate(employeeId), heldPart(role), KNOWN);
    }

    /** From now on it is known that the roles might do that. */
    public static void noteAllowed(StoreHandle handle, RolePolicy policy) {
        for (Role role : Role.values()) {
            for (Permission permission : policy.authority(role).permissions()) {
                if (!RolePolicy.DEFAULT.authority(role).may(permission)) {
                    handle.versions().put(ROLES, allowedPart(role, permission), KNOWN);
                }
            }
        }
    }

    private static boolean mayEver(StoreHandle handle, Role role, Permission permission) {
        return RolePolicy.DEFAULT.authority(role).may(permission)
                || RoleValues.orDefault(handle.settings().get(RoleValues.KEY))
                        .authority(role)
                        .may(permission)
                || handle.versions().of(ROLES, allowedPart(role, permission)).isPresent();
    }

    private static String aggregate(String employeeId) {
        return "employee:" + employeeId;
    }

    private static String heldPart(Role role) {
        return "held:" + role.name();
    }

    private static String allowedPart(Role role, Permission permission) {
        return "allowed:" + role.name() + ":" + permission.name();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String inSentence(Permission permission) {
        String title = permission.title();
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
