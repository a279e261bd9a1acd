package com.euphoriapos.ui.manager;

import com.euphoriapos.api.employee.Employees.Employee;
import java.util.List;
import java.util.Optional;

/**
 * Everything the screen of the people shows.
 *
 * @param rows the people that fit the search, active first
 * @param search what is searched for
 * @param chosenId whose row is chosen, empty for none
 * @param form the person being changed or added
 * @param problem why there is no list, empty when all is well
 * @param loaded whether the list was read at all
 */
public record EmployeesState(
        List<Row> rows, String search, String chosenId, Optional<PersonForm> form, String problem, boolean loaded) {
    public EmployeesState {
        rows = List.copyOf(rows);
    }

    /** One row of the list. */
    public sealed interface Row {}

    /** A quiet heading above those who come after it. */
    public record Heading(String words) implements Row {}

    /**
     * Somebody.
     *
     * @param self whether it is the person signed in
     */
    public record Person(Employee employee, boolean self) implements Row {
        public String name() {
            return (employee.firstName() + " " + employee.lastName()).strip();
        }
    }
}
