package com.euphoriapos.shell;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:employee-add}: somebody new. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=employee-add"})
public final class EmployeeAddCommand extends SecretCommand {
    private final Services services;

    @Activate
    public EmployeeAddCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:employee-add FIRST LAST ROLE  adds somebody; the next line of standard input is the PIN. Roles: "
                + EmployeeAnswers.ROLES;
    }

    @Override
    void run(List<String> words, Output output, Secrets secrets) {
        char[] pin = secrets.read("PIN");
        Arguments given = Arguments.of(words, Set.of(), Set.of());
        Draft draft = new Draft(
                given.required(0, "a first name"),
                given.required(1, "a last name, '' for none"),
                EmployeeAnswers.role(given.required(2, "a role")));
        EmployeeResult result = services.useAsConsole(Employees.class, employees -> employees.add(draft, pin));
        EmployeeAnswers.print(result, output);
    }
}
