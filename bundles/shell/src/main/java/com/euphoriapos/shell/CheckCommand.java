package com.euphoriapos.shell;

import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.HealthReport.Item;
import com.euphoriapos.api.status.StatusItem.Level;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:check}: runs the health checks; fails when one of them says DANGER. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=check"})
public final class CheckCommand extends Command {
    private final Services services;

    @Activate
    public CheckCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:check  runs the health checks";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        List<Item> items = services.use(HealthReport.class, HealthReport::run);
        for (Item item : items) {
            String messages = String.join("; ", item.messages());
            output.row(
                    item.level() + "  " + item.name() + (messages.isEmpty() ? "" : ": " + messages),
                    Output.fields("name", item.name(), "level", item.level(), "messages", item.messages()));
        }
        long bad = items.stream().filter(i -> i.level() == Level.DANGER).count();
        if (bad > 0) {
            throw new CommandException(bad + " of " + items.size() + " health checks failed");
        }
    }
}
