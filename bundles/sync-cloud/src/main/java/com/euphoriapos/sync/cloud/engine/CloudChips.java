package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The cloud on the lane bar: quiet while there is none or all is well. */
final class CloudChips {
    private static final String ID = "cloud";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private CloudChips() {}

    static List<StatusItem> items(Status status, Instant now, Instant started) {
        return List.of(item(status, now, started));
    }

    private static StatusItem item(Status status, Instant now, Instant started) {
        if (status.state() == State.NONE) {
            return new StatusItem(ID, Level.OFF, "No cloud", "");
        }
        if (status.state() == State.NOT_ENROLLED) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud: not enrolled",
                    "An address of a cloud is set, but this lane has no token of it. Enrol it with a one-time code, in Lanes or by"
                            + " cloud:enrol. " + status.trouble());
        }
        if (status.state() == State.GONE) {
            return new StatusItem(
                    ID,
                    Level.DANGER,
                    "Cloud: enrolment ended" + waiting(status, now),
                    "The cloud does not accept this lane any longer (" + status.trouble()
                            + "). This lane sells on and keeps everything. Ask the owner of the cloud for a new code, and enrol the lane in"
                            + " Lanes.");
        }
        Instant heard = status.lastExchange().orElse(started);
        if (status.state() == State.TROUBLE && Duration.between(heard, now).compareTo(PATIENCE) > 0) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud away " + age(Duration.between(heard, now)) + waiting(status, now),
                    "The cloud can’t be reached: " + status.trouble()
                            + " This lane sells on and sends everything later. Is the shop’s internet line up?");
        }
        if (!status.alarms().isEmpty()) {
            return new StatusItem(
                    ID,
                    Level.WARN,
                    "Cloud: " + status.alarms().size() + " to look at",
                    status.alarms().get(status.alarms().size() - 1).text());
        }
        return new StatusItem(ID, Level.OK, "Cloud", "");
    }

    private static String waiting(Status status, Instant now) {
        return status.backlog() == 0
                ? ""
                : ", " + status.backlog() + " not sent"
                        + status.waitingSince()
                                .map(since -> " since " + age(Duration.between(since, now)))
                                .orElse("");
    }

    private static String age(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        return minutes < 120 ? minutes + " min" : minutes < 2_880 ? minutes / 60 + " h" : minutes / 1_440 + " days";
    }
}
