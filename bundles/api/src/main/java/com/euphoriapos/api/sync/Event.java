package com.euphoriapos.api.sync;

import com.euphoriapos.domain.HashChain;

/**
 * An event as it travels. All fields but the hash are covered by the hash.
 *
 * @param id UUID of the message
 * @param topic such as {@code transaction:new}
 * @param stream which lane's log, which opening
 * @param seq place in the stream, from 1
 * @param txg group of the events that one transaction wrote: applied together or not at all
 * @param aggregate what it is about, such as {@code product:…}
 * @param hlc hybrid logical time, sortable
 * @param ts epoch milliseconds of when it happened
 * @param actor id of the employee, or empty
 * @param schema version of the payload's form
 * @param payload JSON, exactly as it is stored
 * @param hash link of the chain
 */
public record Event(
        String id,
        String topic,
        StreamId stream,
        long seq,
        long txg,
        String aggregate,
        String hlc,
        long ts,
        String actor,
        int schema,
        String payload,
        String hash) {
    /** The link that this event makes after {@code previous}; equal to {@link #hash} for an event that nobody changed. */
    public String linkAfter(String previous) {
        return HashChain.next(
                previous,
                id,
                topic,
                stream.origin(),
                stream.epoch(),
                Long.toString(seq),
                Long.toString(txg),
                aggregate,
                hlc,
                Long.toString(ts),
                actor,
                Integer.toString(schema),
                payload);
    }

    /** The same with the link that it makes after {@code previous}. */
    public Event linked(String previous) {
        return new Event(id, topic, stream, seq, txg, aggregate, hlc, ts, actor, schema, payload, linkAfter(previous));
    }

    /** Sortable, names the edit that this event is among all edits of all lanes: its time, a space, its {@link StreamId#author}. */
    public String stamp() {
        return hlc + " " + stream.author();
    }

    /** Its position. */
    public Mark mark() {
        return new Mark(seq, hash);
    }
}
