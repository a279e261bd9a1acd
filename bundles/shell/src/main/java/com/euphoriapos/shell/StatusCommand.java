package com.euphoriapos.shell;

import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreFacts;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:status}: what the lane bar shows, and the database. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=status"})
public final class StatusCommand extends Command {
    private final Services services;

    @Activate
    public StatusCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:status  the lane's state, its devices and its database";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        LaneSetup.State state = services.use(LaneSetup.class, LaneSetup::state);
        output.row("Set-up: " + state, Output.fields("id", "setup", "state", state));
        for (StatusItem item : services.use(StatusBoard.class, StatusBoard::items)) {
            output.row(
                    item.level() + "  " + item.text() + (item.detail().isEmpty() ? "" : ": " + item.detail()),
                    Output.fields(
                            "id", item.id(), "level", item.level(), "text", item.text(), "detail", item.detail()));
        }
        StoreFacts facts = services.use(Store.class, Store::facts);
        output.row(
                "Database: " + facts.file() + ", " + facts.bytes() + " bytes, schema " + facts.schemaVersion()
                        + ", SQLite " + facts.engineVersion() + ", " + facts.journalMode() + ", synchronous "
                        + facts.synchronous(),
                Output.fields(
                        "id", "database",
                        "file", facts.file(),
                        "bytes", facts.bytes(),
                        "engineVersion", facts.engineVersion(),
                        "schemaVersion", facts.schemaVersion(),
                        "journalMode", facts.journalMode(),
                        "synchronous", facts.synchronous(),
                        "epoch", facts.epoch(),
                        "freeDiskBytes", facts.freeDiskBytes()));
    }
}
