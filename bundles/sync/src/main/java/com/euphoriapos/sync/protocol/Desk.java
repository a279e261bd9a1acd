package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the parts of a replica share: who it is, what is durable, the links, and the effects of the present step. */
final class Desk {
    final Identity me;
    final Limits limits;
    /** Whether events of others are taken. */
    final boolean takes;

    final TreeMap<StreamId, Mark> durable;
    final Map<Long, Link> links = new TreeMap<>();

    /** By origin the digest of all openings before one, as long as none of them moves. */
    private final Map<String, Positions.Older> digests = new TreeMap<>();

    private final List<Effect> effects = new ArrayList<>();
    private long requests;

    Desk(Identity me, Limits limits, Map<StreamId, Mark> durable, boolean takes) {
        this.me = me;
        this.takes = takes;
        this.limits = limits;
        this.durable = new TreeMap<>(durable);
        this.durable.values().removeIf(mark -> mark.seq() == 0);
    }

    Mark durable(StreamId stream) {
        return durable.getOrDefault(stream, Mark.NONE);
    }

    /** More of a stream is durable now. */
    void moved(StreamId stream, Mark mark) {
        durable.put(stream, mark);
        digests.remove(stream.origin());
        for (Link link : links.values()) {
            link.untold.add(stream);
            String before = link.same.get(stream.origin());
            if (before != null && stream.epoch().compareTo(before) < 0) {
                link.same.remove(stream.origin());
            }
        }
    }

    /** The openings of an origin before one. */
    Map<StreamId, Mark> before(String origin, String epoch) {
        return durable.subMap(new StreamId(origin, ""), new StreamId(origin, epoch));
    }

    /** The digest of these. */
    String digestBefore(String origin, String epoch) {
        Positions.Older known = digests.get(origin);
        if (known == null || !known.before().equals(epoch)) {
            known = new Positions.Older(epoch, Positions.digestOf(before(origin, epoch)));
            digests.put(origin, known);
        }
        return known.digest();
    }

    /** All that is durable: of each origin the newest opening by name, the others by digest. */
    Positions summary() {
        Map<StreamId, Mark> marks = new TreeMap<>();
        Map<String, Positions.Older> older = new TreeMap<>();
        Map.Entry<StreamId, Mark> newest = durable.lastEntry();
        while (newest != null) {
            StreamId stream = newest.getKey();
            marks.put(stream, newest.getValue());
            if (!before(stream.origin(), stream.epoch()).isEmpty()) {
                String digest = digestBefore(stream.origin(), stream.epoch());
                older.put(stream.origin(), new Positions.Older(stream.epoch(), digest));
            }
            newest = durable.lowerEntry(new StreamId(stream.origin(), ""));
        }
        return new Positions(marks, older);
    }

    /** The peer says that it holds so much of the stream. */
    void knows(Link link, StreamId stream, Mark mark) {
        link.theirs.merge(stream, mark, Comparison::further);
        if (mark.seq() > durable(stream).seq()) {
            link.ahead.add(stream);
        }
    }

    boolean isMine(StreamId stream) {
        return stream.origin().equals(me.node());
    }

    /** Whether this process writes the stream: nobody else can have more of it. */
    boolean isWrittenHere(StreamId stream) {
        return isMine(stream) && stream.epoch().equals(me.epoch());
    }

    Optional<Link> openTo(String node) {
        return links.values().stream()
                .filter(link -> link.open && link.peer.equals(node))
                .findFirst();
    }

    List<Link> open() {
        return links.values().stream().filter(link -> link.open).toList();
    }

    long nextRequest() {
        return ++requests;
    }

    void emit(Effect effect) {
        effects.add(effect);
    }

    void send(Link link, Frame frame) {
        emit(new Effect.Send(link.id, frame));
    }

    void alarm(Effect.Reason reason, String peer, String detail) {
        emit(new Effect.Alarm(reason, peer, detail));
    }

    void close(Link link, Effect.Reason reason) {
        links.remove(link.id);
        emit(new Effect.Close(link.id, reason));
    }

    List<Effect> take() {
        List<Effect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }
}
