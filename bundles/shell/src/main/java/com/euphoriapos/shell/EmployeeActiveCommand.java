package com.euphoriapos.shell;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:employee-active}: lets somebody sign in, or no longer. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=employee-active"})
public final class EmployeeActiveCommand extends Command {
    private final Services services;

    @Activate
    public EmployeeActiveCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:employee-active ID true|false  lets somebody sign in, or no longer";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), Set.of());
        String id = given.required(0, "who: an id of pos:employees");
        String active = given.required(1, "true or false");
        if (!active.equals("true") && !active.equals("false")) {
            throw new CommandException("say true or false, not \"" + active + "\"");
        }
        EmployeeResult result = services.useAsConsole(
                Employees.class, employees -> employees.setActive(id, Boolean.parseBoolean(active)));
        EmployeeAnswers.print(result, output);
    }
}
