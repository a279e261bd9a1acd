package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.EmployeeRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.store.sqlite.mapper.EmployeeMapper;
import java.util.List;
import java.util.Optional;

/** Employees. */
final class SqliteEmployees implements EmployeeRepository {
    private final UnitOfWork unit;
    private final EmployeeMapper mapper;

    SqliteEmployees(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().employees();
    }

    @Override
    public Optional<EmployeeRecord> byPinLookup(String pinLookup) {
        return unit.query(() -> Optional.ofNullable(mapper.byPinLookup(pinLookup)));
    }

    @Override
    public Optional<EmployeeRecord> byBadgeLookup(String badgeLookup) {
        return unit.query(() -> Optional.ofNullable(mapper.byBadgeLookup(badgeLookup)));
    }

    @Override
    public Optional<EmployeeRecord> byId(String employeeId) {
        return unit.query(() -> Optional.ofNullable(mapper.byId(employeeId)));
    }

    @Override
    public List<EmployeeRecord> all() {
        return unit.query(mapper::all);
    }

    @Override
    public void save(EmployeeRecord employee) {
        unit.change(() -> {
            if (employee.active() && !unit.isApplying()) {
                refuseTaken(employee);
            }
            mapper.save(employee, employee.updatedAt());
        });
    }

    /** No index of the table does it, because what lanes did while they were apart must merge. */
    private void refuseTaken(EmployeeRecord employee) {
        String pin = employee.pinResetRequired() ? "" : employee.pinLookup();
        EmployeeRecord before = mapper.byId(employee.id());
        // A badge that a merge gave to two has to go, but must not stand in the way of other changes.
        boolean hadIt =
                before != null && before.active() && before.badgeLookup().equals(employee.badgeLookup());
        if (mapper.isTaken(pin, hadIt ? "" : employee.badgeLookup(), employee.id())) {
            throw new StoreException(Reason.CONSTRAINT, "two active employees have one PIN or one badge");
        }
    }
}
