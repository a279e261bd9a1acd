package com.euphoriapos.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.store.ReplicationRepository.Parked;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.core.fixture.ReplicaLane;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories: people on three or four lanes, whose clocks differ by minutes, edit the same things while events travel late, in any
 * order between lanes, and sometimes twice. Once everybody has heard of everything, all real stores have to hold the same. A failure names
 * its seed, which {@code -Dconvergence.start=SEED -Dconvergence.seeds=1} repeats.
 */
final class ConvergenceTest {
    private static final int ACTS = 60;

    @TempDir
    private Path folder;

    @Test
    void allLanesHoldTheSameOnceTheyKnowTheSame() throws IOException {
        long start = Long.getLong("convergence.start", 1);
        long seeds = Long.getLong("convergence.seeds", 12);
        for (long seed = start; seed < start + seeds; seed++) {
            converge(seed);
        }
    }

    private void converge(long seed) throws IOException {
        Random random = new Random(seed);
        List<ReplicaLane> lanes = new ArrayList<>();
        try {
            int count = 3 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                Path home = Files.createDirectories(folder.resolve(seed + "-" + i));
                Duration off = Duration.ofSeconds(random.nextInt(600) - 300);
                ReplicaLane lane = new ReplicaLane(home, (i + "a").repeat(32), Samples.NOON.plus(off));
                RandomActs.begin(lane);
                lanes.add(lane);
            }
            List<StreamId> streams = lanes.stream().map(ReplicaLane::stream).toList();
            history(random, lanes, streams);
            settle(lanes, streams, random);
            for (ReplicaLane lane : lanes) {
                assertEquals(
                        List.of(), lane.parked().stream().map(Parked::reason).toList(), "parked, seed " + seed);
                assertEquals("", differences(lanes.get(0).dump(), lane.dump()), "seed " + seed);
            }
        } finally {
            lanes.forEach(ReplicaLane::close);
        }
    }

    /** The rows that only one of them has. */
    private static String differences(String one, String other) {
        Set<String> here = new TreeSet<>(one.lines().toList());
        Set<String> there = new TreeSet<>(other.lines().toList());
        StringBuilder all = new StringBuilder();
        here.stream().filter(line -> !there.contains(line)).forEach(line -> all.append("\n- " + line));
        there.stream().filter(line -> !here.contains(line)).forEach(line -> all.append("\n+ " + line));
        return all.toString();
    }

    private static void history(Random random, List<ReplicaLane> lanes, List<StreamId> streams) {
        RandomActs acts = new RandomActs(random);
        int talkative = 1 + random.nextInt(6);
        for (int i = 0; i < ACTS; i++) {
            acts.act(lanes.get(random.nextInt(lanes.size())));
            for (int j = 0; j < random.nextInt(talkative); j++) {
                exchange(random, lanes, streams);
            }
        }
    }

    /** A lane takes some of a stream, from whoever holds more of it. */
    private static void exchange(Random random, List<ReplicaLane> lanes, List<StreamId> streams) {
        ReplicaLane to = lanes.get(random.nextInt(lanes.size()));
        ReplicaLane from = lanes.get(random.nextInt(lanes.size()));
        StreamId stream = streams.get(random.nextInt(streams.size()));
        if (to == from
                || stream.equals(to.stream())
                || from.mark(stream).seq() <= to.mark(stream).seq()) {
            return;
        }
        to.takeFrom(from, stream, 1 + random.nextInt(4));
        if (random.nextInt(4) == 0) {
            to.retryParked();
        }
        if (random.nextInt(3) == 0) {
            repeat(random, to, stream);
        }
    }

    /** What was applied comes again, as after a crash. */
    private static void repeat(Random random, ReplicaLane lane, StreamId stream) {
        Mark mark = lane.mark(stream);
        long after = random.nextInt((int) mark.seq() + 1);
        Optional<Segment> segment = mark.seq() == after
                ? Optional.empty()
                : lane.store().read(handle -> handle.replication().read(stream, after, mark.seq(), 5, 1 << 20));
        List<Event> events = segment.map(Segment::events).orElse(List.of());
        lane.applyAgain(events);
    }

    private static void settle(List<ReplicaLane> lanes, List<StreamId> streams, Random random) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (ReplicaLane to : lanes) {
                for (int i = 0; i < lanes.size(); i++) {
                    if (!streams.get(i).equals(to.stream())) {
                        moved |= to.takeFrom(lanes.get(i), streams.get(i), 1 + random.nextInt(20));
                    }
                }
                moved |= to.retryParked() > 0;
            }
        }
    }
}
