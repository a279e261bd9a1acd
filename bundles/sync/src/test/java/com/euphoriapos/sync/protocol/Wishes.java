package com.euphoriapos.sync.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lanes of a simulation that want the same things, and a referee who sees all of them at once. */
final class Wishes {
    /** So often, in milliseconds, something is wanted. */
    private static final int PAUSE = 500;
    /** As long as an answer may take, and a claim to get around. */
    private static final long ANSWERED = 4_000;
    /** As long as the answer takes of a lane that is there and knows it. */
    private static final long SOON = 200;

    /**
     * A wish.
     *
     * @param links that stood when it began, and the place of the peer
     * @param knew places of the peers that knew a claim of the thing by then
     */
    private record Want(Lane lane, StreamId process, String name, Map<Long, Integer> links, Set<Integer> knew) {
        @Override
        public String toString() {
            return lane.node + " for " + name + " over " + links + ", known to " + knew;
        }
    }

    private final World world;
    private final Random random;
    private final Map<Long, Want> open = new TreeMap<>();
    /** Granted and not durable yet: processes by name. */
    private final Map<String, Set<StreamId>> held = new TreeMap<>();

    private final Map<Long, Verdict> verdicts = new TreeMap<>();
    private long requests;

    Wishes(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    void plan(int millis) {
        for (int i = 0; i < millis / PAUSE; i++) {
            world.time.in(random.nextInt(millis), this::play);
        }
    }

    /** One, two or all lanes want one of a few things, at the same moment or nearly so. */
    private void play() {
        String name = thing();
        List<Lane> wanting = new ArrayList<>(List.of(any()));
        int kind = random.nextInt(4);
        if (kind == 1) {
            wanting.add(any());
        } else if (kind == 2) {
            wanting = new ArrayList<>(world.lanes);
        } else if (kind == 3) {
            Lane again = any();
            world.time.in(random.nextInt(40), () -> ask(again, name));
        }
        if (new HashSet<>(wanting).size() > 1) {
            world.swarm.note(Fault.CLAIMS_CROSSED);
        }
        wanting.forEach(lane -> ask(lane, name));
    }

    /** One of few, so that lanes want the same. */
    private String thing() {
        List<String> shelf = world.disks.shelf();
        return shelf.isEmpty()
                ? "thing:" + (world.time.now() / 1_500 * 2 + random.nextInt(2))
                : shelf.get(Math.max(0, shelf.size() - 1 - random.nextInt(3)));
    }

    private Lane any() {
        return world.lanes.get(random.nextInt(world.lanes.size()));
    }

    private long ask(Lane lane, String name) {
        long request = ++requests;
        if (lane.isUp() && lane.counts() && lane.frozenUntil <= world.time.now() && lane.disk.offers(name)) {
            Map<Long, Integer> links = new TreeMap<>(lane.links);
            Set<String> peers = lane.replica.orElseThrow().peers().keySet();
            links.values().removeIf(place -> !peers.contains(at(place).node) || count(lane, at(place).node) > 1);
            Set<Integer> knew = new TreeSet<>(links.values());
            knew.removeIf(place -> at(place).disk.owner(name).isEmpty());
            open.put(request, new Want(lane, lane.own, name, links, knew));
            world.step(lane, new Input.ClaimAsked(request, name));
        }
        return request;
    }

    private Lane at(int place) {
        return world.lanes.get(place);
    }

    private long count(Lane lane, String peer) {
        return lane.links.values().stream()
                .filter(place -> at(place).node.equals(peer))
                .count();
    }

    void find(Lane lane, Effect.FindClaim find) {
        StreamId process = lane.own;
        Optional<String> found = lane.disk.owner(find.name());
        world.time.in(
                random.nextInt(3), () -> world.ifStill(lane, process, new Input.ClaimFound(find.request(), found)));
    }

    void decided(Lane lane, Effect.ClaimDecided decided) {
        Want want = open.remove(decided.request());
        assertTrue(want != null && want.process().equals(lane.own), "decided once, to whoever asked");
        verdicts.put(decided.request(), decided.verdict());
        if (decided.verdict() instanceof Verdict.Granted granted) {
            judge(want, granted);
            held.computeIfAbsent(want.name(), n -> new TreeSet<>()).add(lane.own);
            world.time.in(random.nextInt(60), () -> use(lane, want));
            if (granted.by().size() < world.lanes.size() - 1) {
                world.swarm.note(Fault.CLAIMED_APART);
            }
        }
    }

    /** Every lane that was linked all the time agreed, does not hold the thing itself, and knew of nobody who does. */
    private void judge(Want want, Verdict.Granted granted) {
        want.links().forEach((link, place) -> {
            Lane other = at(place);
            boolean linked = want.lane().links.containsKey(link) && other.links.containsKey(link);
            if (linked && other.isUp()) {
                assertTrue(granted.by().contains(other.node), () -> other.node + " did not grant it to " + want);
                assertFalse(want.knew().contains(place), () -> other.node + " knew better than " + want);
                assertFalse(holds(other, want.name()), () -> other.node + " was granted it, too, besides " + want);
            }
        });
    }

    private boolean holds(Lane lane, String name) {
        return held.getOrDefault(name, Set.of()).contains(lane.own);
    }

    /** Makes it durable, or gives it back. */
    private void use(Lane lane, Want want) {
        boolean lives = lane.isUp() && lane.own.equals(want.process());
        if (lives && lane.frozenUntil > world.time.now()) {
            world.time.in(lane.frozenUntil - world.time.now() + 1, () -> use(lane, want));
            return;
        }
        held.get(want.name()).remove(want.process());
        if (!lives) {
            return;
        }
        // What arrived since the grant counts: whoever makes a claim durable looks once more in the same transaction.
        boolean late = lane.disk.owner(want.name()).isPresent();
        if (late || lane.fullUntil > world.time.now() || random.nextInt(10) == 0) {
            world.step(lane, new Input.ClaimDropped(want.name()));
            return;
        }
        String hlc = String.format(Locale.ROOT, "%09d", world.time.now() + random.nextInt(50));
        boolean kept = world.write(lane, disk -> disk.claim(lane.own, ++lane.groups, want.name(), hlc));
        world.step(lane, kept ? new Input.ClaimKept(want.name()) : new Input.ClaimDropped(want.name()));
    }

    /** After all faults: of lanes that ask at once exactly one gets it, and all name the same winner of everything. */
    void settle() {
        List<Lane> lanes = world.lanes.stream().filter(Lane::counts).toList();
        List<List<Long>> rounds = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            String name = "settled:" + round;
            rounds.add(lanes.stream().map(lane -> ask(lane, name)).toList());
        }
        world.time.run(ANSWERED);
        for (List<Long> asked : rounds) {
            List<Verdict> answers = asked.stream().map(verdicts::get).toList();
            long granted =
                    answers.stream().filter(Verdict.Granted.class::isInstance).count();
            assertEquals(lanes.isEmpty() ? 0 : 1, granted, answers::toString);
        }
        open.values().removeIf(want -> !want.lane().isUp() || !want.process().equals(want.lane().own));
        assertEquals(Map.of(), open, "every wish of a lane that lives is decided");
        compare(lanes);
    }

    private void compare(List<Lane> lanes) {
        for (Lane lane : lanes) {
            Map<String, TreeSet<Event>> claims = lanes.get(0).disk.claims();
            assertEquals(claims, lane.disk.claims(), lane.node);
            Map<String, Long> asked = new TreeMap<>();
            claims.forEach((name, all) -> {
                asked.put(name, ask(lane, name));
                if (all.size() > 1) {
                    world.swarm.note(Fault.CLAIMED_TWICE);
                }
            });
            world.time.run(SOON);
            asked.forEach((name, request) -> {
                Verdict taken =
                        new Verdict.Taken(claims.get(name).first().stream().origin());
                assertEquals(taken, verdicts.get(request), name);
            });
        }
    }
}
