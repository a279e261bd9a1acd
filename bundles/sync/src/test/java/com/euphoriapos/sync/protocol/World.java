package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Several lanes, the network between them, and a seed that decides everything. The same seed gives the same history. */
final class World {
    /** What can go wrong. */
    enum Fault {
        FRAME_LOST,
        FRAME_DOUBLED,
        FRAME_LATE,
        LINK_CUT,
        PARTITION,
        CRASH,
        CRASH_BEFORE_COMMIT,
        CRASH_AFTER_COMMIT,
        DISK_LIED,
        OLD_IMAGE,
        APPLY_FAILED,
        SLOW_DISK
    }

    private record Event0(long at, long order, Runnable action) {}

    private record Wire(long id, String from, String to) {}

    final List<Lane> lanes = new ArrayList<>();
    final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    final List<String> alarms = new ArrayList<>();

    private final Random random;
    private final PriorityQueue<Event0> queue = new PriorityQueue<>(
            (a, b) -> a.at() == b.at() ? Long.compare(a.order(), b.order()) : Long.compare(a.at(), b.at()));
    private final Map<Long, Wire> wires = new TreeMap<>();
    private final Map<Wire, Long> lastArrival = new java.util.HashMap<>();
    private final Map<String, Disk> images = new TreeMap<>();
    private final TreeSet<String> cutOff = new TreeSet<>();
    private long now;
    private long order;
    private long linkIds;
    private long trace = 17;
    private boolean faulty = true;

    World(long seed) {
        random = new Random(seed);
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Lane lane = new Lane("lane" + i);
            lane.start(random.nextLong());
            lanes.add(lane);
        }
        lanes.forEach(lane -> at(random.nextInt(100), () -> dial(lane)));
        lanes.forEach(lane -> at(1_000, () -> tick(lane)));
    }

    long trace() {
        return trace;
    }

    private void at(long in, Runnable action) {
        queue.add(new Event0(now + in, order++, action));
    }

    private boolean happens(int perMille, Fault fault) {
        boolean does = faulty && random.nextInt(1_000) < perMille;
        if (does) {
            faults.merge(fault, 1, Integer::sum);
        }
        return does;
    }

    /** Sales and faults for a while. */
    void run(long millis) {
        long end = now + millis;
        for (int i = 0; i < millis / 40; i++) {
            at(random.nextInt((int) millis), this::sale);
            at(random.nextInt((int) millis), this::mishap);
        }
        until(end);
    }

    /** No more faults: everybody starts, every link comes back; then the lanes have that long to agree. */
    void heal(long millis) {
        faulty = false;
        cutOff.clear();
        lanes.stream().filter(lane -> !lane.isUp()).forEach(this::start);
        until(now + millis);
    }

    private void until(long end) {
        while (!queue.isEmpty() && queue.peek().at() <= end) {
            Event0 next = queue.remove();
            now = next.at();
            next.action().run();
        }
        now = end;
    }

    private Lane any() {
        return lanes.get(random.nextInt(lanes.size()));
    }

    private void sale() {
        Lane lane = any();
        if (lane.isUp()) {
            Mark mark = lane.disk.write(lane.own, 1 + random.nextInt(4), ++lane.groups);
            step(lane, new Input.Committed(lane.own, mark));
        }
    }

    private void mishap() {
        Lane lane = any();
        if (happens(40, Fault.LINK_CUT) && !lane.links.isEmpty()) {
            List<Long> links = new ArrayList<>(lane.links.values());
            cut(links.get(random.nextInt(links.size())));
        }
        if (happens(20, Fault.PARTITION)) {
            isolate(lane);
        }
        if (happens(15, Fault.CRASH)) {
            crash(lane);
        }
        if (happens(6, Fault.DISK_LIED)) {
            lie(lane);
        }
        if (random.nextInt(1_000) < 20) {
            images.put(lane.node, lane.disk.copy());
        }
        Disk image = images.get(lane.node);
        if (image != null && happens(8, Fault.OLD_IMAGE)) {
            crash(lane);
            lane.disk = image.copy();
        }
    }

    private void isolate(Lane lane) {
        cutOff.add(lane.node);
        List.copyOf(lane.links.values()).forEach(this::cut);
        at(500 + random.nextInt(20_000), () -> cutOff.remove(lane.node));
    }

    private void lie(Lane lane) {
        crash(lane);
        for (StreamId stream : List.copyOf(lane.disk.streams().keySet())) {
            lane.disk.lose(stream, random.nextInt(6));
        }
    }

    private void crash(Lane lane) {
        if (lane.isUp()) {
            List<Long> links = List.copyOf(lane.links.values());
            lane.kill();
            links.forEach(this::cut);
            at(200 + random.nextInt(5_000), () -> start(lane));
        }
    }

    private void start(Lane lane) {
        if (!lane.isUp()) {
            lane.start(random.nextLong());
            dial(lane);
        }
    }

    private Lane lane(String node) {
        return lanes.stream().filter(each -> each.node.equals(node)).findFirst().orElseThrow();
    }

    private void dial(Lane lane) {
        for (Lane other : lanes) {
            boolean reachable = !cutOff.contains(lane.node) && !cutOff.contains(other.node);
            if (other != lane && other.isUp() && reachable && !lane.links.containsKey(other.node)) {
                connect(lane, other);
            }
        }
    }

    private void connect(Lane lane, Lane other) {
        Long old = other.links.get(lane.node);
        if (old != null) {
            cut(old);
        }
        long id = ++linkIds;
        wires.put(id, new Wire(id, lane.node, other.node));
        lane.links.put(other.node, id);
        other.links.put(lane.node, id);
        step(lane, new Input.LinkUp(id, other.node, true));
        step(other, new Input.LinkUp(id, lane.node, false));
    }

    private void cut(long id) {
        Wire wire = wires.remove(id);
        if (wire == null) {
            return;
        }
        for (String node : List.of(wire.from(), wire.to())) {
            Lane lane = lane(node);
            String peer = node.equals(wire.from()) ? wire.to() : wire.from();
            if (lane.links.remove(peer, id)) {
                step(lane, new Input.LinkDown(id));
            }
        }
    }

    private void tick(Lane lane) {
        if (lane.isUp()) {
            step(lane, new Input.Timer());
            dial(lane);
        }
        at(1_000, () -> tick(lane));
    }

    private void step(Lane lane, Input input) {
        if (!lane.isUp()) {
            return;
        }
        trace = trace * 31 + (now + lane.node + input).hashCode();
        List<Effect> effects = lane.replica.orElseThrow().step(input, now);
        for (Effect effect : effects) {
            carryOut(lane, effect);
        }
    }

    private void carryOut(Lane lane, Effect effect) {
        if (effect instanceof Effect.Send send) {
            transmit(lane, send);
        } else if (effect instanceof Effect.Close close) {
            cut(close.link());
        } else if (effect instanceof Effect.Read read) {
            StreamId instance = lane.own;
            at(
                    random.nextInt(3),
                    () -> ifStill(lane, instance, new Input.ReadDone(read.request(), lane.disk.read(read))));
        } else if (effect instanceof Effect.Apply apply) {
            apply(lane, apply);
        } else if (effect instanceof Effect.ResetDelivery reset) {
            lane.delivered.put(reset.target(), new TreeMap<>(reset.marks()));
        } else if (effect instanceof Effect.SaveDelivery saved) {
            lane.delivered.computeIfAbsent(saved.target(), t -> new TreeMap<>()).put(saved.stream(), saved.upTo());
        } else if (effect instanceof Effect.Alarm alarm) {
            alarms.add(lane.node + " " + alarm);
        }
    }

    private void ifStill(Lane lane, StreamId instance, Input input) {
        if (lane.own.equals(instance)) {
            step(lane, input);
        }
    }

    private void transmit(Lane lane, Effect.Send send) {
        if (happens(4, Fault.FRAME_LOST)) {
            return;
        }
        Wire wire = wires.get(send.link());
        if (wire == null) {
            return;
        }
        Wire direction = lane.node.equals(wire.from()) ? wire : new Wire(wire.id(), wire.to(), wire.from());
        long arrives = now + 1 + random.nextInt(4);
        if (!happens(4, Fault.FRAME_LATE)) {
            arrives = Math.max(arrives, lastArrival.getOrDefault(direction, 0L));
            lastArrival.put(direction, arrives);
        } else {
            arrives += random.nextInt(200);
        }
        deliver(direction, send, arrives - now);
        if (happens(4, Fault.FRAME_DOUBLED)) {
            deliver(direction, send, arrives - now + random.nextInt(50));
        }
    }

    private void deliver(Wire direction, Effect.Send send, long in) {
        at(in, () -> {
            if (wires.containsKey(send.link())) {
                step(lane(direction.to()), new Input.Received(send.link(), send.frame()));
            }
        });
    }

    private void apply(Lane lane, Effect.Apply apply) {
        StreamId instance = lane.own;
        long takes = happens(10, Fault.SLOW_DISK) ? 500 + random.nextInt(3_000) : 1 + random.nextInt(8);
        at(takes, () -> {
            if (!lane.own.equals(instance) || !lane.isUp()) {
                return;
            }
            if (happens(3, Fault.CRASH_BEFORE_COMMIT)) {
                crash(lane);
            } else if (happens(5, Fault.APPLY_FAILED)) {
                step(lane, new Input.ApplyFailed(apply.request()));
            } else {
                apply.segments().forEach(lane.disk::apply);
                if (happens(3, Fault.CRASH_AFTER_COMMIT)) {
                    crash(lane);
                } else {
                    step(lane, new Input.Applied(apply.request(), List.of()));
                }
            }
        });
    }

    /** Everything that any lane holds now, in full. */
    Map<StreamId, List<Event>> union() {
        Map<StreamId, List<Event>> union = new TreeMap<>();
        for (Lane lane : lanes) {
            lane.disk
                    .streams()
                    .forEach((stream, events) ->
                            union.merge(stream, List.copyOf(events), (a, b) -> a.size() >= b.size() ? a : b));
        }
        return union;
    }

    /** An acknowledgement that is believed, but not true; the disk that lied is the only excuse. */
    Optional<String> dishonest() {
        for (Lane lane : lanes) {
            for (Map.Entry<String, Map<StreamId, Mark>> target : lane.delivered.entrySet()) {
                Map<StreamId, Mark> there = lane(target.getKey()).disk.vector();
                for (Map.Entry<StreamId, Mark> each : target.getValue().entrySet()) {
                    long durable = there.getOrDefault(each.getKey(), Mark.NONE).seq();
                    if (each.getValue().seq() > durable) {
                        return Optional.of(
                                lane.node + " believes " + target.getKey() + " has " + each + ", it has " + durable);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
