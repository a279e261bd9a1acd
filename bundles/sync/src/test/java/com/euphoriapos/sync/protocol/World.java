package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.FrameCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several lanes, the network between them, and a seed that decides everything. The same seed gives the same history. */
final class World {
    final List<Lane> lanes = new ArrayList<>();
    final Swarm swarm;
    final Ledger ledger = new Ledger();
    final Watch watch;
    final Network network;
    final Clockwork time = new Clockwork();

    final Wishes wishes;

    final Disks disks;
    private final Random random;
    private final Mishaps mishaps;
    /** Whether frames really go through their written form, which takes its time. */
    private final boolean inText;

    private long trace = 17;

    World(long seed) {
        this(seed, Disks.SIMPLE);
    }

    World(long seed, Disks disks) {
        this.disks = disks;
        inText = seed % 8 == 0;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        swarm = new Swarm(random, new Random(~seed));
        watch = new Watch(lanes, swarm);
        network = new Network(lanes, time, random, swarm, this::step);
        mishaps = new Mishaps(this, random);
        wishes = new Wishes(this, new Random(seed));
        int count = swarm.happens(Fault.MANY_LANES) ? 10 + random.nextInt(11) : usualCount();
        for (int i = 0; i < count; i++) {
            Lane lane = add("lane" + i);
            lane.start(random.nextLong());
            time.in(random.nextInt(100), () -> network.dial(lane));
        }
    }

    private int usualCount() {
        int draw = random.nextInt(20);
        return draw == 0 ? 1 : draw < 18 ? 2 + draw % 3 : 5 + random.nextInt(3);
    }

    /** Brings a machine into the store; it is not started. */
    Lane add(String node) {
        Lane lane = new Lane(lanes.size(), node, disks.disk(node, time::now));
        lanes.add(lane);
        time.in(1_000, () -> tick(lane));
        return lane;
    }

    /** What happened, in a number. */
    long trace() {
        return trace;
    }

    /** Sales and faults for a while. */
    void run(int millis) {
        for (int i = 0; i < millis / 60; i++) {
            time.in(random.nextInt(millis), this::sale);
            time.in(random.nextInt(millis), mishaps::one);
        }
        wishes.plan(millis);
        time.run(millis);
    }

    /** No more faults: everybody starts, every link comes back; then the lanes have that long to agree. */
    void heal(long millis) {
        swarm.calm = true;
        network.rejoin();
        network.noSilence();
        mishaps.end();
        time.run(millis);
    }

    /** Fails unless all lanes hold exactly what was not lost by fire or lie, and know it of each other. */
    void agreed() {
        for (Lane lane : lanes) {
            String differences = lane.counts() ? ledger.differences(lane) : "";
            if (!differences.isEmpty()) {
                throw new AssertionError(lane.node + " holds " + differences + "alarms " + watch.alarms);
            }
        }
        Set<String> nodes =
                lanes.stream().filter(Lane::counts).map(lane -> lane.node).collect(Collectors.toSet());
        lanes.stream().filter(Lane::counts).forEach(lane -> lane.disk.agreesWithItself(nodes));
        Optional<String> unbelieved = watch.unbelieved();
        if (unbelieved.isPresent()) {
            throw new AssertionError(unbelieved.get());
        }
    }

    private void sale() {
        Lane lane = lanes.get(random.nextInt(lanes.size()));
        if (lane.isUp() && lane.frozenUntil <= time.now() && lane.fullUntil <= time.now()) {
            int count = 1 + random.nextInt(4);
            write(lane, disk -> disk.write(lane.own, count, ++lane.groups));
        }
    }

    /** The lane commits something of its own; false where its store refused that. */
    boolean write(Lane lane, Function<Disk, List<Event>> act) {
        List<Event> events;
        try {
            refuse(lane);
            events = act.apply(lane.disk);
        } catch (StoreException notDurable) {
            return false;
        }
        StreamId stream = events.get(0).stream();
        if (lane.counts()) {
            ledger.written(stream, events);
        }
        if (!stream.equals(lane.own)) {
            // Its store had to open the database anew: the replication begins anew with that, and the process goes on.
            List.copyOf(lane.links.keySet()).forEach(network::cut);
            lane.beginAnew(stream);
        }
        step(lane, new Input.Committed(stream, events.get(events.size() - 1).mark()));
        return true;
    }

    /** Sometimes the next commit fails. */
    private void refuse(Lane lane) {
        if (disks.areStores()) {
            if (swarm.happens(Fault.STORE_BUSY)) {
                lane.disk.refuseNext(Disk.BUSY);
            } else if (swarm.happens(Fault.STORE_FULL)) {
                lane.disk.refuseNext(Disk.FULL);
            }
        }
    }

    void start(Lane lane) {
        if (!lane.isUp() && !lane.gone) {
            lane.start(random.nextLong());
            network.dial(lane);
        }
    }

    /** Ends the process at once; it starts again after some seconds. */
    void crash(Lane lane) {
        if (lane.isUp()) {
            List<Long> links = List.copyOf(lane.links.keySet());
            lane.kill();
            links.forEach(network::cut);
            time.in(200 + random.nextInt(5_000), () -> start(lane));
        }
    }

    private void tick(Lane lane) {
        if (lane.gone) {
            return;
        }
        if (lane.isUp()) {
            step(lane, new Input.Timer());
            network.dial(lane);
        }
        time.in(1_000, () -> tick(lane));
    }

    void step(Lane lane, Input input) {
        if (!lane.isUp()) {
            return;
        }
        if (lane.frozenUntil > time.now()) {
            lane.later.add(input);
            return;
        }
        Replica process = lane.replica.orElseThrow();
        trace = trace * 31 + time.now() * 7 + lane.place;
        trace = trace * 31 + input.hashCode();
        if (input instanceof Input.Revoked revoked) {
            lane.revoked.add(revoked.node());
        }
        if (input instanceof Input.Received received) {
            watch.reads(lane, received.frame(), network.peer(lane, received.link()));
        }
        for (Effect effect : process.step(input, time.now())) {
            if (lane.replica.filter(present -> present == process).isEmpty()) {
                return;
            }
            if (swarm.happens(Fault.CRASH_AT_EFFECT)) {
                crash(lane);
                return;
            }
            carryOut(lane, effect);
        }
    }

    private void carryOut(Lane lane, Effect effect) {
        if (effect instanceof Effect.Send send) {
            watch.sent(lane, send.frame(), network.peer(lane, send.link()));
            Effect.Send said = translated(lane, send);
            network.transmit(lane, inText ? new Effect.Send(said.link(), read(said.frame())) : said);
        } else if (effect instanceof Effect.Close close) {
            watch.closes(lane, close.reason());
            network.cut(close.link());
        } else if (effect instanceof Effect.Read read) {
            StreamId process = lane.own;
            boolean fails = swarm.happens(Fault.READ_FAILED);
            time.in(random.nextInt(3), () -> {
                if (lane.isUp() && lane.own.equals(process)) {
                    step(
                            lane,
                            fails
                                    ? new Input.ReadFailed(read.request())
                                    : new Input.ReadDone(read.request(), lane.disk.read(read)));
                }
            });
        } else if (effect instanceof Effect.Apply apply) {
            watch.applies(lane, apply);
            long takes = swarm.happens(Fault.SLOW_DISK) ? 500 + random.nextInt(3_000) : 1 + random.nextInt(8);
            StreamId process = lane.own;
            time.in(takes, () -> apply(lane, process, apply));
        } else if (effect instanceof Effect.ResetDelivery reset) {
            watch.believes(lane, reset.target(), reset.marks());
            lane.delivered.put(reset.target(), new TreeMap<>(reset.marks()));
            lane.disk.resetDelivery(reset.target(), reset.marks());
        } else if (effect instanceof Effect.SaveDelivery saved) {
            lane.delivered.computeIfAbsent(saved.target(), t -> new TreeMap<>()).put(saved.stream(), saved.upTo());
            lane.disk.delivered(saved.target(), saved.stream(), saved.upTo());
            watch.believes(lane, saved.target(), lane.delivered.get(saved.target()));
        } else if (effect instanceof Effect.FindClaim find) {
            wishes.find(lane, find);
        } else if (effect instanceof Effect.ClaimDecided decided) {
            wishes.decided(lane, decided);
        } else if (effect instanceof Effect.Alarm alarm) {
            watch.alarmed(lane, alarm);
        }
    }

    /** The frame as the other side reads it. */
    private static Frame read(Frame frame) {
        return FrameCodec.decode(FrameCodec.encode(frame, About.NOTHING).get(0)).frame();
    }

    /** A lane of another version greets with it. */
    private static Effect.Send translated(Lane lane, Effect.Send send) {
        return send.frame() instanceof Frame.Hello hello
                ? new Effect.Send(
                        send.link(),
                        new Frame.Hello(
                                lane.protocol, lane.protocol, hello.node(), hello.instance(), hello.positions()))
                : send;
    }

    void ifStill(Lane lane, StreamId process, Input input) {
        if (lane.own.equals(process)) {
            step(lane, input);
        }
    }

    private void apply(Lane lane, StreamId process, Effect.Apply apply) {
        if (!lane.own.equals(process) || !lane.isUp()) {
            return;
        }
        if (lane.frozenUntil > time.now()) {
            time.in(lane.frozenUntil - time.now() + 1, () -> apply(lane, process, apply));
        } else if (swarm.happens(Fault.CRASH_BEFORE_COMMIT)) {
            crash(lane);
        } else if (lane.fullUntil > time.now() || swarm.happens(Fault.APPLY_FAILED)) {
            step(lane, new Input.ApplyFailed(apply.request()));
        } else {
            commit(lane, apply);
        }
    }

    private void commit(Lane lane, Effect.Apply apply) {
        List<Input.Parked> parked;
        try {
            refuse(lane);
            parked = new ArrayList<>(lane.disk.apply(apply.segments()));
        } catch (StoreException notDurable) {
            step(lane, new Input.ApplyFailed(apply.request()));
            return;
        }
        for (Segment segment : apply.segments()) {
            if (lane.counts()) {
                ledger.holds(segment.stream(), lane.disk.length(segment.stream()));
            }
            if (swarm.happens(Fault.POISON)) {
                parked.add(new Input.Parked(segment.stream(), segment.first()));
            }
        }
        if (swarm.happens(Fault.CRASH_AFTER_COMMIT)) {
            crash(lane);
        } else {
            step(lane, new Input.Applied(apply.request(), parked));
        }
    }
}
