package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One lane's end of the protocol. Pure: the same inputs at the same times give the same effects. Not thread-safe; whoever drives it
 * gives it one input after the other and carries the effects out in their order.
 */
public final class Replica {
    /** The only version of the protocol so far. */
    public static final int PROTOCOL = 1;

    private final Desk desk;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Set<String> replacedInstances = new HashSet<>();

    /** @param durable how far the store holds each stream, this lane's own among them */
    public Replica(Identity me, Limits limits, Map<StreamId, Mark> durable) {
        this.desk = new Desk(me, limits, durable);
        this.outgoing = new Outgoing(desk);
        this.incoming = new Incoming(desk, outgoing);
    }

    /**
     * Takes one input.
     *
     * @param now milliseconds of a clock that never goes back
     */
    public List<Effect> step(Input input, long now) {
        if (input instanceof Input.LinkUp up) {
            linkUp(up, now);
        } else if (input instanceof Input.LinkDown down) {
            linkDown(down.link());
        } else if (input instanceof Input.Received received) {
            Link link = desk.links.get(received.link());
            if (link != null) {
                link.heardAt = now;
                received(link, received.frame());
            }
        } else if (input instanceof Input.Committed committed) {
            desk.durable.put(committed.stream(), committed.upTo());
            outgoing.committed(committed.stream());
        } else if (input instanceof Input.ReadDone read) {
            outgoing.read(read);
        } else if (input instanceof Input.Applied applied) {
            incoming.applied(applied);
        } else if (input instanceof Input.ApplyFailed failed) {
            incoming.failed(failed, now);
        } else if (input instanceof Input.Revoked revoked) {
            revoked(revoked.node());
        } else {
            tick(now);
        }
        return desk.take();
    }

    /** How far this lane holds each stream durably. */
    public Map<StreamId, Mark> vector() {
        return new TreeMap<>(desk.durable);
    }

    /** How far each connected peer holds each stream, by its own word. */
    public Map<String, Map<StreamId, Mark>> peers() {
        Map<String, Map<StreamId, Mark>> peers = new TreeMap<>();
        desk.open().forEach(link -> peers.put(link.peer, new TreeMap<>(link.theirs)));
        return peers;
    }

    private void linkUp(Input.LinkUp up, long now) {
        Link link = new Link(up, now);
        desk.links.put(link.id, link);
        desk.send(
                link,
                new Frame.Hello(PROTOCOL, PROTOCOL, desk.me.node(), desk.me.instance(), Map.copyOf(desk.durable)));
        link.told.putAll(desk.durable);
    }

    private void linkDown(long id) {
        if (desk.links.remove(id) != null) {
            incoming.plan();
        }
    }

    private void revoked(String node) {
        for (Link link : List.copyOf(desk.links.values())) {
            if (link.peer.equals(node)) {
                desk.close(link, Effect.Reason.REVOKED);
            }
        }
        incoming.plan();
    }

    private void received(Link link, Frame frame) {
        if (frame instanceof Frame.Hello hello && !link.open) {
            hello(link, hello);
        } else if (!link.open || frame instanceof Frame.Hello) {
            desk.close(link, Effect.Reason.PROTOCOL);
        } else if (frame instanceof Frame.Events events) {
            incoming.arrived(link, events.segment());
        } else if (frame instanceof Frame.Ack ack) {
            outgoing.acknowledged(link, ack);
        } else if (frame instanceof Frame.Nack nack) {
            outgoing.again(link, nack);
        } else if (frame instanceof Frame.Fetch fetch) {
            outgoing.fetch(link, fetch);
        } else if (frame instanceof Frame.Ping ping) {
            desk.send(link, new Frame.Pong());
            positions(link, ping);
        } else {
            link.told.putAll(link.telling);
            link.telling.clear();
        }
    }

    private void hello(Link link, Frame.Hello hello) {
        Optional<Effect.Reason> refused = refused(link, hello);
        if (refused.isPresent()) {
            desk.alarm(refused.get(), link.peer, "at the greeting");
            desk.close(link, refused.get());
            return;
        }
        if (!takesItsPlace(link, hello)) {
            return;
        }
        link.instance = hello.instance();
        link.theirs.putAll(hello.vector());
        link.open = true;
        compare(link, hello.vector());
        outgoing.begin(link);
        incoming.plan();
    }

    private Optional<Effect.Reason> refused(Link link, Frame.Hello hello) {
        if (hello.protoMin() > PROTOCOL || hello.protoMax() < PROTOCOL) {
            return Optional.of(Effect.Reason.VERSION);
        }
        if (hello.node().equals(desk.me.node())) {
            return Optional.of(Effect.Reason.CLONE);
        }
        if (!hello.node().equals(link.peer)) {
            return Optional.of(Effect.Reason.IDENTITY);
        }
        Mark present = hello.vector().getOrDefault(new StreamId(desk.me.node(), desk.me.epoch()), Mark.NONE);
        boolean moreThanIWrote = present.seq()
                > desk.durable(new StreamId(desk.me.node(), desk.me.epoch())).seq();
        // Alone it may come back: the greeting of the process after it was then only read before its own.
        boolean besideAnother = replacedInstances.contains(hello.instance())
                && desk.openTo(link.peer)
                        .filter(other -> !other.instance.equals(hello.instance()))
                        .isPresent();
        return moreThanIWrote || besideAnother ? Optional.of(Effect.Reason.CLONE) : Optional.empty();
    }

    /** Two lanes that dial each other at once get two links: the one that the smaller identity dialled stays. */
    private boolean takesItsPlace(Link link, Frame.Hello hello) {
        Optional<Link> other = desk.openTo(link.peer);
        if (other.isEmpty()) {
            return true;
        }
        Link older = other.get();
        if (!older.instance.equals(hello.instance())) {
            // It was started anew, and its old link is not noticed to be dead yet; should the old process come back, it
            // is a copy.
            replacedInstances.add(older.instance);
            desk.close(older, Effect.Reason.REPLACED);
            return true;
        }
        boolean dialledBySmaller = link.dialled == desk.me.node().compareTo(link.peer) < 0;
        desk.close(dialledBySmaller ? older : link, Effect.Reason.REPLACED);
        return dialledBySmaller;
    }

    private void positions(Link link, Frame.Ping ping) {
        ping.marks().forEach((stream, mark) -> link.theirs.merge(stream, mark, (a, b) -> a.seq() >= b.seq() ? a : b));
        compare(link, ping.marks());
        outgoing.told(link, ping.marks());
        incoming.nudge(link);
        incoming.plan();
    }

    private void compare(Link link, Map<StreamId, Mark> marks) {
        marks.forEach((stream, mark) -> {
            Mark mine = desk.durable(stream);
            if (mark.seq() == mine.seq() && !mark.hash().equals(mine.hash())) {
                desk.alarm(Effect.Reason.DIVERGED, link.peer, stream + " at " + mark.seq());
            }
        });
    }

    private void tick(long now) {
        for (Link link : List.copyOf(desk.links.values())) {
            if (now - link.heardAt >= desk.limits.deadMillis()) {
                desk.close(link, Effect.Reason.SILENT);
            } else if (link.open && now - link.pingedAt >= desk.limits.pingMillis()) {
                ping(link, now);
            }
        }
        incoming.tick(now);
        incoming.plan();
    }

    private void ping(Link link, long now) {
        boolean all = now - link.comparedAt >= desk.limits.reconcileMillis();
        Map<StreamId, Mark> marks = new TreeMap<>();
        desk.durable.forEach((stream, mark) -> {
            if (all || !mark.equals(link.told.get(stream))) {
                marks.put(stream, mark);
            }
        });
        link.telling.putAll(marks);
        link.pingedAt = now;
        link.comparedAt = all ? now : link.comparedAt;
        desk.send(link, new Frame.Ping(marks, all));
    }
}
