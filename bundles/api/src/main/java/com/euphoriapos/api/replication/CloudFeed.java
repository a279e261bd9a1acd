package com.euphoriapos.api.replication;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was changed centrally, as this lane has it: a stream of the cloud's own, which lanes take from the cloud or from each other and
 * never write anew. Provided by the use cases. Thread-safe; writes the store, never on the event thread.
 */
@ProviderType
public interface CloudFeed {
    /** Up to where it is applied here, as the cloud names it ({@code EPOCH.NUMBER}); empty for nothing. */
    String cursor();

    /**
     * Applies changes in slices that let sales through, the cursor with each of them.
     *
     * @return sentences about those that could not be applied; they are kept
     */
    List<String> apply(Page page);

    /**
     * Changes after a cursor, for a lane that has no line to the cloud. A cursor of another feed is answered with everything.
     *
     * @param limit at most so many
     */
    Page after(String cursor, int limit);

    /**
     * Some changes, in their order.
     *
     * @param cursor where whoever applied them is then
     * @param more whether there is more
     * @param reset whether they begin anew, because the asker's cursor is of another feed
     * @param changes each a JSON object, as the cloud gave it
     */
    record Page(String cursor, boolean more, boolean reset, List<String> changes) {
        public Page {
            changes = List.copyOf(changes);
        }
    }
}
