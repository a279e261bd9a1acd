package com.euphoriapos.api.lane;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.domain.Permission;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The lanes of the store. Works without the replication, too: then there is only this lane, and inviting says why it can't. Thread-safe;
 * methods that write or ask other lanes are not for the event thread.
 */
@ProviderType
public interface Lanes {
    /** This lane; returns at once. */
    @Unrestricted("its label is on the window")
    PairedLane me();

    /** How the replication stands: all other lanes in whatever state, backlog, alarms; returns at once. */
    @Unrestricted("how the lane is, not what it sold")
    Overview overview();

    /**
     * Opens an invite for one new lane, in place of an older one.
     *
     * @throws NetworkException when this lane can't listen
     */
    @Requires(Permission.MANAGE_LANES)
    InviteResult invite();

    /** Whether the code of the newest invite still lets somebody in; returns at once. */
    @Unrestricted("says nothing of the code")
    boolean inviteOpen();

    @Requires(Permission.MANAGE_LANES)
    void cancelInvite();

    /** Its key is not trusted any longer, on any lane, at once. */
    @Requires(Permission.MANAGE_LANES)
    Result revoke(String node);

    /** Takes a lane out of use whose machine is gone; its sales stay. */
    @Requires(Permission.MANAGE_LANES)
    Result retire(String node);

    /** What a manager has to look at, in words, newest first, some hundreds at most. */
    @Requires(Permission.MANAGE_LANES)
    List<Concern> reviews();

    /** Somebody has looked at it; told to all lanes. */
    @Requires(Permission.MANAGE_LANES)
    Result resolve(String reviewId);

    /** Events that are kept but not applied, and why. */
    @Requires(Permission.DIAGNOSTICS)
    List<ParkedEvent> parked();

    /** Tries them again; returns how many were applied. */
    @Requires(Permission.DIAGNOSTICS)
    int retryParked();

    /**
     * Gives a parked event up, with all that its transaction wrote: it will never be applied on this lane, and what waits behind it is
     * tried. It stays in the log and in the journal; other lanes decide for themselves. May take seconds.
     *
     * @param reason why, for the journal: 1 to 200 characters
     */
    @Requires(Permission.MANAGE_LANES)
    Result discardParked(String eventId, String reason);

    /** Compares with every connected lane now. */
    @Requires(Permission.DIAGNOSTICS)
    List<Finding> reconcile();

    /** From now on the listener hears of changes. */
    @Unrestricted("hears only how the lane is")
    void addListener(Listener listener);

    /** It hears nothing more, but for what is just being told. */
    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** What became of an invite. */
    sealed interface InviteResult {
        /** Open now. */
        record Open(Invite invite) implements InviteResult {}

        /** Not; a sentence says why. */
        record Refused(String reason) implements InviteResult {}
    }

    /** What became of a change. */
    sealed interface Result {
        /** Done, durable, on its way to the other lanes. */
        record Done() implements Result {}

        /** Not; a sentence says why. */
        record Refused(String reason) implements Result {}
    }

    /**
     * Something that a manager has to look at, the same on every lane.
     *
     * @param id to {@link #resolve}
     * @param kind stable word, such as {@code NEGATIVE_STOCK}
     * @param title what it is about
     * @param text what happened, what it means, what to do
     * @param facts what is known of it
     */
    record Concern(String id, String kind, Instant at, String title, String text, List<Fact> facts) {
        public Concern {
            facts = List.copyOf(facts);
        }

        /** Something known, such as "On hand" and "−2". */
        public record Fact(String name, String value) {}
    }

    /**
     * An event without its payload: support sees ids and reasons only.
     *
     * @param lane label of the lane that wrote it
     * @param reason a sentence
     * @param attempts how often it was tried
     */
    record ParkedEvent(
            String id, String topic, String aggregate, String lane, String reason, Instant firstAt, int attempts) {}

    /** Hears that the overview, the lanes or the reviews changed; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        /** Something is another; ask what. */
        void lanesChanged();
    }
}
