package com.euphoriapos.api.store;

import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import java.time.Instant;

/**
 * An employee as stored.
 *
 * @param pinLookup hex of the keyed hash that finds the row
 * @param pinHash bcrypt hash of the PIN
 */
public record EmployeeRecord(
        String id,
        String firstName,
        String lastName,
        Role role,
        String pinLookup,
        String pinHash,
        boolean active,
        Instant updatedAt) {
    /** Who this is to the rest of the program. */
    public Operator operator() {
        return new Operator(id, firstName, lastName, role);
    }

    /** Without the hashes: a log must never hold them. */
    @Override
    public String toString() {
        return "EmployeeRecord[" + id + ", " + role + ", active=" + active + "]";
    }
}
