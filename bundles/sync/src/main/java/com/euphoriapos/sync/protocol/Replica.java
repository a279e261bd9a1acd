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
    private final Differences differences;
    private final Outgoing outgoing;
    private final Comparison comparison;
    private final Claims claims;
    private final Incoming incoming;
    private final Set<String> replacedInstances = new HashSet<>();

    /** @param durable how far the store holds each stream, this lane's own among them */
    public Replica(Identity me, Limits limits, Map<StreamId, Mark> durable) {
        this(new Desk(me, limits, durable, true));
    }

    /** One that sends and takes nothing: what others wrote would meet half of the past here, which is still on its way. */
    public static Replica sendingOnly(Identity me, Limits limits, Map<StreamId, Mark> durable) {
        return new Replica(new Desk(me, limits, durable, false));
    }

    private Replica(Desk desk) {
        this.desk = desk;
        this.differences = new Differences(desk);
        this.outgoing = new Outgoing(desk, differences);
        this.comparison = new Comparison(desk, outgoing, differences);
        this.claims = new Claims(desk);
        this.incoming = new Incoming(desk, outgoing, differences, claims);
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
                claims.expire(now);
                received(link, received.frame());
            }
        } else if (input instanceof Input.Committed committed) {
            desk.moved(committed.stream(), committed.upTo());
            outgoing.committed(committed.stream());
        } else if (input instanceof Input.ReadDone read) {
            outgoing.read(read);
        } else if (input instanceof Input.Applied applied) {
            incoming.applied(applied);
        } else if (input instanceof Input.ApplyFailed failed) {
            incoming.failed(failed, now);
        } else if (input instanceof Input.ReadFailed failed) {
            outgoing.failed(failed);
        } else if (input instanceof Input.HashRead read) {
            differences.read(read);
        } else if (input instanceof Input.Revoked revoked) {
            revoked(revoked.node());
        } else if (input instanceof Input.Compare) {
            desk.open().forEach(link -> ping(link, now, true));
        } else if (!claimed(input, now)) {
            tick(now);
        }
        claims.settle();
        return desk.take();
    }

    private boolean claimed(Input input, long now) {
        if (input instanceof Input.ClaimAsked asked) {
            claims.ask(asked, now);
        } else if (input instanceof Input.ClaimFound found) {
            claims.expire(now);
            claims.found(found);
        } else if (input instanceof Input.ClaimUnknown unknown) {
            claims.unknown(unknown.request());
        } else if (input instanceof Input.ClaimKept kept) {
            claims.kept(kept.name());
        } else if (input instanceof Input.ClaimDropped dropped) {
            claims.dropped(dropped.name());
        } else {
            return false;
        }
        return true;
    }

    /** How far this lane holds each stream durably. */
    public Map<StreamId, Mark> vector() {
        return new TreeMap<>(desk.durable);
    }

    /** How far each connected peer holds each stream, by its own word. */
    public Map<String, Map<StreamId, Mark>> peers() {
        Map<String, Map<StreamId, Mark>> peers = new TreeMap<>();
        desk.open().forEach(link -> {
            Map<StreamId, Mark> theirs = new TreeMap<>(link.theirs);
            link.same.forEach((origin, before) -> theirs.putAll(desk.before(origin, before)));
            peers.put(link.peer, theirs);
        });
        return peers;
    }

    /** Whether a link to that lane stands on which both have greeted. */
    public boolean isOpen(String node) {
        return desk.openTo(node).isPresent();
    }

    private void linkUp(Input.LinkUp up, long now) {
        Link link = new Link(up, now);
        desk.links.put(link.id, link);
        desk.send(link, new Frame.Hello(PROTOCOL, PROTOCOL, desk.me.node(), desk.me.instance(), desk.summary()));
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
            desk.send(link, new Frame.Pong(ping.id()));
            positions(link, ping);
        } else if (frame instanceof Frame.Pong pong) {
            answered(link, pong);
        } else {
            compared(link, frame);
        }
    }

    /** What the last ping told is known there now; the answer to an earlier one says nothing of it. */
    private void answered(Link link, Frame.Pong pong) {
        if (pong.id() == link.pings) {
            link.telling.forEach((stream, mark) -> {
                if (mark.equals(desk.durable(stream))) {
                    link.untold.remove(stream);
                }
            });
            link.telling.clear();
        }
        if (link.dialled) {
            comparison.nudge(link);
            incoming.nudge(link);
            incoming.plan();
        }
    }

    private void compared(Link link, Frame frame) {
        if (frame instanceof Frame.Expand expand) {
            comparison.expand(link, expand);
        } else if (frame instanceof Frame.Held held) {
            comparison.held(link, held);
            if (desk.links.containsKey(link.id) && writesInMyName(link.theirs)) {
                refuse(link, Effect.Reason.CLONE);
            }
            incoming.plan();
        } else if (frame instanceof Frame.Gone gone) {
            incoming.gone(link, gone);
        } else if (frame instanceof Frame.Differs differs) {
            differences.told(link, differs);
        } else if (frame instanceof Frame.Probe probe) {
            differences.probed(link, probe);
        } else if (frame instanceof Frame.Probed probed) {
            differences.answered(link, probed);
        } else {
            claims.heard(link, frame);
        }
    }

    private void hello(Link link, Frame.Hello hello) {
        Optional<Effect.Reason> refused = refused(link, hello);
        if (refused.isPresent()) {
            refuse(link, refused.get());
            return;
        }
        if (!takesItsPlace(link, hello)) {
            return;
        }
        link.instance = hello.instance();
        link.open = true;
        comparison.take(link, hello.positions());
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
        // Alone it may come back: the greeting of the process after it was then only read before its own.
        boolean besideAnother = replacedInstances.contains(hello.instance())
                && desk.openTo(link.peer)
                        .filter(other -> !other.instance.equals(hello.instance()))
                        .isPresent();
        return writesInMyName(hello.positions().marks()) || besideAnother
                ? Optional.of(Effect.Reason.CLONE)
                : Optional.empty();
    }

    /** Whether somebody knows more of the present opening than was written in it. */
    private boolean writesInMyName(Map<StreamId, Mark> theirs) {
        StreamId present = new StreamId(desk.me.node(), desk.me.epoch());
        return theirs.getOrDefault(present, Mark.NONE).seq()
                > desk.durable(present).seq();
    }

    private void refuse(Link link, Effect.Reason reason) {
        desk.alarm(reason, link.peer, "at the greeting");
        desk.close(link, reason);
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
        // Who dialled hears answers in the same measure, and asks again at those: nothing is on its way for one of both
        // only.
        boolean asksAgain = !link.dialled;
        if (asksAgain) {
            comparison.nudge(link);
        }
        comparison.take(link, ping.positions());
        outgoing.told(link, ping.positions().marks());
        if (asksAgain) {
            incoming.nudge(link);
        }
        incoming.plan();
    }

    private void tick(long now) {
        for (Link link : List.copyOf(desk.links.values())) {
            if (now - link.heardAt >= desk.limits.deadMillis()) {
                desk.close(link, Effect.Reason.SILENT);
            } else if (link.open && now - link.pingedAt >= desk.limits.pingMillis()) {
                boolean all = now - link.comparedAt >= desk.limits.reconcileMillis();
                if (all || hasToSpeak(link, now)) {
                    ping(link, now, all);
                }
            }
        }
        outgoing.tick();
        differences.tick();
        claims.expire(now);
        claims.tick(now);
        incoming.tick(now);
        incoming.plan();
    }

    /** One side asks, and the other's answer is its sign of life: who was dialled asks only when it has news or begins to miss the first. */
    private boolean hasToSpeak(Link link, long now) {
        boolean misses = now - link.heardAt >= 2 * desk.limits.pingMillis();
        return link.dialled || misses || !link.untold.isEmpty();
    }

    private void ping(Link link, long now, boolean all) {
        Map<StreamId, Mark> changed = new TreeMap<>();
        link.untold.forEach(stream -> changed.put(stream, desk.durable(stream)));
        link.telling.clear();
        link.telling.putAll(changed);
        link.pings++;
        link.pingedAt = now;
        link.comparedAt = all ? now : link.comparedAt;
        Positions positions = all ? desk.summary() : Positions.named(changed);
        desk.send(link, new Frame.Ping(link.pings, positions, all));
    }
}
