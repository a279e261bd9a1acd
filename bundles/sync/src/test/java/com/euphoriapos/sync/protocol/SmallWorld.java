package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A few lanes of which every next thing that can happen is known, so that all orders can be tried. */
final class SmallWorld {
    /** How much happens in one history at most. */
    record Scope(int lanes, int events, int crashes, int lies, int losses, int failures, int ticks) {}

    /** Something that can happen now: what, and to whom. */
    record Step(Kind kind, int lane, int other) {}

    enum Kind {
        DELIVER,
        LOSE,
        COMMIT,
        FAIL,
        WRITE,
        CONNECT,
        CRASH,
        LIE,
        TICK
    }

    /** One machine. */
    static final class Machine {
        final String node;
        final List<Effect.Apply> applies = new ArrayList<>();
        final Map<String, Map<StreamId, Mark>> delivered = new TreeMap<>();
        /** Numbers of the links by the place of the peer. */
        final Map<Integer, Long> links = new TreeMap<>();

        Disk disk = new Disk();
        Replica replica;
        StreamId own;
        long starts;

        Machine(String node) {
            this.node = node;
            this.own = new StreamId(node, "1");
            this.replica = new Replica(new Identity(node, node + "/1", "1"), LIMITS, Map.of());
            this.starts = 1;
        }

        void startAgain() {
            starts++;
            own = new StreamId(node, Long.toString(starts));
            replica = new Replica(new Identity(node, node + "/" + starts, own.epoch()), LIMITS, disk.vector());
            applies.clear();
            links.clear();
        }
    }

    static final Limits LIMITS = new Limits(2, 1, 2, 5_000, 15_000, 600_000, 500, 2_000, 10_000, 256);

    final List<Machine> machines = new ArrayList<>();
    /** Frames on their way, by sender times ten and receiver. */
    final Map<Integer, Deque<Frame>> wires = new TreeMap<>();

    private final Map<StreamId, Integer> written = new TreeMap<>();
    private int eventsLeft;
    private int crashesLeft;
    private int liesLeft;
    private int lossesLeft;
    private int failuresLeft;
    private int ticksLeft;
    private long now;
    private long ids;
    private boolean lost;

    SmallWorld(Scope scope) {
        for (int i = 0; i < scope.lanes(); i++) {
            machines.add(new Machine("lane" + i));
        }
        eventsLeft = scope.events();
        crashesLeft = scope.crashes();
        liesLeft = scope.lies();
        lossesLeft = scope.losses();
        failuresLeft = scope.failures();
        ticksLeft = scope.ticks();
    }

    /** Everything that can happen next. */
    List<Step> next() {
        List<Step> steps = quietly();
        boolean quiet = steps.isEmpty();
        wires.forEach((wire, frames) -> {
            if (!frames.isEmpty() && lossesLeft > 0) {
                steps.add(new Step(Kind.LOSE, wire / 10, wire % 10));
            }
        });
        for (int i = 0; i < machines.size(); i++) {
            if (!machines.get(i).applies.isEmpty() && failuresLeft > 0) {
                steps.add(new Step(Kind.FAIL, i, 0));
            }
            if (eventsLeft > 0) {
                steps.add(new Step(Kind.WRITE, i, 0));
            }
            if (crashesLeft > 0) {
                steps.add(new Step(Kind.CRASH, i, 0));
            }
            if (liesLeft > 0) {
                steps.add(new Step(Kind.LIE, i, 0));
            }
        }
        if (quiet && ticksLeft > 0) {
            steps.add(new Step(Kind.TICK, 0, 0));
        }
        return steps;
    }

    /** What happens without anybody's doing: frames arrive, disks finish, links come up. */
    private List<Step> quietly() {
        List<Step> steps = new ArrayList<>();
        wires.forEach((wire, frames) -> {
            if (!frames.isEmpty()) {
                steps.add(new Step(Kind.DELIVER, wire / 10, wire % 10));
            }
        });
        for (int i = 0; i < machines.size(); i++) {
            if (!machines.get(i).applies.isEmpty()) {
                steps.add(new Step(Kind.COMMIT, i, 0));
            }
            for (int j = i + 1; j < machines.size(); j++) {
                if (!machines.get(i).links.containsKey(j)) {
                    steps.add(new Step(Kind.CONNECT, i, j));
                }
            }
        }
        return steps;
    }

    boolean isQuiet() {
        return quietly().isEmpty();
    }

    /** Lets the rest happen in one order, with as many signs of life as mend any loss; then all have to hold the same. */
    void settle() {
        for (int round = 0; round < 4; round++) {
            tick();
            for (List<Step> steps = quietly(); !steps.isEmpty(); steps = quietly()) {
                take(steps.get(0));
            }
        }
        Map<StreamId, List<Event>> first = machines.get(0).disk.streams();
        for (Machine machine : machines) {
            if (!machine.disk.streams().equals(first)) {
                throw new AssertionError(machine.node + " holds " + machine.disk.vector() + ", " + machines.get(0).node
                        + " holds " + machines.get(0).disk.vector());
            }
        }
        written.forEach((stream, length) -> {
            if (machines.get(0).disk.length(stream) < length) {
                throw new AssertionError("lost events of " + stream);
            }
        });
    }

    void take(Step step) {
        Machine machine = machines.get(step.lane());
        switch (step.kind()) {
            case DELIVER -> {
                Frame frame = frames(step.lane(), step.other()).remove();
                Machine receiver = machines.get(step.other());
                step(receiver, new Input.Received(receiver.links.get(step.lane()), frame));
            }
            case LOSE -> {
                lossesLeft--;
                lost = true;
                frames(step.lane(), step.other()).remove();
            }
            case COMMIT -> {
                Effect.Apply apply = machine.applies.remove(0);
                apply.segments().forEach(machine.disk::apply);
                step(machine, new Input.Applied(apply.request(), List.of()));
            }
            case FAIL -> {
                failuresLeft--;
                step(machine, new Input.ApplyFailed(machine.applies.remove(0).request()));
            }
            case WRITE -> {
                eventsLeft--;
                List<Event> events = machine.disk.write(machine.own, 1, eventsLeft);
                Mark mark = events.get(0).mark();
                written.put(machine.own, (int) mark.seq());
                step(machine, new Input.Committed(machine.own, mark));
            }
            case CONNECT -> connect(step.lane(), step.other());
            case CRASH -> {
                crashesLeft--;
                crash(step.lane());
            }
            case LIE -> {
                liesLeft--;
                lie(step.lane());
            }
            case TICK -> {
                ticksLeft--;
                tick();
            }
        }
    }

    private Deque<Frame> frames(int from, int to) {
        return wires.computeIfAbsent(from * 10 + to, w -> new ArrayDeque<>());
    }

    private void connect(int from, int to) {
        long id = ++ids;
        machines.get(from).links.put(to, id);
        machines.get(to).links.put(from, id);
        step(machines.get(from), new Input.LinkUp(id, machines.get(to).node, true));
        step(machines.get(to), new Input.LinkUp(id, machines.get(from).node, false));
    }

    private void crash(int place) {
        Machine machine = machines.get(place);
        List<Integer> peers = List.copyOf(machine.links.keySet());
        machine.startAgain();
        peers.forEach(peer -> hangUp(place, peer));
    }

    private void hangUp(int place, int peer) {
        frames(place, peer).clear();
        frames(peer, place).clear();
        Long link = machines.get(peer).links.remove(place);
        if (link != null) {
            step(machines.get(peer), new Input.LinkDown(link));
        }
    }

    /** It crashes and has forgotten the newest event of each stream, which it had called durable. */
    private void lie(int place) {
        Machine machine = machines.get(place);
        machine.disk.forgetNewest();
        crash(place);
        written.replaceAll((stream, length) -> machines.stream()
                .mapToInt(each -> each.disk.length(stream))
                .max()
                .orElse(0));
    }

    private void tick() {
        now += LIMITS.pingMillis();
        machines.forEach(machine -> step(machine, new Input.Timer()));
    }

    private void step(Machine machine, Input input) {
        for (Effect effect : machine.replica.step(input, now)) {
            if (effect instanceof Effect.Send send) {
                machine.links.forEach((peer, link) -> {
                    if (link == send.link()) {
                        frames(machines.indexOf(machine), peer).add(send.frame());
                    }
                });
                honest(machine, send.frame());
            } else if (effect instanceof Effect.Read read) {
                step(machine, new Input.ReadDone(read.request(), machine.disk.read(read)));
            } else if (effect instanceof Effect.Apply apply) {
                machine.applies.add(apply);
            } else if (effect instanceof Effect.ResetDelivery reset) {
                machine.delivered.put(reset.target(), new TreeMap<>(reset.marks()));
            } else if (effect instanceof Effect.SaveDelivery saved) {
                machine.delivered
                        .computeIfAbsent(saved.target(), t -> new TreeMap<>())
                        .put(saved.stream(), saved.upTo());
                believes(machine, saved);
            } else if (effect instanceof Effect.Close close && close.reason() == Effect.Reason.PROTOCOL && lost) {
                cut(machine, close.link());
            } else if (!(effect instanceof Effect.Alarm alarm && alarm.reason() == Effect.Reason.ROLLED_BACK)) {
                throw new AssertionError(machine.node + " " + effect);
            }
        }
    }

    /** A link on which a frame was lost may be given up, as a real one would have given up itself. */
    private void cut(Machine machine, long link) {
        int place = machines.indexOf(machine);
        for (int peer : List.copyOf(machine.links.keySet())) {
            if (machine.links.get(peer) == link) {
                machine.links.remove(peer);
                hangUp(place, peer);
            }
        }
    }

    private static void honest(Machine machine, Frame frame) {
        if (frame instanceof Frame.Ack ack && !machine.disk.holds(ack.stream(), ack.upTo())) {
            throw new AssertionError(machine.node + " acknowledges what it does not hold: " + ack);
        }
    }

    private void believes(Machine machine, Effect.SaveDelivery saved) {
        Optional<Machine> target = machines.stream()
                .filter(each -> each.node.equals(saved.target()))
                .findFirst();
        if (!target.orElseThrow().disk.holds(saved.stream(), saved.upTo())) {
            throw new AssertionError(machine.node + " believes that " + saved);
        }
    }
}
