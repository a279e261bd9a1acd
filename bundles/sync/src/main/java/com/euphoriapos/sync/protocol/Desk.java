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
    final Map<StreamId, Mark> durable;
    final Map<Long, Link> links = new TreeMap<>();

    private final List<Effect> effects = new ArrayList<>();
    private long requests;

    Desk(Identity me, Limits limits, Map<StreamId, Mark> durable) {
        this.me = me;
        this.limits = limits;
        this.durable = new TreeMap<>(durable);
    }

    Mark durable(StreamId stream) {
        return durable.getOrDefault(stream, Mark.NONE);
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
