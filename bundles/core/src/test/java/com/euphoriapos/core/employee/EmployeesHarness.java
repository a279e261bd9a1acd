package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The people of a shop and who signs in as one of them; the tests of the use cases share it. */
abstract class EmployeesHarness {
    final People people = new People();
    final Guard guard = new Guard(people.session, people.settings);
    final StoredEmployees employees = people.employees(guard);
    final List<String> heard = new ArrayList<>();

    @BeforeEach
    void hire() {
        people.add("olga", Role.OWNER, "907153");
        people.add("ruth", Role.MANAGER, "607153");
        people.add("dana", Role.CASHIER, "4071");
        people.signIn("607153");
        employees.addListener(() -> heard.add("changed"));
    }

    @AfterEach
    void close() {
        people.close();
    }

    EmployeeResult add(String name, Role role, String pin) {
        return employees.add(new Draft(name, "", role), pin(pin));
    }

    static char[] pin(String digits) {
        return digits.toCharArray();
    }

    static Employee done(EmployeeResult result) {
        return assertInstanceOf(EmployeeResult.Done.class, result).employee().orElseThrow();
    }

    static List<String> refused(EmployeeResult result) {
        return assertInstanceOf(EmployeeResult.Refused.class, result).problems().stream()
                .map(FieldProblem::field)
                .toList();
    }

    List<OutboxRepository.Message> messages() {
        return people.store.read(handle -> handle.outbox().after(0, 100)).stream()
                .map(OutboxRepository.Row::message)
                .toList();
    }
}
