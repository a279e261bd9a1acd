package com.euphoriapos.api.store;

import com.euphoriapos.api.sync.PairedLane;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Table {@code lanes}: this lane and all others of the store. */
@ProviderType
public interface LanesRepository {
    /** All, in whatever state, by label. */
    List<PairedLane> all();

    /** The lane of that identity. */
    Optional<PairedLane> byNode(String node);

    /** Inserts or replaces by identity. */
    void save(PairedLane lane);

    /** Keeps where it was last reached. */
    void reached(String node, String address);
}
