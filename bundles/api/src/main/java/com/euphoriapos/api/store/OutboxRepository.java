package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The lane's own event log: table {@code outbox}. */
@ProviderType
public interface OutboxRepository {
    /**
     * Appends messages to the log in this transaction. The store assigns origin, epoch, the gapless sequence number, one
     * transaction group for all of them, and the hash that chains them.
     */
    void append(List<Message> messages);

    /** How many rows have this status ({@code pending}, {@code sent} …). */
    long count(String status);

    /** The oldest {@code limit} rows after a sequence number of the present epoch. */
    List<Row> after(long sequence, int limit);

    /** Checks the hash chain of all epochs; the id of the first broken row, or empty. */
    java.util.Optional<String> firstBroken();

    /**
     * What happened.
     *
     * @param id UUID of the message
     * @param topic such as {@code transaction:new}
     * @param aggregate what it is about, such as {@code product:…}
     * @param payload JSON
     * @param actor id of the employee, or empty
     */
    record Message(String id, String topic, String aggregate, String payload, String actor, Instant createdAt) {}

    /** A row of the log. */
    record Row(Message message, String origin, String epoch, long sequence, long group, String hash, String status) {}
}
