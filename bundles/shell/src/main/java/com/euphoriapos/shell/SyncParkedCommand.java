package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.ParkedEvent;
import com.euphoriapos.api.lane.Lanes.Result;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code sync:parked}: messages that are kept but not applied. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=sync", "osgi.command.function=parked"})
public final class SyncParkedCommand extends Command {
    private final Services services;

    @Activate
    public SyncParkedCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "sync:parked [retry | --discard ID --reason TEXT]  messages of other lanes that are kept but not applied, and why;"
                + " retry tries them again, --discard gives one up for good";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of(), Set.of("discard", "reason"));
        if (given.has("discard")) {
            discard(given.value("discard", ""), given.value("reason", ""), output);
            return;
        }
        String what = given.plain(0).orElse("");
        if (what.equals("retry")) {
            int applied = services.useAsConsole(Lanes.class, Lanes::retryParked);
            output.row(applied + " applied", Output.fields("applied", applied));
        } else if (!what.isEmpty()) {
            throw new CommandException("sync:parked knows retry, not \"" + what + "\"");
        } else {
            services.useAsConsole(Lanes.class, Lanes::parked).forEach(event -> print(event, output));
        }
    }

    private void discard(String id, String reason, Output output) {
        Result result = services.useAsConsole(Lanes.class, lanes -> lanes.discardParked(id, reason));
        if (result instanceof Result.Refused refused) {
            throw new CommandException(refused.reason());
        }
        output.row(id + " discarded", Output.fields("discarded", id));
    }

    private static void print(ParkedEvent event, Output output) {
        output.row(
                event.id() + "  " + event.topic() + "  " + event.aggregate() + "  of " + event.lane() + ", "
                        + event.attempts() + " times since " + event.firstAt() + ": " + event.reason(),
                Output.fields(
                        "id", event.id(),
                        "topic", event.topic(),
                        "aggregate", event.aggregate(),
                        "lane", event.lane(),
                        "reason", event.reason(),
                        "firstAt", event.firstAt(),
                        "attempts", event.attempts()));
    }
}
