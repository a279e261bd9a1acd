package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a lane has to do. */
public sealed interface Effect {
    /** Send on a link, in the order of the effects. */
    record Send(long link, Frame frame) implements Effect {}

    /** Close a link; the replica knows it no more. */
    record Close(long link, Reason reason) implements Effect {}

    /** Read whole transaction groups after a position; answer with {@link Input.ReadDone}. */
    record Read(long request, StreamId stream, long after, long upTo, int eventsMax) implements Effect {}

    /** Store and apply in one durable transaction; answer with {@link Input.Applied} after its commit, or {@link Input.ApplyFailed}. */
    record Apply(long request, List<Segment> segments) implements Effect {
        public Apply {
            segments = List.copyOf(segments);
        }
    }

    /** Look up the link of the chain at a position; answer with {@link Input.HashRead}. */
    record ReadHash(long request, StreamId stream, long seq) implements Effect {}

    /**
     * The lane that wrote the stream holds other events after that position, which both know alike: what is held here from there on is
     * set aside. Positions are to be read anew then, by another replica.
     */
    record SetAside(StreamId stream, long after) implements Effect {}

    /** What a target holds of this lane's streams is exactly this, whatever was believed before: it may have lost some. */
    record ResetDelivery(String target, Map<StreamId, Mark> marks) implements Effect {
        public ResetDelivery {
            marks = Collections.unmodifiableMap(new TreeMap<>(marks));
        }
    }

    /** A target has made everything up to a position durable. */
    record SaveDelivery(String target, StreamId stream, Mark upTo) implements Effect {}

    /** Look up which lane has a name by a durable claim; answer with {@link Input.ClaimFound} or {@link Input.ClaimUnknown}. */
    record FindClaim(long request, String name) implements Effect {}

    /** The answer to {@link Input.ClaimAsked}. */
    record ClaimDecided(long request, Verdict verdict) implements Effect {}

    /** Somebody has to look at this. */
    record Alarm(Reason reason, String peer, String detail) implements Effect {}

    /** Why a link is closed, or what somebody has to look at. */
    enum Reason {
        /** No version of the protocol in common. */
        VERSION,
        /** The peer said to be another lane than its key says. */
        IDENTITY,
        /** Two running processes have one identity: one machine is a copy of the other. */
        CLONE,
        /** Another link to the same lane takes its place. */
        REPLACED,
        /** Events that the peer may not send. */
        FORGED,
        /** Events that are not numbered or chained as they say. */
        BROKEN,
        /** The same position holds different events in two places. */
        DIVERGED,
        /** What this lane lacks is kept nowhere any longer: it was away too long and needs a snapshot. */
        STALE,
        /** More in flight than the window, an answer to nothing: a peer that does not keep the protocol. */
        PROTOCOL,
        /** Nothing heard for too long. */
        SILENT,
        /** The lane was revoked. */
        REVOKED,
        /** This lane's own events came back from a peer: a backup was restored, or the disk lied. */
        ROLLED_BACK
    }
}
