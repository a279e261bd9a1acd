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

/** {@code cloud:pull}: asks the cloud for changes now, and applies them. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=cloud", "osgi.command.function=pull"})
public final class CloudPullCommand extends Command {
    private final Services services;

    @Activate
    public CloudPullCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "cloud:pull  asks the cloud for changes now, and applies them";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        services.awaitCloud();
        Optional<String> trouble = services.useAsConsole(Cloud.class, Cloud::pull);
        Status status = services.use(Cloud.class, Cloud::status);
        if (trouble.isPresent()) {
            throw new CommandException(trouble.get());
        }
        output.row(
                "Nothing newer is in the cloud.",
                Output.fields("done", true, "backlog", status.backlog(), "cursor", status.cursor()));
    }
}
