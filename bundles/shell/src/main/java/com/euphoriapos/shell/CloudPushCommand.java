package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.CloudLink.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code cloud:push}: sends all that waits to the cloud, now. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=cloud", "osgi.command.function=push"})
public final class CloudPushCommand extends Command {
    private final Services services;

    @Activate
    public CloudPushCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "cloud:push  sends all that waits to the cloud, now";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        services.awaitCloud();
        Optional<String> trouble = services.useAsConsole(Cloud.class, Cloud::push);
        Status status = services.use(Cloud.class, Cloud::status);
        if (trouble.isPresent()) {
            throw new CommandException(trouble.get());
        }
        output.row(
                "The cloud has everything that this lane wrote.",
                Output.fields("done", true, "backlog", status.backlog(), "cursor", status.cursor()));
    }
}
