package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.EmployeeRepository;
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
        unit.change(() -> mapper.save(employee, employee.updatedAt()));
    }
}
