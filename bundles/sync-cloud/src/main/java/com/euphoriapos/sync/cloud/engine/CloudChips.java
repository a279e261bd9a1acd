package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cloud on the lane bar: quiet while there is none or all is well. */
final class CloudChips {
    private static final String ID = "cloud";
    private static final String CALM = "You can sell on. ";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private CloudChips() {}

    static List<StatusItem> items(Status status, Instant now, Instant started) {
        return List.of(item(status, now, started));
    }

    /** Whoever reads it sells: first that they can go on, then what is the matter, then who does what. */
    private static StatusItem item(Status status, Instant now, Instant started) {
        if (status.state() == State.NONE) {
            return new StatusItem(ID, Level.OFF, "No cloud", "");
        }
        if (status.state() == State.NOT_ENROLLED) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud: not enrolled",
                    (CALM
                                    + "An address of a cloud is set, but the cloud does not know this lane yet. A manager enrols it in Lanes. "
                                    + status.trouble())
                            .strip());
        }
        if (status.state() == State.GONE) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud: ask a manager"
                            + behind(status, now).map(late -> ", " + late).orElse(""),
                    CALM + "The cloud does not accept this lane any longer (" + status.trouble() + "). "
                            + kept(status, now)
                            + "A manager asks the owner of the cloud for a new code, and enrols the lane in Lanes.");
        }
        Instant heard = status.lastExchange().orElse(started);
        if (status.state() == State.TROUBLE && Duration.between(heard, now).compareTo(PATIENCE) > 0) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud " + behind(status, now).orElse("away"),
                    CALM + kept(status, now) + "The cloud can’t be reached for " + age(Duration.between(heard, now))
                            + ": " + status.trouble() + " Is the shop’s internet line up?");
        }
        if (!status.alarms().isEmpty()) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud: " + status.alarms().size() + " to look at",
                    CALM + status.alarms().get(status.alarms().size() - 1).text() + " A manager finds it in Lanes.");
        }
        return new StatusItem(ID, Level.OK, "Cloud", "");
    }

    /** Such as "14 min behind"; empty while nothing waits. */
    private static Optional<String> behind(Status status, Instant now) {
        return status.waitingSince()
                .filter(since -> status.backlog() > 0)
                .map(since -> age(Duration.between(since, now)) + " behind");
    }

    private static String kept(Status status, Instant now) {
        return status.waitingSince()
                .filter(since -> status.backlog() > 0)
                .map(since -> (status.backlog() == 1 ? "One message waits" : status.backlog() + " messages wait")
                        + " here, the oldest for " + age(Duration.between(since, now))
                        + "; nothing is lost, and all of it goes later. ")
                .orElse("Nothing waits to be sent. ");
    }

    private static String age(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        return minutes < 120 ? minutes + " min" : minutes < 2_880 ? minutes / 60 + " h" : minutes / 1_440 + " days";
    }
}
