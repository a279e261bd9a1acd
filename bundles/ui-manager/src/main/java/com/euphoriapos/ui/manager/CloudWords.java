package com.euphoriapos.ui.manager;

import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.manager.CloudState.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The cloud in words. Pure. */
final class CloudWords {
    private CloudWords() {}

    static Level level(Status status) {
        return switch (status.state()) {
            case NONE, STARTING -> Level.OFF;
            case FINE -> status.alarms().isEmpty() ? Level.OK : Level.WARN;
            case NOT_ENROLLED, TROUBLE, GONE -> Level.WARN;
        };
    }

    static String title(Status status) {
        return switch (status.state()) {
            case NONE -> "No cloud";
            case NOT_ENROLLED -> "Cloud: not enrolled";
            case STARTING -> "Cloud: being asked";
            case FINE ->
                status.alarms().isEmpty()
                        ? "Cloud: connected"
                        : "Cloud: " + Formats.count(status.alarms().size()) + " to look at";
            case TROUBLE -> "Cloud: not reached";
            case GONE -> "Cloud: enrolment has ended";
        };
    }

    static String sentence(Status status, Instant now) {
        return switch (status.state()) {
            case NONE -> "This store works without one. Enrol the lane to have all sales and prices in one place.";
            case NOT_ENROLLED -> "An address is set, but the cloud does not know this lane yet.";
            case GONE -> "The cloud does not accept this lane any longer. " + unsent(status, now);
            case STARTING, FINE, TROUBLE ->
                (status.storeName().isEmpty() ? "" : status.storeName() + ". ") + unsent(status, now);
        };
    }

    private static String unsent(Status status, Instant now) {
        return status.backlog() == 0 ? "Nothing waits." : "To send: " + waiting(status, now) + ". Nothing is lost.";
    }

    private static String waiting(Status status, Instant now) {
        return Formats.count(status.backlog(), "message", "messages")
                + status.waitingSince().map(since -> oldest(since, now)).orElse("");
    }

    private static String oldest(Instant since, Instant now) {
        return ", the oldest for "
                + Formats.duration(Math.max(0, Duration.between(since, now).toSeconds()));
    }

    /** Empty where there is no cloud. */
    static List<Fact> facts(Status status, Instant now) {
        if (status.state() == State.NONE) {
            return List.of();
        }
        boolean in = enrolled(status);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Trouble", status.trouble()));
        facts.add(new Fact("Store", status.storeName()));
        facts.add(new Fact("Address", status.address()));
        facts.add(new Fact(
                "Last heard",
                status.lastExchange().map(at -> LaneRows.ago(at, now)).orElse(in ? "Not since the start" : "")));
        facts.add(new Fact("To send", in ? status.backlog() == 0 ? "Nothing" : waiting(status, now) : ""));
        return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
    }

    /** Whether it can be sent to, or could be if it answered. */
    static boolean enrolled(Status status) {
        return switch (status.state()) {
            case STARTING, FINE, TROUBLE -> true;
            case NONE, NOT_ENROLLED, GONE -> false;
        };
    }
}
