package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Picks what goes wrong next in a world, and does it. */
final class Mishaps {
    private final World world;
    private final Swarm swarm;
    private final Random random;
    private final Map<Integer, Disk> images = new TreeMap<>();
    private final Set<String> copied = new TreeSet<>();

    Mishaps(World world, Random random) {
        this.world = world;
        this.swarm = world.swarm;
        this.random = random;
    }

    /** Once in a while, to a lane. */
    void one() {
        List<Lane> present = world.lanes.stream().filter(Lane::counts).toList();
        if (present.isEmpty()) {
            // The last one was a copy, and was taken away.
            return;
        }
        Lane lane = present.get(random.nextInt(present.size()));
        links(lane);
        machine(lane);
        disk(lane);
        if (present.size() > 2) {
            farewell(lane);
        }
    }

    private void links(Lane lane) {
        List<Long> links = new ArrayList<>(lane.links.keySet());
        if (!links.isEmpty() && swarm.happens(Fault.LINK_CUT)) {
            world.network.cut(links.get(random.nextInt(links.size())));
        }
        if (!links.isEmpty() && swarm.happens(Fault.HALF_OPEN)) {
            world.network.silence(links.get(random.nextInt(links.size())), lane);
        }
        if (swarm.happens(Fault.PARTITION)) {
            apart(List.of(lane));
        }
        if (world.lanes.size() > 2 && swarm.happens(Fault.SPLIT)) {
            apart(world.lanes.subList(0, 1 + random.nextInt(world.lanes.size() - 1)));
        }
    }

    private void apart(List<Lane> some) {
        int island = 1 + random.nextInt(1_000);
        List<Lane> moved = List.copyOf(some);
        moved.forEach(each -> world.network.move(each, island));
        world.time.in(500 + random.nextInt(20_000), () -> moved.forEach(each -> world.network.move(each, 0)));
    }

    private void machine(Lane lane) {
        if (swarm.happens(Fault.CRASH)) {
            world.crash(lane);
        }
        if (lane.isUp() && swarm.happens(Fault.POWER_CUT)) {
            lane.kill();
            world.time.in(1_000 + random.nextInt(5_000), () -> world.start(lane));
        }
        if (lane.isUp() && swarm.happens(Fault.FROZEN)) {
            lane.frozenUntil = world.time.now() + 500 + random.nextInt(25_000);
            StreamId process = lane.own;
            world.time.in(lane.frozenUntil - world.time.now(), () -> thaw(lane, process));
        }
        if (swarm.happens(Fault.OTHER_VERSION)) {
            lane.protocol = Replica.PROTOCOL + 1;
            world.crash(lane);
            world.time.in(2_000 + random.nextInt(8_000), () -> {
                lane.protocol = Replica.PROTOCOL;
                world.crash(lane);
            });
        }
        if (world.disks.areStores() && swarm.happens(Fault.OLDER_RELEASE)) {
            otherRelease(lane, true);
            world.time.in(1_000 + random.nextInt(6_000), () -> otherRelease(lane, false));
        }
        if (!copied.contains(lane.node) && swarm.happens(Fault.CLONED)) {
            copy(lane);
        }
    }

    private void otherRelease(Lane lane, boolean older) {
        lane.disk.release(older);
        world.crash(lane);
    }

    /** It goes on where it stood, and finds out what happened meanwhile. */
    private void thaw(Lane lane, StreamId process) {
        if (lane.isUp() && lane.own.equals(process)) {
            lane.frozenUntil = 0;
            List<Input> missed = List.copyOf(lane.later);
            lane.later.clear();
            missed.forEach(input -> {
                if (lane.own.equals(process)) {
                    world.step(lane, input);
                }
            });
        }
    }

    private void copy(Lane lane) {
        copied.add(lane.node);
        Lane copy = world.add(lane.node);
        copy.disk = lane.disk.copy();
        copy.starts = lane.starts;
        copy.groups = lane.groups;
        world.start(copy);
        world.time.in(1_000 + random.nextInt(10_000), () -> takeAway(copy));
    }

    /** Nobody is told: its links stand, as those of a machine without power do. */
    private void takeAway(Lane lane) {
        lane.gone = true;
        lane.kill();
        forgot(lane);
    }

    private void disk(Lane lane) {
        if (swarm.happens(Fault.DISK_FULL)) {
            lane.fullUntil = world.time.now() + 500 + random.nextInt(6_000);
        }
        if (swarm.happens(Fault.DISK_LIED)) {
            world.crash(lane);
            lane.disk = lane.disk.lied(random);
            forgot(lane);
        }
        if (random.nextInt(1_000) < 20) {
            images.put(lane.place, lane.disk.copy());
        }
        Disk image = images.get(lane.place);
        if (image != null && swarm.happens(Fault.OLD_IMAGE)) {
            world.crash(lane);
            lane.disk = image.copy();
            forgot(lane);
        }
    }

    private void forgot(Lane lane) {
        world.watch.forgot(lane.node);
        world.ledger.recount(world.lanes);
    }

    private void farewell(Lane lane) {
        if (!swarm.happened.containsKey(Fault.DEAD) && swarm.happens(Fault.DEAD)) {
            takeAway(lane);
        } else if (!swarm.happened.containsKey(Fault.REVOKED) && swarm.happens(Fault.REVOKED)) {
            world.lanes.stream().filter(each -> each.node.equals(lane.node)).forEach(each -> each.outcast = true);
            world.ledger.recount(world.lanes);
            for (Lane other : world.lanes) {
                if (!other.outcast) {
                    world.step(other, new Input.Revoked(lane.node));
                }
            }
        }
    }

    /** The last copy is found and taken away; whoever stands still or is off goes on; a lane that was copied is started anew. */
    void end() {
        for (Lane lane : List.copyOf(world.lanes)) {
            boolean isCopy =
                    world.lanes.stream().anyMatch(each -> each.place < lane.place && each.node.equals(lane.node));
            lane.protocol = Replica.PROTOCOL;
            lane.fullUntil = 0;
            if (swarm.happened.containsKey(Fault.OLDER_RELEASE)) {
                otherRelease(lane, false);
            }
            if (isCopy && !lane.gone) {
                takeAway(lane);
            } else if (copied.contains(lane.node)) {
                world.crash(lane);
            }
            if (lane.frozenUntil > world.time.now()) {
                lane.frozenUntil = 0;
                thaw(lane, lane.own);
            }
            world.start(lane);
        }
    }
}
