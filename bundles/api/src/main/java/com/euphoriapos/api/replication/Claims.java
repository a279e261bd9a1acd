package com.euphoriapos.api.replication;

import com.euphoriapos.api.sync.Topics;
import org.osgi.annotation.versioning.ProviderType;

/** Named things that only one lane may have; a service of the engine while the lane is set up. Thread-safe. */
@ProviderType
public interface Claims {
    /**
     * Asks all connected lanes for a named thing, such as {@code suspended:ID}; waits two seconds at most. When granted, the caller makes
     * it durable with a {@link Topics#CLAIM_MADE} message. Not on the event thread, not in a transaction.
     */
    Replication.ClaimAnswer claim(String name);

    /**
     * What was granted is not wanted after all: other lanes may have it. Does nothing where it was made durable, or never granted.
     */
    void release(String name);
}
