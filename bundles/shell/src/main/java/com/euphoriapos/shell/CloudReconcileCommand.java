package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.Replication.Finding;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code cloud:reconcile}: compares with the cloud. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=cloud", "osgi.command.function=reconcile"})
public final class CloudReconcileCommand extends Command {
    private final Services services;

    @Activate
    public CloudReconcileCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "cloud:reconcile  compares logs and the sales of 35 days with the cloud";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        services.awaitCloud();
        List<Finding> findings = services.useAsConsole(Cloud.class, Cloud::reconcile);
        for (Finding finding : findings) {
            output.row(
                    (finding.good() ? "good  " : "BAD  ") + finding.text(),
                    Output.fields("node", finding.node(), "good", finding.good(), "text", finding.text()));
        }
        if (findings.stream().anyMatch(finding -> !finding.good())) {
            throw new CommandException("the cloud does not hold the same, or could not be asked");
        }
    }
}
