package com.euphoriapos.shell;

import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.domain.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How commands about people read roles and write what became of a change. */
final class EmployeeAnswers {
    /** All roles as a command takes them. */
    static final String ROLES =
            Arrays.stream(Role.values()).map(EmployeeAnswers::word).collect(Collectors.joining(", "));

    private EmployeeAnswers() {}

    static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> word(role).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new CommandException("there is no role \"" + word + "\"; there are " + ROLES));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The person after the change, or why there was none. */
    static void print(EmployeeResult result, Output output) {
        if (result instanceof EmployeeResult.Done done) {
            done.employee().ifPresent(employee -> print(employee, output));
        } else if (result instanceof EmployeeResult.Refused refused) {
            throw new CommandException("nothing was changed: "
                    + refused.problems().stream().map(FieldProblem::reason).collect(Collectors.joining("; ")));
        } else if (result instanceof EmployeeResult.Forbidden forbidden) {
            throw new CommandException(forbidden.reason());
        } else if (result instanceof EmployeeResult.Unavailable unavailable) {
            throw new CommandException(unavailable.reason());
        }
    }

    static void print(Employee employee, Output output) {
        output.row(
                employee.id() + "  " + employee.shortName() + "  " + word(employee.role())
                        + (employee.active() ? "" : "  inactive")
                        + (employee.pinTooShort() ? "  PIN too short for the role" : "")
                        + (employee.needsNewPin() ? "  needs a new PIN" : "")
                        + (employee.hasBadge() ? "  badge" : ""),
                Output.fields(
                        "id", employee.id(),
                        "firstName", employee.firstName(),
                        "lastName", employee.lastName(),
                        "role", word(employee.role()),
                        "active", employee.active(),
                        "pinTooShort", employee.pinTooShort(),
                        "hasBadge", employee.hasBadge(),
                        "needsNewPin", employee.needsNewPin()));
    }
}
