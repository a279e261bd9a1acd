package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
     * @param vector how far it knows each stream, its own among them
     */
    record Hello(int protoMin, int protoMax, String node, String instance, Map<StreamId, Mark> vector)
            implements Frame {
        public Hello {
            vector = Collections.unmodifiableMap(new TreeMap<>(vector));
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
     * @param all whether {@code marks} are all that the sender knows, else those that changed
     */
    record Ping(Map<StreamId, Mark> marks, boolean all) implements Frame {
        public Ping {
            marks = Collections.unmodifiableMap(new TreeMap<>(marks));
        }
    }

    /** The answer to a ping. */
    record Pong() implements Frame {}
}
