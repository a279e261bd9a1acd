package com.euphoriapos.sync.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Links between lanes, and what they do to frames. */
final class Network {
    private record Wire(long id, int from, int to) {}

    private final List<Lane> lanes;
    private final Clockwork time;
    private final Random random;
    private final Swarm swarm;
    private final BiConsumer<Lane, Input> steps;
    private final Map<Long, Wire> wires = new TreeMap<>();
    private final Map<Wire, Long> lastArrival = new HashMap<>();
    /** Directions that carry nothing any more. */
    private final Set<Wire> silent = new HashSet<>();
    /** Which part of a divided network a place is in; 0 for most. */
    private final Map<Integer, Integer> islands = new TreeMap<>();

    private long ids;

    Network(List<Lane> lanes, Clockwork time, Random random, Swarm swarm, BiConsumer<Lane, Input> steps) {
        this.lanes = lanes;
        this.time = time;
        this.random = random;
        this.swarm = swarm;
        this.steps = steps;
    }

    /** Links the lane to all that it reaches and has no link with. */
    void dial(Lane lane) {
        if (!lane.isUp() || lane.frozenUntil > time.now()) {
            return;
        }
        for (Lane other : List.copyOf(lanes)) {
            if (other != lane && reaches(lane, other) && !lane.isLinkedTo(other)) {
                connect(lane, other);
                if (swarm.happens(Fault.DIALLED_TWICE)) {
                    connect(other, lane);
                }
            }
        }
    }

    private boolean reaches(Lane lane, Lane other) {
        boolean trusted = !lane.outcast && !other.outcast && lane.isUp() && other.isUp();
        boolean cable = islands.getOrDefault(lane.place, 0).equals(islands.getOrDefault(other.place, 0));
        return trusted && cable && !lane.node.equals(other.node) && other.frozenUntil <= time.now();
    }

    private void connect(Lane lane, Lane other) {
        long id = ++ids;
        wires.put(id, new Wire(id, lane.place, other.place));
        lane.links.put(id, other.place);
        other.links.put(id, lane.place);
        steps.accept(lane, new Input.LinkUp(id, other.node, true));
        if (wires.containsKey(id)) {
            steps.accept(other, new Input.LinkUp(id, lane.node, false));
        }
    }

    void cut(long id) {
        Wire wire = wires.remove(id);
        if (wire == null) {
            return;
        }
        for (int place : List.of(wire.from(), wire.to())) {
            Lane lane = lanes.get(place);
            if (lane.links.remove(id) != null) {
                steps.accept(lane, new Input.LinkDown(id));
            }
        }
    }

    /** Puts the lane on an island. */
    void move(Lane lane, int island) {
        islands.put(lane.place, island);
        lane.links.forEach((link, peer) -> {
            if (!islands.getOrDefault(peer, 0).equals(island)) {
                time.in(0, () -> cut(link));
            }
        });
    }

    void rejoin() {
        islands.clear();
    }

    /** One direction of the link goes dead, unseen. */
    void silence(long link, Lane from) {
        Wire wire = wires.get(link);
        if (wire != null) {
            silent.add(direction(wire, from));
        }
    }

    void noSilence() {
        silent.clear();
    }

    private static Wire direction(Wire wire, Lane from) {
        return from.place == wire.from() ? wire : new Wire(wire.id(), wire.to(), wire.from());
    }

    /** The lane at the other end, if the link stands. */
    List<Lane> peer(Lane lane, long link) {
        Integer place = lane.links.get(link);
        return place == null ? List.of() : List.of(lanes.get(place));
    }

    void transmit(Lane lane, Effect.Send send) {
        Wire wire = wires.get(send.link());
        if (wire == null) {
            return;
        }
        Wire direction = direction(wire, lane);
        if (silent.contains(direction) || swarm.happens(Fault.FRAME_LOST)) {
            return;
        }
        long arrives = time.now() + 1 + random.nextInt(4);
        if (!swarm.happens(Fault.FRAME_LATE)) {
            arrives = Math.max(arrives, lastArrival.getOrDefault(direction, 0L));
            lastArrival.put(direction, arrives);
        } else {
            arrives += random.nextInt(200);
        }
        deliver(direction, send, arrives - time.now());
        if (swarm.happens(Fault.FRAME_DOUBLED)) {
            deliver(direction, send, arrives - time.now() + random.nextInt(50));
        }
    }

    private void deliver(Wire direction, Effect.Send send, long in) {
        time.in(in, () -> {
            if (wires.containsKey(send.link())) {
                steps.accept(lanes.get(direction.to()), new Input.Received(send.link(), send.frame()));
            }
        });
    }
}
