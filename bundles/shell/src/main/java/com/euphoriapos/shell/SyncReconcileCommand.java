package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.replication.Replication.Finding;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code sync:reconcile}: compares with every connected lane. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=sync", "osgi.command.function=reconcile"})
public final class SyncReconcileCommand extends Command {
    private final Services services;

    @Activate
    public SyncReconcileCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "sync:reconcile  compares with every connected lane now, and heals what can be healed";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        List<Finding> findings = services.useAsConsole(Lanes.class, Lanes::reconcile);
        for (Finding finding : findings) {
            output.row(
                    (finding.good() ? "good  " : "BAD  ") + finding.text(),
                    Output.fields("node", finding.node(), "good", finding.good(), "text", finding.text()));
        }
        if (findings.stream().anyMatch(finding -> !finding.good())) {
            throw new CommandException("not all lanes hold the same, or could not be asked");
        }
    }
}
