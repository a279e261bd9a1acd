package com.euphoriapos.api.replication;

import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The ceremony by which a new lane gets in, and the snapshot that it gets. Implemented by the transport; guarded by the use cases in
 * the core. Thread-safe; {@link #join} and {@link #fetch} block on the network, never on the event thread.
 */
@ProviderType
public interface Pairing {
    /**
     * Opens the one invite of this lane, in place of an older one: ten minutes, one use, five tries from each address.
     *
     * @param admission called on a thread of the transport for a newcomer that proved to know the code; again only after it refused,
     *     and never after it said yes
     * @throws NetworkException when this lane can't listen
     */
    Invite invite(Admission admission);

    /** Whether the invite is still open: not used, not called off, not too old. Returns at once. */
    boolean inviteOpen();

    /** Closes the invite. */
    void cancelInvite();

    /** Stores whose lanes announce themselves nearby and are open for pairing or not; hints. Returns what is known now. */
    List<Nearby> nearby();

    /**
     * Proves to a lane of the store that this one knows the code, and gets admitted. Reads this lane's key from the secret store.
     *
     * @param address {@code host:port}; empty to ask whoever is nearby
     * @param code as typed or scanned: case, spaces and dashes do not matter
     * @param label what the new lane is called
     */
    JoinResult join(String address, String code, String label);

    /**
     * Fetches a part of the snapshot from a lane that knows this one, resuming what the file already has; checks its SHA-256. Both
     * parts go into one folder, where it keeps beside them which snapshot they are of.
     *
     * @param arrival hears how much of the file is there, now and then
     * @throws SnapshotGoneException when the other lane keeps this snapshot no longer: begin again with the catalog
     * @throws NetworkException when the lane can't be reached or the connection ends again and again: call again, it resumes
     */
    void fetch(String address, SnapshotPart part, Path file, Arrival arrival);

    /** Hears of a file that arrives; on the thread that fetches it. */
    @ConsumerType
    @FunctionalInterface
    interface Arrival {
        /** @param of how many bytes it will have; 0 where the other lane does not say */
        void arrived(long bytes, long of);
    }

    /**
     * An open invite.
     *
     * @param code 18 letters and digits in groups, with check characters; never logged
     * @param scannable what the QR code and the Code 128 hold: code and addresses; {@link #join} takes it in place of the code
     * @param addresses where this lane listens
     */
    record Invite(String code, String scannable, List<String> addresses, Instant expiresAt) {
        public Invite {
            addresses = List.copyOf(addresses);
        }

        /** Without the code. */
        @Override
        public String toString() {
            return "Invite[" + addresses + ", " + expiresAt + "]";
        }
    }

    /** A lane that announces itself. */
    record Nearby(String storeName, String label, String address) {}

    /** Says yes: writes the newcomer down and gives what it needs. */
    @ConsumerType
    @FunctionalInterface
    interface Admission {
        /** @throws EventRejectedException with the reason, such as a label that another lane has */
        Admitted admit(String node, String label, String address);
    }

    /**
     * What a newcomer gets, over the link that was proved.
     *
     * @param storeName for the greeting
     * @param lanes all lanes of the store, the new one among them
     * @param secrets by their names in the secret store; wiped by whoever took them
     * @param local rows of {@code lane_local} that every lane of the store has
     */
    record Admitted(String storeName, List<PairedLane> lanes, Map<String, byte[]> secrets, Map<String, String> local) {
        public Admitted {
            lanes = List.copyOf(lanes);
            secrets = Map.copyOf(secrets);
            local = Map.copyOf(local);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Admitted[" + storeName + ", " + lanes.size() + " lanes]";
        }
    }

    /** What became of an attempt to join. */
    sealed interface JoinResult {
        /** Admitted by the lane at that address. */
        record Joined(String address, Admitted admitted) implements JoinResult {}

        /** Not; nothing was changed here. A sentence says why and what to do. */
        record Refused(String reason) implements JoinResult {}
    }
}
