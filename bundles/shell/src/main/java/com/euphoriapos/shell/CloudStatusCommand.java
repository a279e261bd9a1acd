package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.replication.Replication.Alarm;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code cloud:status}: how the line to the cloud stands. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=cloud", "osgi.command.function=status"})
public final class CloudStatusCommand extends Command {
    private final Services services;

    @Activate
    public CloudStatusCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "cloud:status  where the cloud is, what waits for it, and alarms";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        services.awaitCloud();
        Status status = services.use(Cloud.class, Cloud::status);
        String heard = status.lastExchange().map(Object::toString).orElse("");
        String since = status.waitingSince().map(Object::toString).orElse("");
        output.row(
                "Cloud: " + status.state()
                        + (status.address().isEmpty() ? "" : ", " + status.address())
                        + (status.storeName().isEmpty() ? "" : ", " + status.storeName())
                        + ", " + status.backlog() + " waiting"
                        + (since.isEmpty() ? "" : " since " + since)
                        + (heard.isEmpty() ? "" : ", heard " + heard)
                        + (status.trouble().isEmpty() ? "" : ": " + status.trouble()),
                Output.fields(
                        "id", "cloud",
                        "state", status.state(),
                        "address", status.address(),
                        "storeName", status.storeName(),
                        "backlog", status.backlog(),
                        "waitingSince", since,
                        "lastExchange", heard,
                        "cursor", status.cursor(),
                        "trouble", status.trouble()));
        for (Alarm alarm : status.alarms()) {
            output.row(
                    "ALARM " + alarm.kind() + ": " + alarm.text(),
                    Output.fields("id", "alarm", "at", alarm.at(), "kind", alarm.kind(), "text", alarm.text()));
        }
    }
}
