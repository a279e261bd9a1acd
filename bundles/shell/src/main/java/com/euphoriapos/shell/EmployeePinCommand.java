package com.euphoriapos.shell;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:employee-pin}: another PIN for somebody. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=employee-pin"})
public final class EmployeePinCommand extends SecretCommand {
    private final Services services;

    @Activate
    public EmployeePinCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:employee-pin ID  sets another PIN, which is the next line of standard input";
    }

    @Override
    void run(List<String> words, Output output, Secrets secrets) {
        char[] pin = secrets.read("PIN");
        String id = Arguments.of(words, Set.of(), Set.of()).required(0, "whose PIN: an id of pos:employees");
        EmployeeResult result = services.useAsConsole(Employees.class, employees -> employees.setPin(id, pin));
        EmployeeAnswers.print(result, output);
    }
}
