package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.List;
import java.util.Optional;

/** What happened to a lane. */
public sealed interface Input {
    /** A link stands; the peer proved that it holds the key of {@code peer}. */
    record LinkUp(long link, String peer, boolean dialled) implements Input {}

    /** A link is gone. */
    record LinkDown(long link) implements Input {}

    /** A frame arrived. */
    record Received(long link, Frame frame) implements Input {}

    /** This lane committed events of its own up to a position. */
    record Committed(StreamId stream, Mark upTo) implements Input {}

    /** What {@link Effect.Read} asked for; empty where the events after that position are kept no longer. */
    record ReadDone(long request, Optional<Segment> segment) implements Input {}

    /** The disk could not answer {@link Effect.Read}; it is tried again later. */
    record ReadFailed(long request) implements Input {}

    /** What {@link Effect.ReadHash} asked for; empty where it is kept no longer. */
    record HashRead(long request, Optional<String> hash) implements Input {}

    /** Compare all positions with every peer now. */
    record Compare() implements Input {}

    /**
     * What {@link Effect.Apply} asked for is durable.
     *
     * @param parked positions of events that were stored, but not applied
     */
    record Applied(long request, List<Parked> parked) implements Input {
        public Applied {
            parked = List.copyOf(parked);
        }
    }

    /** It could not be made durable, and nothing of it was; it is tried again later. */
    record ApplyFailed(long request) implements Input {}

    /** Somebody at this lane wants a name that only one lane may have; {@link Effect.ClaimDecided} answers. */
    record ClaimAsked(long request, String name) implements Input {}

    /** What {@link Effect.FindClaim} asked for: the lane whose claim of it counts, or nobody. */
    record ClaimFound(long request, Optional<String> node) implements Input {}

    /** It can't be looked up now. */
    record ClaimUnknown(long request) implements Input {}

    /** This lane committed the event that makes a granted claim last. */
    record ClaimKept(String name) implements Input {}

    /** A claim that was asked for or granted is not wanted any more. */
    record ClaimDropped(String name) implements Input {}

    /** Nobody may hear from that lane any more. */
    record Revoked(String node) implements Input {}

    /** Time passed. */
    record Timer() implements Input {}

    /** An event that is kept, but not applied. */
    record Parked(StreamId stream, long seq) {}
}
