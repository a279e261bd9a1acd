package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What two lanes say to each other. Maps keep the order of their keys, so that a history can be played again. */
public sealed interface Frame {
    /**
     * First of both sides.
     *
     * @param protoMin oldest version of the protocol that it speaks
     * @param protoMax newest
     * @param node identity; has to be that of the link's key
     * @param instance random name of the running process, by which a copied machine is found out
     * @param positions all that it knows, its own streams among them
     */
    record Hello(int protoMin, int protoMax, String node, String instance, Positions positions) implements Frame {
        /** With each stream by its name. */
        public Hello(int protoMin, int protoMax, String node, String instance, Map<StreamId, Mark> vector) {
            this(protoMin, protoMax, node, instance, Positions.named(vector));
        }
    }

    /** Events, of the sender's own streams, or of one that was fetched. */
    record Events(Segment segment) implements Frame {}

    /**
     * Everything up to a position is durable with the sender.
     *
     * @param ack id of the last event
     * @param parked numbers of events among them that it stored but could not apply
     */
    record Ack(String ack, StreamId stream, Mark upTo, List<Long> parked) implements Frame {
        public Ack {
            parked = List.copyOf(parked);
        }
    }

    /** Events before {@code from} did not arrive: send from there again. */
    record Nack(StreamId stream, long from) implements Frame {}

    /** Send a stream that is not yours: its owner can't be reached, or is the one that asks and lost it. */
    record Fetch(StreamId stream, Mark after, long upTo) implements Frame {}

    /**
     * A sign of life with positions.
     *
     * @param id number of the ping on this link, which its answer says again
     * @param all whether {@code positions} are all that the sender knows, else those that changed
     */
    record Ping(long id, Positions positions, boolean all) implements Frame {}

    /** Name what you hold of a lane's openings before that one: the digest of it is not that of what the sender holds. */
    record Expand(String origin, String before) implements Frame {}

    /** The answer to {@link Expand}: all that the sender holds of that lane's openings before that one. */
    record Held(String origin, String before, Positions positions) implements Frame {}

    /** Events after that position are not kept any longer, though they were asked for: it takes a snapshot to get over them. */
    record Gone(StreamId stream, long after) implements Frame {}

    /** The sender holds something else at that position: nothing more of the stream is exchanged on this link. */
    record Differs(StreamId stream, Mark mine) implements Frame {}

    /** What is the link of the chain at that position? */
    record Probe(StreamId stream, long seq) implements Frame {}

    /** The answer to {@link Probe}; the hash is empty where it is not kept. */
    record Probed(StreamId stream, long seq, String hash) implements Frame {}

    /** The answer to the ping of that number. */
    record Pong(long id) implements Frame {}

    /**
     * Digests of what the sender's tables hold, which a lane that holds the same events holds too. Replicas leave this and the next five
     * to whoever drives them.
     *
     * @param id number of the question, by the counting of the lane that asked
     * @param answer whether it answers one
     * @param vector digest of all positions at which the tables were read
     * @param parked events that were kept, but not applied then
     * @param tables digest by table
     */
    record Checksum(long id, boolean answer, String vector, long parked, Map<String, String> tables) implements Frame {
        public Checksum {
            tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        }
    }

    /** The digest of each bucket of a table: asked with none, answered with all. */
    record Buckets(long id, boolean answer, String table, List<String> digests) implements Frame {
        public Buckets {
            digests = List.copyOf(digests);
        }
    }

    /** The rows of a bucket, digest by name: asked with none, answered with all. */
    record Rows(long id, boolean answer, String table, long bucket, Map<String, String> rows) implements Frame {
        public Rows {
            rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        }
    }

    /**
     * Write these rows anew from your own log: they are not what the sender has after the same events. Answered with those that became
     * others by it.
     */
    record Mend(long id, boolean answer, String table, List<String> names) implements Frame {
        public Mend {
            names = List.copyOf(names);
        }
    }

    /** What stands behind a row: asked with nothing, answered with its content, or nothing where there is none. */
    record Content(long id, boolean answer, String table, String name, String content) implements Frame {}

    /** Events of a stream after a position, of which the sender's own copy is damaged; answered with none where they are not kept. */
    record Excerpt(long id, boolean answer, StreamId stream, long after, Optional<Segment> segment) implements Frame {}

    /** Something that only newer lanes know; not answered. */
    record Other(String type) implements Frame {}

    /**
     * May this lane take a name that only one may have?
     *
     * @param id number of the claim, by the sender's counting
     * @param name such as {@code suspended:ID}
     */
    record Claim(long id, String name) implements Frame {}

    /** Yes, and nobody else meanwhile. Said again to ask whether that is still needed. */
    record Grant(long id, String name) implements Frame {}

    /**
     * No.
     *
     * @param by identity of the lane that has it, or asks for it
     * @param kept whether that lane's claim is durable
     */
    record Deny(long id, String name, String by, boolean kept) implements Frame {}

    /** The claim is over without a result; the grant is not needed any more. */
    record Release(long id, String name) implements Frame {}
}
