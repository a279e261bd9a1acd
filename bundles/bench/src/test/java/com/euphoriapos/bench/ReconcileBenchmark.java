package com.euphoriapos.bench;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.store.sqlite.BenchStore;
import com.euphoriapos.store.sqlite.ManyEvents;
import com.euphoriapos.sync.protocol.Effect;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Identity;
import com.euphoriapos.sync.protocol.Input;
import com.euphoriapos.sync.protocol.Limits;
import com.euphoriapos.sync.protocol.Replica;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.FrameCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Two lanes that hold the same of all lanes greet each other and compare all positions: from reading their positions to both being content,
 * with the shipped protocol and codec, and no network between them.
 */
final class ReconcileBenchmark {
    private static final int LANES = 20;
    private static final int BYTES_MAX = 4_096;
    private static final int ROUND_TRIPS = 1;
    private static final double GROWTH_MAX = 1.5;
    /** The lanes of the comparison hold so many times fewer events. */
    private static final int FEWER = 100;

    private static final long LINK = 1;
    private static final int WARM_UP = 20;

    private final Path folder;

    ReconcileBenchmark(Path folder) {
        this.folder = folder;
    }

    void run(int events, int times, Report report) {
        try (Pair many = pair("many", events);
                Pair few = pair("few", Math.max(2 * LANES, events / FEWER))) {
            long[] nanos = new long[times];
            long[] nanosOfFew = new long[times];
            Talk greeting = many.meet();
            for (int i = -WARM_UP; i < times; i++) {
                long began = System.nanoTime();
                greeting = many.meet();
                long middle = System.nanoTime();
                few.meet();
                if (i >= 0) {
                    nanos[i] = middle - began;
                    nanosOfFew[i] = System.nanoTime() - middle;
                }
            }
            String name = "reconcile of " + LANES + " lanes with " + events + " events";
            Samples ours = new Samples(nanos);
            report.add(count(name + ", bytes each way", greeting.bytes, "B", BYTES_MAX));
            report.add(count(name + ", round trips", greeting.roundTrips, "", ROUND_TRIPS));
            report.add(Result.times(name + ", to 1/" + FEWER + " of them", ours, new Samples(nanosOfFew), GROWTH_MAX));
            Samples raw = new Samples(ManyEvents.positions(folder.resolve("many-1"), LANES, times));
            report.add(Result.compared(name + ", to reading the positions", ours, raw));
        }
    }

    private static Result count(String name, long value, String unit, int limit) {
        return new Result(
                name, value, value, unit, Optional.empty(), "≤ " + limit + " " + unit, Optional.of(value <= limit));
    }

    private Pair pair(String name, int events) {
        Path one = folder.resolve(name + "-1");
        Path two = folder.resolve(name + "-2");
        for (Path home : List.of(one, two)) {
            new BenchStore(home).close();
            ManyEvents.write(home, LANES, events / LANES);
        }
        return new Pair(new BenchStore(one), new BenchStore(two));
    }

    /** What two lanes said to each other. */
    private static final class Talk {
        private long bytes;
        private long roundTrips;
    }

    /** Two stores that hold the same. */
    private record Pair(BenchStore one, BenchStore two) implements AutoCloseable {
        /** Both read how far they are, greet each other, and one asks for a comparison of everything. */
        Talk meet() {
            Replica a = replica(one.store(), "a");
            Replica b = replica(two.store(), "b");
            Talk greeting = talk(
                    a, a.step(new Input.LinkUp(LINK, "b", true), 0), b, b.step(new Input.LinkUp(LINK, "a", false), 0));
            Talk comparison = talk(a, a.step(new Input.Compare(), 0), b, List.of());
            greeting.bytes = Math.max(greeting.bytes, comparison.bytes);
            greeting.roundTrips = Math.max(greeting.roundTrips, comparison.roundTrips);
            return greeting;
        }

        private static Replica replica(Store store, String node) {
            return new Replica(
                    new Identity(node, "process of " + node, "e"),
                    Limits.NORMAL,
                    store.read(handle -> handle.replication().vector()));
        }

        /** Carries frames to and fro until nobody has more to say; each time both were heard is a round trip. */
        private static Talk talk(Replica a, List<Effect> ofA, Replica b, List<Effect> ofB) {
            Talk talk = new Talk();
            Deque<String> toB = new ArrayDeque<>(frames(ofA));
            Deque<String> toA = new ArrayDeque<>(frames(ofB));
            long toThere = 0;
            long toHere = 0;
            while (!toA.isEmpty() || !toB.isEmpty()) {
                talk.roundTrips++;
                Deque<String> answers = new ArrayDeque<>();
                for (String text : toB) {
                    toThere += bytes(text);
                    answers.addAll(frames(b.step(received(text), 0)));
                }
                toB.clear();
                for (String text : toA) {
                    toHere += bytes(text);
                    toB.addAll(frames(a.step(received(text), 0)));
                }
                toA.clear();
                for (String text : answers) {
                    toHere += bytes(text);
                    toB.addAll(frames(a.step(received(text), 0)));
                }
            }
            talk.bytes = Math.max(toThere, toHere);
            return talk;
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        private static Input received(String text) {
            return new Input.Received(LINK, FrameCodec.decode(text).frame());
        }

        private static List<String> frames(List<Effect> effects) {
            for (Effect effect : effects) {
                boolean asksTheStore = effect instanceof Effect.Read
                        || effect instanceof Effect.ReadHash
                        || effect instanceof Effect.Apply
                        || effect instanceof Effect.Alarm;
                if (asksTheStore) {
                    throw new IllegalStateException("equal lanes have nothing to look up: " + effect);
                }
            }
            return effects.stream()
                    .filter(Effect.Send.class::isInstance)
                    .map(effect -> ((Effect.Send) effect).frame())
                    .flatMap(frame -> FrameCodec.encode(frame, about(frame)).stream())
                    .toList();
        }

        private static About about(Frame frame) {
            return frame instanceof Frame.Hello || frame instanceof Frame.Ping
                    ? new About("1.0.0", 4, "L1", "192.168.100.100:51717", 1_700_000_000_000L)
                    : About.NOTHING;
        }

        @Override
        public void close() {
            one.close();
            two.close();
        }
    }
}
