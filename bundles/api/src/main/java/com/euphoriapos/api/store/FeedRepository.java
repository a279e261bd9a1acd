package com.euphoriapos.api.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What was changed centrally: table {@code cloud_changes}, of each thing the newest change. */
@ProviderType
public interface FeedRepository {
    /** Up to where it is applied; empty for nothing. */
    String cursor();

    /** Keeps it. */
    void cursor(String cursor);

    /** Keeps a change in place of an older one of the same thing; listeners hear of it as applied. */
    void put(Change change, CommitListener.Subject subject);

    /** Changes after a number, in their order. */
    List<Change> after(long seq, int limit);

    /** Forgets all changes and the cursor: they are of another feed. */
    void clear();

    /**
     * A change.
     *
     * @param kind {@code product}, {@code discount_rule}, {@code pos_config}
     * @param id of the thing
     * @param seq its number in the feed
     * @param body JSON, as the cloud gave it
     */
    record Change(String kind, String id, long seq, String body) {}
}
