package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Alarm;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.sync.PairedLane;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The other lanes on the lane bar: one quiet chip while all is well, one for each lane in trouble, and one for all of them where there
 * are more than the bar can hold.
 */
final class LaneChips {
    private static final int CHIPS = 3;
    /** Events that wait for a connected lane before it is said. */
    private static final long MANY = 1_000;

    private final Situation situation;
    private final Clock clock;

    LaneChips(Situation situation, Clock clock) {
        this.situation = situation;
        this.clock = clock;
    }

    List<StatusItem> items() {
        List<StatusItem> lanes = new ArrayList<>();
        Set<String> alarmed = new LinkedHashSet<>();
        for (Alarm alarm : situation.alarms().pressing()) {
            if (alarmed.add(alarm.node())) {
                lanes.add(alarm(alarm));
            }
        }
        List<Peer> active = situation.overview().peers().stream()
                .filter(peer -> peer.lane().state() == PairedLane.State.ACTIVE)
                .toList();
        active.stream()
                .filter(peer -> !alarmed.contains(peer.lane().node()))
                .map(this::peer)
                .flatMap(Optional::stream)
                .forEach(lanes::add);
        List<StatusItem> items = new ArrayList<>();
        situation.history().ifPresent(thousandths -> items.add(history(thousandths)));
        items.addAll(lanes.size() > CHIPS ? List.of(many(lanes)) : lanes);
        if (situation.parked() > 0) {
            items.add(new StatusItem(
                    "lanes-parked",
                    Level.WARN,
                    situation.parked() == 1 ? "1 event waits" : situation.parked() + " events wait",
                    "Other lanes wrote what this one can't apply. Sales go on; look at Diagnostics, and upgrade this"
                            + " lane."));
        }
        if (items.isEmpty() && !active.isEmpty()) {
            items.add(new StatusItem("lanes", Level.OK, "Lanes", ""));
        }
        return items;
    }

    private static StatusItem history(int thousandths) {
        return new StatusItem(
                "lanes-history",
                Level.WARN,
                "Past sales " + thousandths / 10 + " %",
                "This lane sells; what the others sold before is still arriving.");
    }

    private StatusItem alarm(Alarm alarm) {
        boolean milder = List.of("ROLLED_BACK", "LABEL", "SILENT").contains(alarm.kind());
        String label = situation
                .book()
                .flatMap(lanes -> lanes.byNode(alarm.node()))
                .map(PairedLane::label)
                .orElse("Lanes");
        return new StatusItem(
                "lane-" + (alarm.node().isEmpty() ? "all" : alarm.node()),
                milder ? Level.WARN : Level.DANGER,
                label + ": " + word(alarm.kind()),
                alarm.text());
    }

    private static String word(String kind) {
        return switch (kind) {
            case "CLONE" -> "a copy runs";
            case "VERSION" -> "other version";
            case "DIVERGED", "STATE" -> "data differs";
            case "STALE" -> "away too long";
            case "ROLLED_BACK" -> "sales regained";
            case "SILENT" -> "silent 30 days";
            case "LABEL" -> "label used twice";
            case "APPLYING" -> "not stored";
            default -> "link refused";
        };
    }

    private Optional<StatusItem> peer(Peer peer) {
        String label = peer.lane().label();
        String id = "lane-" + peer.lane().node();
        String waiting = peer.backlog() > 0 ? ", " + peer.backlog() + " not sent" : "";
        if (!peer.connected()) {
            Duration away = Duration.between(situation.peers().since(peer.lane().node()), clock.instant());
            if (away.compareTo(Peers.PATIENCE) < 0) {
                return Optional.empty();
            }
            Duration silent = peer.lastExchange()
                    .map(at -> Duration.between(at, clock.instant()))
                    .orElse(away);
            return Optional.of(new StatusItem(
                    id,
                    Level.WARN,
                    label + " away " + Ages.text(silent) + waiting,
                    "Lane " + label + " can't be reached. Both lanes sell on and tell each other everything later."
                            + " " + situation.peers().hint(peer.lane().node())));
        }
        if (Math.abs(peer.clockOffsetMillis()) > Peers.SKEW.toMillis()) {
            return Optional.of(new StatusItem(id, Level.WARN, label + ": clock is off", peer.trouble()));
        }
        return peer.backlog() < MANY
                ? Optional.empty()
                : Optional.of(new StatusItem(
                        id,
                        Level.WARN,
                        label + ": " + peer.backlog() + " not sent",
                        "Lane " + label + " is catching up; sales go on."));
    }

    private static StatusItem many(List<StatusItem> items) {
        boolean danger = items.stream().anyMatch(item -> item.level() == Level.DANGER);
        StringBuilder detail = new StringBuilder();
        items.forEach(item -> detail.append(item.text()).append(". "));
        detail.append(
                "All sell on and tell each other everything later. When all others are away, look at this lane’s own"
                        + " network cable first.");
        return new StatusItem(
                "lanes", danger ? Level.DANGER : Level.WARN, items.size() + " lanes in trouble", detail.toString());
    }
}
