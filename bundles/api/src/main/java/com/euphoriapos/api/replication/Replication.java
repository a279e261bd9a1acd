package com.euphoriapos.api.replication;

import com.euphoriapos.api.sync.PairedLane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The engine, for those who show and drive it. Use cases guard it: screens and commands go through {@code api.lane.Lanes}.
 * Thread-safe.
 */
@ProviderType
public interface Replication {
    /** How it stands now; returns at once. */
    Overview overview();

    /** Tries the parked events again, on the store's writer; returns how many were applied. Not on the event thread. */
    int retryParked();

    /** Compares with every connected lane now, state by state, and heals what can be healed; some seconds. Not on the event thread. */
    List<Finding> reconcile();

    /** From now on the listener hears of changes. */
    void addListener(Listener listener);

    /** It hears nothing more, but for what is just being told. */
    void removeListener(Listener listener);

    /**
     * All of it.
     *
     * @param peers by label
     * @param parked how many events are kept but not applied
     * @param bootstrap share of the store's history that has arrived, 0 to 1000 thousandths; empty when it is complete
     * @param alarms what somebody has to look at, newest first
     */
    record Overview(List<Peer> peers, long parked, Optional<Integer> bootstrap, List<Alarm> alarms) {
        public Overview {
            peers = List.copyOf(peers);
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * Another lane.
     *
     * @param connected whether a link stands
     * @param lastExchange when something was last heard of it; empty when never
     * @param backlog how many of this lane's events it has not acknowledged
     * @param attempts how many dials have failed in a row
     * @param clockOffsetMillis how far its clock is ahead of this one
     * @param trouble a sentence; empty when there is none
     */
    record Peer(
            PairedLane lane,
            boolean connected,
            Optional<Instant> lastExchange,
            long backlog,
            int attempts,
            long clockOffsetMillis,
            String trouble) {}

    /**
     * What somebody has to look at.
     *
     * @param kind stable word, such as {@code CLONE} or {@code DIVERGED}
     * @param text what happened, what it means, what to do
     */
    record Alarm(Instant at, String kind, String node, String text) {}

    /**
     * A result of a comparison.
     *
     * @param node of the lane that was compared
     * @param good whether both hold the same
     * @param text a sentence
     */
    record Finding(String node, boolean good, String text) {}

    /** Who has a named thing; the answer of {@link Claims#claim}. */
    sealed interface ClaimAnswer {
        /** This lane; {@code apartFrom} are the active lanes that could not be asked. */
        record Granted(List<PairedLane> apartFrom) implements ClaimAnswer {
            public Granted {
                apartFrom = List.copyOf(apartFrom);
            }
        }

        /** Another lane. */
        record Taken(String byLabel) implements ClaimAnswer {}

        /** Nobody yet: lanes answered too late or asked at once. Ask again. */
        record Undecided(String reason) implements ClaimAnswer {}
    }

    /** Hears that the overview changed; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        /** The overview is another; ask for it. */
        void replicationChanged();
    }
}
