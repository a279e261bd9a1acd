package com.euphoriapos.api.store;

import java.util.List;
import java.util.Map;
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

    /** How many products have a stock that is not the sum of its changes. */
    long unfitStock();

    /** Makes such stock the sum of its changes. */
    void mendStock();
}
