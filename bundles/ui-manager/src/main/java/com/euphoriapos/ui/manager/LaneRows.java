package com.euphoriapos.ui.manager;

import com.euphoriapos.api.replication.Replication.Alarm;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.manager.LanesState.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lanes in words. Pure. */
final class LaneRows {
    /** As the replication has it: less is said nowhere. */
    private static final long CLOCK_OFF_MILLIS = 120_000;
    /** Connected lanes say something each five seconds: an age that runs from 0 to 5 and back tells nobody anything. */
    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    private static final Comparator<Peer> ORDER = Comparator.comparing(
                    (Peer peer) -> !peer.lane().maySpeak())
            .thenComparing(peer -> peer.lane().label().length())
            .thenComparing(peer -> peer.lane().label());

    private LaneRows() {}

    /** This lane, then those that take part, then those that did. */
    static List<Row> of(PairedLane me, Overview overview, Instant now) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(me, true, Level.OK, "This lane", "", "", "", ""));
        overview.peers().stream().sorted(ORDER).forEach(peer -> rows.add(row(peer, now)));
        return rows;
    }

    /** What stands above the list. */
    static List<String> news(Overview overview) {
        List<String> news = new ArrayList<>();
        overview.bootstrap()
                .ifPresent(thousandths -> news.add("The store’s past sales are still arriving: " + thousandths / 10
                        + " %. This lane sells meanwhile."));
        if (overview.parked() > 0) {
            news.add(Formats.count(overview.parked(), "message is", "messages are")
                    + " kept, but could not be applied yet.");
        }
        overview.alarms().stream().map(Alarm::text).forEach(news::add);
        return news;
    }

    private static Row row(Peer peer, Instant now) {
        boolean takesPart = peer.lane().maySpeak();
        boolean clockOff = takesPart && Math.abs(peer.clockOffsetMillis()) > CLOCK_OFF_MILLIS;
        boolean bad = takesPart && !(peer.connected() && peer.trouble().isEmpty() && !clockOff);
        return new Row(
                peer.lane(),
                false,
                bad ? Level.WARN : takesPart ? Level.OK : Level.OFF,
                clockOff && peer.connected() ? "Clock is off" : state(peer),
                peer.lastExchange().map(at -> ago(at, now)).orElse(takesPart ? "Never yet" : ""),
                takesPart ? Formats.count(peer.backlog()) : "",
                clockOff ? clock(peer.clockOffsetMillis()) : "",
                peer.trouble());
    }

    private static String state(Peer peer) {
        return switch (peer.lane().state()) {
            case RETIRED -> "Retired";
            case REVOKED -> "Revoked";
            case STALE -> peer.connected() ? "Catching up" : "Silent for long";
            case ACTIVE -> peer.connected() ? "Connected" : "Not reached";
        };
    }

    static String ago(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.compareTo(JUST_NOW) < 0) {
            return "Just now";
        }
        // One unit is enough to see whether a lane is late or gone, and has room in every text size.
        boolean days = age.toDays() >= 2;
        boolean hours = age.toHours() >= 1;
        String much = days ? age.toDays() + " d" : hours ? age.toHours() + " h" : Formats.duration(age.toSeconds());
        return much + " ago";
    }

    private static String clock(long offsetMillis) {
        return Formats.duration(Math.abs(offsetMillis) / 1000) + (offsetMillis > 0 ? " ahead" : " behind");
    }
}
