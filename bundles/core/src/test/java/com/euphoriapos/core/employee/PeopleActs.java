package com.euphoriapos.core.employee;

import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.pin.PinMaker;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.time.Instant;

/** Changes of people as the use cases write them, for tests that need many. PINs are their own look-ups. */
public final class PeopleActs {
    private final StoreHandle handle;
    private final Trace trace;

    public PeopleActs(StoreHandle handle, Operator actor, Instant at) {
        this.handle = handle;
        this.trace = new Trace(actor, "L1", at);
    }

    public void add(String id, String name, Role role, String pin) {
        trace.added(handle, Edits.somebodyNew(id, new Draft(name, "Test", role), made(pin), trace.at()));
    }

    public void change(EmployeeRecord before, String name, Role role) {
        trace.changed(handle, before, Edits.named(before, new Draft(name, "Test", role), trace.at()));
    }

    public void pin(EmployeeRecord before, String pin) {
        trace.did(
                handle,
                "PIN_SET",
                new Trace.Change(PersonPart.PIN, before, Edits.withPin(before, made(pin), trace.at())));
    }

    public void badge(EmployeeRecord before, String badge) {
        trace.badge(handle, before, Edits.withBadge(before, badge, trace.at()));
    }

    public void active(EmployeeRecord before, boolean active) {
        trace.did(
                handle,
                active ? "EMPLOYEE_ACTIVATED" : "EMPLOYEE_DEACTIVATED",
                new Trace.Change(PersonPart.ACTIVE, before, Edits.withActive(before, active, trace.at())));
    }

    public void roles(RolePolicy before, RolePolicy after) {
        trace.role(handle, Role.SHIFT_LEAD, before, after);
    }

    private static PinMaker.Made made(String pin) {
        return new PinMaker.Made(pin, "hash of " + pin, 6);
    }
}
