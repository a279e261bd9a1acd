package com.euphoriapos.api.store;

import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.time.Instant;

/**
 * An employee as stored.
 *
 * @param pinLookup hex of the keyed hash that finds the row
 * @param pinHash bcrypt hash of the PIN
 * @param pinLength digits of the PIN, 0 where it is not known
 * @param badgeLookup hex of the keyed hash of the badge's code, empty without a badge
 * @param pinResetRequired whether the PIN is of no use because somebody else has it, too
 */
public record EmployeeRecord(
        String id,
        String firstName,
        String lastName,
        Role role,
        String pinLookup,
        String pinHash,
        int pinLength,
        String badgeLookup,
        boolean active,
        Instant updatedAt,
        boolean pinResetRequired) {
    /** Somebody whose PIN is nobody else's. */
    public EmployeeRecord(
            String id,
            String firstName,
            String lastName,
            Role role,
            String pinLookup,
            String pinHash,
            int pinLength,
            String badgeLookup,
            boolean active,
            Instant updatedAt) {
        this(id, firstName, lastName, role, pinLookup, pinHash, pinLength, badgeLookup, active, updatedAt, false);
    }

    /** Somebody without a badge, whose PIN's length is not known. */
    public EmployeeRecord(
            String id,
            String firstName,
            String lastName,
            Role role,
            String pinLookup,
            String pinHash,
            boolean active,
            Instant updatedAt) {
        this(id, firstName, lastName, role, pinLookup, pinHash, 0, "", active, updatedAt);
    }

    /** Who this is to the rest of the program, under the store's policy. */
    public Operator operator(RolePolicy policy) {
        return new Operator(id, firstName, lastName, role, policy.authority(role));
    }

    /** Without the hashes: a log must never hold them. */
    @Override
    public String toString() {
        return "EmployeeRecord[" + id + ", " + role + ", active=" + active + "]";
    }
}
