package com.euphoriapos.api.lane;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.domain.Permission;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The cloud of the store, where there is one. Thread-safe; all but {@link #status} may wait for the network, some minutes at most: not
 * for the event thread.
 */
@ProviderType
public interface Cloud {
    /** Whether there is a cloud, and how it stands; returns at once. */
    @Unrestricted("how the lane is, not what it sold")
    Status status();

    /**
     * Enrols this lane with a one-time code of the store.
     *
     * @param address such as {@code https://cloud.example}; plain http only to this computer itself
     * @param code as the owner of the cloud has it; case, spaces and dashes do not matter
     */
    @Requires(Permission.MANAGE_LANES)
    EnrolResult enrol(String address, String code);

    /** Sends all that waits, now; a sentence says why not all of it went. Empty when the cloud has everything. */
    @Requires(Permission.DIAGNOSTICS)
    Optional<String> push();

    /** Asks for changes now and applies them; a sentence says why that could not be. Empty when nothing newer is there. */
    @Requires(Permission.DIAGNOSTICS)
    Optional<String> pull();

    /** Compares positions and the sales of 35 days with the cloud. */
    @Requires(Permission.DIAGNOSTICS)
    List<Finding> reconcile();

    /** From now on the listener hears of changes. */
    @Unrestricted("hears only how the lane is")
    void addListener(Listener listener);

    /** It hears nothing more, but for what is just being told. */
    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears that the status changed; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        /** It is another; ask for it. */
        void cloudChanged();
    }
}
