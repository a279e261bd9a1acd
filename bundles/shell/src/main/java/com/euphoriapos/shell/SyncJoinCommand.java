package com.euphoriapos.shell;

import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.api.setup.LaneSetup.JoinRequest;
import com.euphoriapos.api.setup.LaneSetup.JoinResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code sync:join}: makes this machine a lane of a store that is there. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=sync", "osgi.command.function=join"})
public final class SyncJoinCommand extends SecretCommand {
    private final Services services;

    @Activate
    public SyncJoinCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "sync:join [HOST:PORT [CODE]] [--as L2]  joins a store; without an address the lane that shows the code is looked"
                + " for on this network; a code that is not given is the next line of standard input";
    }

    @Override
    void run(List<String> words, Output output, Secrets secrets) {
        Arguments given = Arguments.of(words, Set.of(), Set.of("as"));
        // Read first: what stayed behind would be run as a command.
        String code = given.plain(1).orElseGet(() -> new String(secrets.read("code")));
        JoinRequest request = new JoinRequest(given.plain(0).orElse(""), code, given.value("as", "L2"));
        services.await(Pairing.class);
        JoinResult result = services.use(LaneSetup.class, setup -> setup.join(request, progress -> {}));
        if (result instanceof JoinResult.Refused refused) {
            throw new CommandException(
                    refused.problems().stream().map(FieldProblem::reason).collect(Collectors.joining(" ")));
        }
        String store = ((JoinResult.Joined) result).storeName();
        output.row(
                "Joined " + store + " as " + request.workstationId() + "; it can sell. Past sales follow.",
                Output.fields("joined", true, "store", store, "workstationId", request.workstationId()));
    }
}
