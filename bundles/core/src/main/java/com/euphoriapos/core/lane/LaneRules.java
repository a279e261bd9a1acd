package com.euphoriapos.core.lane;

import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be said of lanes, and what two sayings make together. Pure. */
public final class LaneRules {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]{1,8}");

    private LaneRules() {}

    /** Whether a lane may be called so. */
    public static boolean isLabel(String label) {
        return LABEL.matcher(label).matches() && !label.equalsIgnoreCase("UNSET");
    }

    /** Another lane that takes part and has this label, whatever its case. */
    static Optional<PairedLane> withLabel(List<PairedLane> lanes, String label, String exceptNode) {
        return lanes.stream()
                .filter(lane -> lane.maySpeak() && !lane.node().equals(exceptNode))
                .filter(lane -> lane.label().equalsIgnoreCase(label))
                .findFirst();
    }

    /**
     * What is known of a lane after hearing of it. Who is revoked stays so, whatever arrives later, and who is retired is at most revoked:
     * so the order does not matter. The label is that of the newest edit. Where it was reached last this lane knows best.
     *
     * @param newest whether what was told is newer than what the label is from
     */
    static PairedLane merged(Optional<PairedLane> known, PairedLane told, boolean newest) {
        if (known.isEmpty()) {
            return told;
        }
        PairedLane before = known.get();
        // Active and stale are the same to others: how long a lane was silent each knows for itself.
        State state = rank(told.state()) > rank(before.state()) ? told.state() : before.state();
        String address = before.address().isEmpty() ? told.address() : before.address();
        return new PairedLane(before.node(), newest ? told.label() : before.label(), state, address);
    }

    private static int rank(State state) {
        return switch (state) {
            case ACTIVE, STALE -> 0;
            case RETIRED -> 1;
            case REVOKED -> 2;
        };
    }
}
