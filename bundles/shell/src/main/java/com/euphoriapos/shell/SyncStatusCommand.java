package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.replication.Replication.Alarm;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.sync.PairedLane;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code sync:status}: how the lanes stand. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=sync", "osgi.command.function=status"})
public final class SyncStatusCommand extends Command {
    private static final Duration HEARD = Duration.ofSeconds(2);

    private final Services services;

    @Activate
    public SyncStatusCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "sync:status  this lane, the others, what waits for them, and alarms";
    }

    /** The lanes hear of a set-up a moment after whoever did it. */
    private PairedLane me() {
        Patience.until(() -> !lane().label().isEmpty() || !isSetUp(), HEARD);
        return lane();
    }

    private PairedLane lane() {
        return services.use(Lanes.class, Lanes::me);
    }

    private boolean isSetUp() {
        return services.use(LaneSetup.class, LaneSetup::state) == LaneSetup.State.READY;
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        PairedLane me = me();
        Overview overview = services.use(Lanes.class, Lanes::overview);
        int history = overview.bootstrap().orElse(1000);
        output.row(
                (me.label().isEmpty() ? "This lane is not set up yet." : "This lane: " + me.label() + " " + me.node())
                        + (history < 1000 ? ", history " + history / 10 + " %" : "")
                        + (overview.parked() > 0 ? ", " + overview.parked() + " messages parked" : ""),
                Output.fields(
                        "id", "me",
                        "label", me.label(),
                        "node", me.node(),
                        "historyThousandths", history,
                        "parked", overview.parked()));
        overview.peers().forEach(peer -> print(peer, output));
        for (Alarm alarm : overview.alarms()) {
            output.row(
                    "ALARM " + alarm.kind() + ": " + alarm.text(),
                    Output.fields(
                            "id", "alarm",
                            "at", alarm.at(),
                            "kind", alarm.kind(),
                            "node", alarm.node(),
                            "text", alarm.text()));
        }
    }

    private static void print(Peer peer, Output output) {
        PairedLane lane = peer.lane();
        String heard = peer.lastExchange().map(Object::toString).orElse("");
        output.row(
                lane.label() + "  " + lane.state() + (peer.connected() ? ", connected" : ", not connected") + ", "
                        + peer.backlog() + " waiting"
                        + (heard.isEmpty() ? "" : ", heard " + heard)
                        + (lane.address().isEmpty() ? "" : ", at " + lane.address())
                        + (peer.trouble().isEmpty() ? "" : ": " + peer.trouble()),
                Output.fields(
                        "id", "lane",
                        "label", lane.label(),
                        "node", lane.node(),
                        "state", lane.state(),
                        "address", lane.address(),
                        "connected", peer.connected(),
                        "lastExchange", heard,
                        "backlog", peer.backlog(),
                        "clockOffsetMillis", peer.clockOffsetMillis(),
                        "trouble", peer.trouble()));
    }
}
