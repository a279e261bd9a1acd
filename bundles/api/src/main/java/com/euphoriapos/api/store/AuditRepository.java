package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What all lanes of a store hold alike once they hold the same events, as digests: lanes compare them without telling each other what
 * they hold. Reads whole tables, which may take seconds; never while somebody waits.
 */
@ProviderType
public interface AuditRepository {
    /** Rows are sorted into so many buckets by their ids. */
    int BUCKETS = 256;

    /** The tables that can be compared, in a fixed order. */
    List<String> tables();

    /** The digest of each bucket of a table, 16 hex digits; independent of the order of the rows. */
    List<String> digests(String table);

    /** The rows of a bucket: digest by id, both without what the row holds. */
    Map<String, String> rows(String table, int bucket);

    /** The digest of one row, as {@link #rows} has it; empty where there is none. */
    Optional<String> digest(String table, String id);

    /**
     * What stands behind the row of an id, whole, with what belongs to it, as JSON; empty where there is nothing. Holds what PINs are
     * checked against: it is for paired lanes only.
     */
    Optional<String> content(String table, String id);

    /**
     * Puts what another lane holds in the place of a row. A sale or a change of stock that is here already stays as it is.
     *
     * @param content as {@link #content} gave it there
     */
    void replace(String table, String id, String content);

    /** Removes such a row with what belongs to it, for {@code TopicHandler.restore} to write it anew. */
    void remove(String table, String id);

    /** Rows of that table were put right: listeners hear that anything of it may be another now. */
    void mended(String table);

    /** Keeps apart what something else takes the place of. */
    void quarantine(String what, String reason, String raw, Instant at);

    /** How much was ever set aside. */
    long quarantined();

    /** How many products have a stock that is not the sum of its changes. */
    long unfitStock();

    /** Makes such stock the sum of its changes. */
    void mendStock();
}
