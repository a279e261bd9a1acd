package com.euphoriapos.sync.cloud.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failed;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.ModelCloud.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Three lanes and a cloud under lost requests, answers lost after the commit, 5xx, captive portals, restored clouds, revoked tokens and
 * a lane that dies. {@code -Dcloud.seeds=N -Dcloud.start=S} plays N seeds from S on.
 */
final class CloudSimulationTest {
    private static final int LANES = 3;
    private static final long FAULTS_END = 1_800_000;
    private static final long END = FAULTS_END + 7_200_000;

    private enum Fault {
        LOST_BEFORE,
        LOST_AFTER,
        TROUBLE,
        PORTAL,
        TOO_LARGE,
        RESTORED,
        REVOKED,
        RESTART,
        DEAD_LANE
    }

    /** Something that happens at a time; {@code order} keeps the order of equals. */
    private record Due(long at, long order, Runnable what) {}

    private static final class Lane {
        final String node;
        CloudSync sync;
        int openings;
        boolean dead;
        boolean revoked;
        final Map<StreamId, Mark> held = new HashMap<>();
        StreamId stream = new StreamId("", "");
        Shown shown = new Shown(-1, 0, 0);
        int life;

        Lane(String node, Random random) {
            this.node = node;
            this.sync = new CloudSync(node, Pacing.USUAL, random);
            open();
        }

        void open() {
            openings++;
            stream = new StreamId(node, String.format(Locale.ROOT, "E%04d", openings));
        }
    }

    private static final class World {
        final Random random;
        final ModelCloud cloud = new ModelCloud();
        final List<Lane> lanes = new ArrayList<>();
        final PriorityQueue<Due> due =
                new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
        final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        final Map<String, Long> sold = new HashMap<>();
        long now;
        long order;
        boolean calm;

        World(long seed) {
            random = new Random(seed);
            for (int i = 0; i < LANES; i++) {
                lanes.add(new Lane("L" + i, random));
            }
        }

        void at(long millis, Runnable what) {
            due.add(new Due(now + millis, order++, what));
        }

        boolean hit(Fault fault, int percent) {
            boolean hit = !calm && random.nextInt(100) < percent;
            if (hit) {
                faults.merge(fault, 1, Integer::sum);
            }
            return hit;
        }

        void step(Lane lane, CloudInput input) {
            if (lane.dead) {
                return;
            }
            for (CloudEffect effect : lane.sync.step(input, now)) {
                perform(lane, effect);
            }
        }

        void answer(Lane lane, int life, long delay, CloudInput input) {
            at(delay, () -> {
                if (lane.life == life) {
                    step(lane, input);
                }
            });
        }

        void perform(Lane lane, CloudEffect effect) {
            boolean upload = effect instanceof CloudEffect.Upload || effect instanceof CloudEffect.AskPositions;
            if (!upload && !(effect instanceof CloudEffect.Pull)) {
                return;
            }
            int life = lane.life;
            long delay = 20 + random.nextInt(400);
            Optional<Failed> refused = refusal(lane, upload);
            if (refused.isPresent()) {
                answer(lane, life, delay, refused.get());
                return;
            }
            at(delay, () -> {
                CloudInput result = ask(lane, effect);
                if (hit(Fault.LOST_AFTER, 6)) {
                    answer(lane, life, 30_000, new Failed(upload, Failure.UNREACHABLE, "lost", 0));
                } else {
                    long kept = result instanceof CloudInput.NothingNew && effect instanceof CloudEffect.Pull pull
                            ? pull.waitSeconds() * 1_000L
                            : 0;
                    answer(lane, life, delay + kept, result);
                }
            });
        }

        private Optional<Failed> refusal(Lane lane, boolean upload) {
            if (lane.revoked) {
                return Optional.of(new Failed(upload, Failure.GONE, "revoked", 0));
            }
            if (hit(Fault.LOST_BEFORE, 6)) {
                return Optional.of(new Failed(upload, Failure.UNREACHABLE, "no line", 0));
            }
            if (hit(Fault.TROUBLE, 6)) {
                return Optional.of(new Failed(upload, Failure.TROUBLE, "503", random.nextInt(5_000)));
            }
            if (hit(Fault.PORTAL, 3)) {
                return Optional.of(new Failed(upload, Failure.STRANGER, "a page", 0));
            }
            if (upload && hit(Fault.TOO_LARGE, 2)) {
                return Optional.of(new Failed(true, Failure.TOO_LARGE, "413", 0));
            }
            return Optional.empty();
        }

        CloudInput ask(Lane lane, CloudEffect effect) {
            if (effect instanceof CloudEffect.AskPositions ask) {
                return new CloudInput.Positions(cloud.marks(), ask.from().isEmpty());
            }
            if (effect instanceof CloudEffect.Upload upload) {
                List<CloudEffect.Want> events = new ArrayList<>();
                for (CloudEffect.Want want : upload.wants()) {
                    for (long seq = want.after() + 1; seq <= want.upTo() && events.size() < upload.eventsMax(); seq++) {
                        events.add(new CloudEffect.Want(want.stream(), seq - 1, seq));
                    }
                }
                return cloud.ingest(events);
            }
            Shown before = lane.shown;
            Optional<Shown> page = cloud.page(before);
            if (page.isEmpty()) {
                return new CloudInput.NothingNew();
            }
            lane.shown = page.get();
            return new CloudInput.Pulled(
                    cloud.hasMore(page.get()), before.epoch() != page.get().epoch());
        }

        /** Sells, and tells the other lanes a moment later. */
        void sell(Lane lane, int count) {
            if (lane.dead) {
                return;
            }
            long to = lane.held.getOrDefault(lane.stream, Mark.NONE).seq() + count;
            StreamId stream = lane.stream;
            sold.merge(stream.toString(), to, Math::max);
            holds(lane, stream, to);
            for (Lane other : lanes) {
                if (other != lane) {
                    at(random.nextInt(2_000), () -> holds(other, stream, to));
                }
            }
        }

        void holds(Lane lane, StreamId stream, long to) {
            lane.held.merge(stream, ModelCloud.mark(stream, to), (a, b) -> a.seq() >= b.seq() ? a : b);
            step(lane, new CloudInput.Holds(lane.held));
        }

        void mishap() {
            Lane lane = lanes.get(random.nextInt(LANES));
            if (hit(Fault.RESTART, 30)) {
                lane.life++;
                lane.sync = new CloudSync(lane.node, Pacing.USUAL, random);
                lane.open();
                step(lane, new CloudInput.Holds(lane.held));
            } else if (hit(Fault.RESTORED, 20)) {
                if (!cloud.restore()) {
                    cloud.save();
                }
            } else if (hit(Fault.REVOKED, 15)) {
                lane.revoked = true;
                at(60_000 + random.nextInt(300_000), () -> enrol(lane));
            } else if (lane == lanes.get(LANES - 1) && now > FAULTS_END / 2 && hit(Fault.DEAD_LANE, 30)) {
                lane.dead = true;
            }
        }

        /** A new session, as after an enrolment. */
        void enrol(Lane lane) {
            lane.revoked = false;
            lane.life++;
            lane.sync = new CloudSync(lane.node, Pacing.USUAL, random);
            step(lane, new CloudInput.Holds(lane.held));
        }

        void play() {
            for (long t = 0; t < END; t += 500) {
                long tick = t;
                due.add(new Due(tick, order++, () -> lanes.forEach(lane -> step(lane, new CloudInput.Tick()))));
            }
            for (int i = 0; i < 300; i++) {
                at(random.nextLong(FAULTS_END), () -> sell(lanes.get(random.nextInt(LANES)), 1 + random.nextInt(40)));
                if (i % 6 == 0) {
                    int price = i + 1;
                    at(random.nextLong(FAULTS_END), () -> cloud.change(price));
                    at(random.nextLong(FAULTS_END), this::mishap);
                }
            }
            at(FAULTS_END, () -> calm = true);
            while (!due.isEmpty()) {
                Due next = due.poll();
                now = next.at();
                if (now > END) {
                    break;
                }
                next.what().run();
            }
        }

        void check(long seed) {
            Map<StreamId, Mark> marks = cloud.marks();
            sold.forEach((name, seq) -> {
                long there = marks.entrySet().stream()
                        .filter(each -> each.getKey().toString().equals(name))
                        .mapToLong(each -> each.getValue().seq())
                        .findFirst()
                        .orElse(0);
                assertEquals(seq, there, "seed " + seed + ": " + name + " in the cloud");
            });
            assertEquals(
                    sold.values().stream().mapToLong(Long::longValue).sum(),
                    cloud.applied.values().stream()
                            .mapToLong(Integer::longValue)
                            .sum(),
                    "seed " + seed + ": each once");
            for (Lane lane : lanes) {
                if (!lane.dead) {
                    assertEquals(cloud.price(), lane.shown.price(), "seed " + seed + ": the price on " + lane.node);
                    assertEquals(0, lane.sync.backlog(), "seed " + seed + ": the backlog of " + lane.node);
                }
            }
        }
    }

    @Test
    void bringsEverySaleOnceAndEveryPriceBackWhateverTheLineDoes() {
        long seeds = Long.getLong("cloud.seeds", 150);
        long start = Long.getLong("cloud.start", 1);
        Map<Fault, Integer> fired = new EnumMap<>(Fault.class);
        for (long seed = start; seed < start + seeds; seed++) {
            World world = new World(seed);
            world.play();
            world.check(seed);
            world.faults.keySet().forEach(fault -> fired.merge(fault, 1, Integer::sum));
        }
        for (Fault fault : Fault.values()) {
            assertTrue(
                    seeds < 100 || fired.getOrDefault(fault, 0) * 100L >= seeds,
                    fault + " fired in " + fired.getOrDefault(fault, 0) + " of " + seeds + " seeds");
        }
    }
}
