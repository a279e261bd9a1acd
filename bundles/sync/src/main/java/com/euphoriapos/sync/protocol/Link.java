package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A link to a peer. */
final class Link {
    final long id;
    final String peer;
    final boolean dialled;
    /** How far the peer knows each stream, by its own word. */
    final Map<StreamId, Mark> theirs = new TreeMap<>();
    /** Streams that go to the peer. */
    final Map<StreamId, Serving> serving = new TreeMap<>();
    /** Streams that the peer was asked for, up to where. */
    final Map<StreamId, Long> fetching = new TreeMap<>();
    /** Streams that it was ever asked for: a late copy of an answer is no forgery. */
    final Set<StreamId> asked = new TreeSet<>();
    /** Of these lanes' openings before that one it holds what this lane holds. */
    final Map<String, String> same = new TreeMap<>();
    /** Streams of which the peer held more than this lane when it last said so. */
    final Set<StreamId> ahead = new TreeSet<>();
    /** Streams of which it has not confirmed to know this lane's position. */
    final Set<StreamId> untold = new TreeSet<>();
    /** What it was told by the last ping, which it has not answered yet. */
    final Map<StreamId, Mark> telling = new TreeMap<>();
    /** Where a stream that should come from the peer stood at its last sign of life. */
    final Map<StreamId, Long> stoodAt = new TreeMap<>();
    /** Of these lanes' openings before that one it is not known yet what the peer holds. */
    final Map<String, String> unknown = new TreeMap<>();
    /** Streams of which the peer holds something else; they are not exchanged with it. */
    final Set<StreamId> leftAlone = new TreeSet<>();
    /** Streams that the peer can't send any more, because it does not keep what comes next. */
    final Set<StreamId> gone = new TreeSet<>();

    String instance = "";
    boolean open;
    long heardAt;
    long pingedAt;
    /** Number of the last ping. */
    long pings;

    long comparedAt;
    /** Segments of the peer that wait here to become durable. */
    int waiting;

    Link(Input.LinkUp up, long now) {
        this.id = up.link();
        this.peer = up.peer();
        this.dialled = up.dialled();
        this.heardAt = now;
        this.pingedAt = now;
        this.comparedAt = now;
    }

    int inFlight() {
        return serving.values().stream().mapToInt(each -> each.inFlight.size()).sum();
    }

    boolean isUnknown(StreamId stream) {
        String before = unknown.get(stream.origin());
        return before != null && stream.epoch().compareTo(before) < 0;
    }

    /** Exchanges nothing more of the stream; false where that is so already. */
    boolean leaveAlone(StreamId stream) {
        fetching.remove(stream);
        Serving sending = serving.get(stream);
        if (sending != null) {
            sending.stop();
        }
        return leftAlone.add(stream);
    }

    Mark theirs(StreamId stream) {
        return theirs.getOrDefault(stream, Mark.NONE);
    }
}
