package com.euphoriapos.shell;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.Employee;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:employees}: the people of the store. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=employees"})
public final class EmployeesCommand extends Command {
    private final Services services;

    @Activate
    public EmployeesCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:employees  the people of the store, active first";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        List<Employee> all = services.useAsConsole(Employees.class, Employees::all);
        all.forEach(employee -> EmployeeAnswers.print(employee, output));
        output.note(all.size() == 1 ? "1 person" : all.size() + " people");
    }
}
