package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code cloud:enrol}: lets this lane into its store's cloud. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=cloud", "osgi.command.function=enrol"})
public final class CloudEnrolCommand extends SecretCommand {
    private final Services services;

    @Activate
    public CloudEnrolCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "cloud:enrol URL [CODE]  lets this lane into the cloud; a code that is not given is the next line of standard input";
    }

    @Override
    void run(List<String> words, Output output, Secrets secrets) {
        Arguments given = Arguments.of(words, Set.of(), Set.of());
        // Read first: what stayed behind would be run as a command.
        String code = given.plain(1).orElseGet(() -> new String(secrets.read("code")));
        String address = given.required(0, "where the cloud is: https://…");
        services.awaitCloud();
        EnrolResult result = services.useAsConsole(Cloud.class, cloud -> cloud.enrol(address, code));
        if (result instanceof EnrolResult.Refused refused) {
            throw new CommandException(refused.reason());
        }
        String store = ((EnrolResult.Enrolled) result).storeName();
        output.row(
                "Enrolled with the cloud of " + store + "; what this lane wrote goes there now.",
                Output.fields("enrolled", true, "store", store));
    }
}
