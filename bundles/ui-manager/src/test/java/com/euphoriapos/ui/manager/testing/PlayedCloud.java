package com.euphoriapos.ui.manager.testing;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.replication.Replication.Alarm;
import com.euphoriapos.api.replication.Replication.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cloud that lets in who has its code, and stands as a test wants. */
public final class PlayedCloud implements Cloud {
    public static final String ADDRESS = "https://cloud.example";
    public static final String CODE = "Q2M9XA44TDPLZW7K";

    public volatile Status status = Status.NONE;
    /** Why not all goes; empty while it does. */
    public volatile String problem = "";
    /** Why whoever is signed in may not; empty while they may. */
    public volatile String forbidden = "";

    public final List<String> done = new ArrayList<>();
    public volatile List<Finding> findings =
            List.of(new Finding("cloud", true, "The cloud has all 2 logs that this lane holds."));

    /** A cloud in that state; what waits has waited for 14 minutes. */
    public static Status status(State state, long backlog, Instant now, String... alarms) {
        return new Status(
                state,
                ADDRESS,
                "Main St Spirits",
                backlog,
                backlog == 0 ? Optional.empty() : Optional.of(now.minusSeconds(14 * 60)),
                Optional.of(now.minusSeconds(state == State.FINE ? 3 : 15 * 60)),
                "1.17",
                state == State.TROUBLE ? "No connection." : state == State.GONE ? "unknown token" : "",
                List.of(alarms).stream()
                        .map(text -> new Alarm(now, "PARKED", "cloud", text))
                        .toList());
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public EnrolResult enrol(String address, String code) {
        may();
        done.add("enrol " + address + " " + code);
        if (!address.startsWith("https://")) {
            return new EnrolResult.Refused(
                    "The cloud could not be asked. Its name is not found.", EnrolResult.Part.ADDRESS);
        }
        if (!code.equals(CODE)) {
            return new EnrolResult.Refused(
                    "The cloud says: this code is unknown, or its hour is over.", EnrolResult.Part.CODE);
        }
        status = status(State.FINE, 0, Instant.now());
        return new EnrolResult.Enrolled("Main St Spirits");
    }

    @Override
    public Optional<String> push() {
        may();
        done.add("push");
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    @Override
    public Optional<String> pull() {
        may();
        return Optional.empty();
    }

    @Override
    public List<Finding> reconcile() {
        may();
        done.add("reconcile");
        return findings;
    }

    private void may() {
        if (!forbidden.isEmpty()) {
            throw new ForbiddenException(forbidden);
        }
    }

    @Override
    public void addListener(Listener listener) {}

    @Override
    public void removeListener(Listener listener) {}
}
