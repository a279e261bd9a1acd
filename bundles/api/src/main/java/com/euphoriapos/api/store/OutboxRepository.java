package com.euphoriapos.api.store;

import com.euphoriapos.api.sync.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The lane's own event log: table {@code outbox}. */
@ProviderType
public interface OutboxRepository {
    /**
     * Appends messages to the log in this transaction. The store assigns origin, epoch, the gapless sequence number, one
     * transaction group for all of them, and the hash that chains them.
     */
    void append(List<Message> messages);

    /** Which time and lane the store gave a message of this log, also in the transaction that appended it. */
    Stamp stamp(String messageId);

    /** How many rows have this status ({@code pending}, {@code sent} …). */
    long count(String status);

    /** How many rows there are. */
    long count();

    /** The oldest {@code limit} rows after a sequence number of the present epoch. */
    List<Row> after(long sequence, int limit);

    /** Checks the hash chain of all epochs; the id of the first broken row, or of the row before a missing one, or empty. */
    Optional<String> firstBroken();

    /**
     * What happened.
     *
     * @param id UUID of the message
     * @param topic such as {@code transaction:new}
     * @param aggregate what it is about, such as {@code product:…}
     * @param payload JSON
     * @param actor id of the employee, or empty
     * @param edits the parts that it edits: their {@link VersionRepository} version becomes this message's; its time is after that of
     *     the version before, so that it wins over what its author saw
     */
    record Message(
            String id,
            String topic,
            String aggregate,
            String payload,
            String actor,
            Instant createdAt,
            List<VersionRepository.Part> edits) {
        public Message {
            edits = List.copyOf(edits);
        }

        /** One that edits the whole of its aggregate where the topic is an edit ({@link Topics#EDITS}), else nothing. */
        public Message(String id, String topic, String aggregate, String payload, String actor, Instant createdAt) {
            this(id, topic, aggregate, payload, actor, createdAt, whole(topic, aggregate));
        }

        private static List<VersionRepository.Part> whole(String topic, String aggregate) {
            return Topics.EDITS.contains(topic)
                    ? List.of(new VersionRepository.Part(aggregate, VersionRepository.WHOLE))
                    : List.of();
        }
    }

    /**
     * What orders messages of all lanes.
     *
     * @param hlc hybrid logical time
     * @param node identity of the lane
     */
    record Stamp(String hlc, String node) {}

    /** A row of the log. */
    record Row(Message message, String origin, String epoch, long sequence, long group, String hash, String status) {}
}
