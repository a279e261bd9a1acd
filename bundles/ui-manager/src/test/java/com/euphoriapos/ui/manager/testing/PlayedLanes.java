package com.euphoriapos.ui.manager.testing;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lanes that do what they are told, and say what a test wants. */
public final class PlayedLanes implements Lanes {
    public static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    public static final String CODE = "KPCCNE-XARDT8-BQ94B3";

    public final List<Peer> peers = new ArrayList<>();
    public final List<Concern> concerns = new ArrayList<>();
    public final List<ParkedEvent> parked = new ArrayList<>();
    public final List<String> done = new ArrayList<>();
    /** Whether the code still lets somebody in. */
    public boolean inviteOpen = true;
    /** Thrown where somebody may not do what they ask. */
    public @Nullable RuntimeException forbidden;

    /** Why nothing can be done; empty while it can. */
    public String refusal = "";

    public static Peer peer(String label, State state, boolean connected) {
        PairedLane lane = new PairedLane("node-" + label, label, state, "10.0.0.2:8123");
        return new Peer(lane, connected, Optional.of(NOW.minusSeconds(3)), 12, 0, 0, "");
    }

    /** A sale of lane L2 that could not be applied. */
    public static ParkedEvent event(String id) {
        return new ParkedEvent(
                id,
                "transaction:new",
                "transaction:" + id,
                "L2",
                "It has no lines that add up to its total.",
                NOW.minusSeconds(7_200),
                3);
    }

    @Override
    public PairedLane me() {
        return new PairedLane("node-L1", "L1", State.ACTIVE, "10.0.0.1:8123");
    }

    @Override
    public Overview overview() {
        return new Overview(peers, parked.size(), Optional.empty(), List.of());
    }

    @Override
    public InviteResult invite() {
        return refusal.isEmpty()
                ? new InviteResult.Open(
                        new Invite(CODE, "EPL1/" + CODE, List.of("10.0.0.1:8123"), NOW.plusSeconds(600)))
                : new InviteResult.Refused(refusal);
    }

    @Override
    public boolean inviteOpen() {
        return inviteOpen;
    }

    @Override
    public void cancelInvite() {
        done.add("cancel");
    }

    @Override
    public Result revoke(String node) {
        return did("revoke " + node);
    }

    @Override
    public Result retire(String node) {
        return did("retire " + node);
    }

    private Result did(String what) {
        done.add(what);
        return refusal.isEmpty() ? new Result.Done() : new Result.Refused(refusal);
    }

    @Override
    public List<Concern> reviews() {
        return List.copyOf(concerns);
    }

    @Override
    public Result resolve(String reviewId) {
        Result result = did("resolve " + reviewId);
        if (result instanceof Result.Done) {
            concerns.removeIf(each -> each.id().equals(reviewId));
        }
        return result;
    }

    @Override
    public List<ParkedEvent> parked() {
        return List.copyOf(parked);
    }

    @Override
    public int retryParked() {
        done.add("retry");
        return 0;
    }

    @Override
    public Result discardParked(String eventId, String reason) {
        if (forbidden != null) {
            throw forbidden;
        }
        Result result = did("discard " + eventId + " " + reason);
        if (result instanceof Result.Done) {
            parked.removeIf(each -> each.id().equals(eventId));
        }
        return result;
    }

    @Override
    public List<Finding> reconcile() {
        return List.of();
    }

    @Override
    public void addListener(Listener listener) {}

    @Override
    public void removeListener(Listener listener) {}
}
