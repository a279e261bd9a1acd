package com.euphoriapos.api.replication;

import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: what an event of another lane changes here. Called on the store's writer thread, in the transaction that keeps the
 * event, one event after the other in the order of its stream; an event may come again after a crash, never after it was durable.
 * The result must not depend on the order in which events of different lanes arrive.
 */
@ConsumerType
public interface TopicHandler {
    /** Service property, a list of texts: the topics of {@link Topics} that it takes. */
    String PROPERTY_TOPICS = "sync.topics";

    /** Newest version of the payload's form that it understands; an event of a newer one is parked until the lane is upgraded. */
    default int schema() {
        return 1;
    }

    /** Whether a later event waits while an earlier one of the same aggregate is parked; not where the order does not matter. */
    default boolean ordered() {
        return true;
    }

    /**
     * Applies the event.
     *
     * @param handle the repositories; appending to the lane's own log fails, because applying is not acting
     * @throws EventRejectedException when it breaks a rule: it is parked with the reason, and nothing of its group is applied
     */
    void apply(Event event, StoreHandle handle);

    /**
     * Writes again what the event says, as far as it is what counts: the rows are not what follows from the log. What an event that lost
     * says is not written.
     *
     * @throws EventRejectedException when something else is there and stays
     */
    default void restore(Event event, StoreHandle handle) {
        apply(event, handle);
    }
}
