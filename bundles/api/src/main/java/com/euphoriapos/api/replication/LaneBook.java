package com.euphoriapos.api.replication;

import com.euphoriapos.api.sync.PairedLane;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which lanes belong to the store, kept in memory; a service while the lane is set up and the engine runs. Thread-safe; returns at
 * once.
 */
@ProviderType
public interface LaneBook {
    /** This lane. */
    PairedLane me();

    /** Random name of this process, by which a copied machine is found out. */
    String instance();

    /** All others, in whatever state, by their labels. */
    List<PairedLane> others();

    /** The lane of that identity, this one among them. */
    Optional<PairedLane> byNode(String node);

    /** Keeps where a lane was reached, durably and soon. */
    void reached(String node, String address);

    /** Keeps where this lane listens, {@code host:port}, to be told to others. */
    void listening(String address);

    /** From now on the listener hears of changes. */
    void addListener(Listener listener);

    /** It hears nothing more, but for what is just being told. */
    void removeListener(Listener listener);

    /** Hears that a lane was paired, renamed, retired or revoked; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        /** The lanes are others; ask which. */
        void lanesChanged();
    }
}
