package com.euphoriapos.core.employee;

import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.core.pin.PinMaker;
import java.time.Instant;

/** Rows of people with something changed. Pure. */
final class Edits {
    private Edits() {}

    static EmployeeRecord somebodyNew(String id, Draft draft, PinMaker.Made pin, Instant at) {
        return new EmployeeRecord(
                id,
                draft.firstName().strip(),
                draft.lastName().strip(),
                draft.role(),
                pin.lookup(),
                pin.hash(),
                pin.length(),
                "",
                true,
                at);
    }

    static EmployeeRecord named(EmployeeRecord before, Draft draft, Instant at) {
        return new EmployeeRecord(
                before.id(),
                draft.firstName().strip(),
                draft.lastName().strip(),
                draft.role(),
                before.pinLookup(),
                before.pinHash(),
                before.pinLength(),
                before.badgeLookup(),
                before.active(),
                at,
                before.pinResetRequired());
    }

    static EmployeeRecord withPin(EmployeeRecord before, PinMaker.Made pin, Instant at) {
        return new EmployeeRecord(
                before.id(),
                before.firstName(),
                before.lastName(),
                before.role(),
                pin.lookup(),
                pin.hash(),
                pin.length(),
                before.badgeLookup(),
                before.active(),
                at);
    }

    static EmployeeRecord withBadge(EmployeeRecord before, String badgeLookup, Instant at) {
        return with(before, badgeLookup, before.active(), at);
    }

    static EmployeeRecord withActive(EmployeeRecord before, boolean active, Instant at) {
        return with(before, before.badgeLookup(), active, at);
    }

    /** As managers see it: without anything that is made of the PIN. */
    static Employee seen(EmployeeRecord person) {
        boolean tooShort =
                person.pinLength() > 0 && person.pinLength() < person.role().pinLengthMin();
        return new Employee(
                person.id(),
                person.firstName(),
                person.lastName(),
                person.role(),
                person.active(),
                tooShort,
                !person.badgeLookup().isEmpty(),
                person.pinResetRequired());
    }

    /** Changed then, or later where a later change is known. */
    static EmployeeRecord notBefore(EmployeeRecord person, Instant at) {
        return person.updatedAt().isBefore(at) ? with(person, person.badgeLookup(), person.active(), at) : person;
    }

    static EmployeeRecord withReset(EmployeeRecord before, boolean resetRequired) {
        return with(before, before.badgeLookup(), before.active(), before.updatedAt(), resetRequired);
    }

    private static EmployeeRecord with(EmployeeRecord before, String badgeLookup, boolean active, Instant at) {
        return with(before, badgeLookup, active, at, before.pinResetRequired());
    }

    private static EmployeeRecord with(
            EmployeeRecord before, String badgeLookup, boolean active, Instant at, boolean resetRequired) {
        return new EmployeeRecord(
                before.id(),
                before.firstName(),
                before.lastName(),
                before.role(),
                before.pinLookup(),
                before.pinHash(),
                before.pinLength(),
                badgeLookup,
                active,
                at,
                resetRequired);
    }
}
