package com.euphoriapos.shell;

import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.api.setup.LaneSetup.SetupResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:setup}: the answers of the first-start wizard. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=setup"})
public final class SetupCommand extends Command {
    private static final Set<String> OPTIONS =
            Set.of("store", "address", "tax", "currency", "workstation", "owner-first", "owner-last", "pin");
    private static final Map<String, String> OPTION_OF_FIELD = Map.of(
            "storeName", "store",
            "addressLines", "address",
            "taxPercent", "tax",
            "currencySymbol", "currency",
            "workstationId", "workstation",
            "ownerFirstName", "owner-first",
            "ownerLastName", "owner-last",
            "ownerPin", "pin");

    private final Services services;

    @Activate
    public SetupCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:setup --store NAME --tax PERCENT --workstation L1 --owner-first NAME --pin PIN [--owner-last NAME]"
                + " [--address 'LINE;LINE'] [--currency $]  first set-up; prints the recovery code once";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), OPTIONS);
        String address = given.value("address", "");
        Answers answers = new Answers(
                given.value("store", ""),
                address.isBlank() ? List.of() : List.of(address.split(";")),
                given.value("tax", ""),
                given.value("currency", "$"),
                given.value("workstation", ""),
                given.value("owner-first", ""),
                given.value("owner-last", ""),
                given.value("pin", "").toCharArray());
        SetupResult result = services.use(LaneSetup.class, setup -> setup.setUp(answers));
        if (result instanceof SetupResult.Refused refused) {
            throw new CommandException("nothing was set up: "
                    + refused.problems().stream().map(SetupCommand::words).collect(Collectors.joining("; ")));
        }
        String code = ((SetupResult.Done) result).recoveryCode();
        output.row(
                "Set up. Recovery code: " + code
                        + "\nWrite it down and keep it away from this machine: without it nobody "
                        + "can sign in when the machine's secrets are lost.",
                Output.fields("setUp", true, "recoveryCode", code));
    }

    private static String words(FieldProblem problem) {
        return "--" + OPTION_OF_FIELD.getOrDefault(problem.field(), problem.field()) + ": " + problem.reason();
    }
}
