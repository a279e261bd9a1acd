package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.testkit.store.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that takes another lane's events is killed at random moments: what it acknowledged is there and applied, and what is there
 * is whole.
 */
class KeepCrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 8);
    private static final StreamId STREAM = new StreamId("other", "0EPOCH");

    @TempDir
    Path home;

    @Test
    void neverAcknowledgesWhatIsNotThereHoweverItIsKilled() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged = Math.max(acknowledged, takeAndKill(random.nextInt(30)));
            check(acknowledged, "seed " + seed + ", round " + round);
        }
        assertTrue(acknowledged >= ROUNDS, acknowledged + " events");
    }

    private long takeAndKill(int segmentsBefore) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Mortal.command(Taker.class, home.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i <= segmentsBefore; i++) {
                String line = lines.readLine();
                assertNotNull(line, "the taker ended by itself");
                acknowledged = Long.parseLong(line);
            }
            child.toHandle().destroyForcibly();
        }
        child.waitFor();
        return acknowledged;
    }

    private void check(long acknowledged, String round) {
        try (SqliteStore store = RealStores.sqlite(home)) {
            Mark end = store.read(h -> h.replication().vector()).getOrDefault(STREAM, Mark.NONE);
            assertTrue(end.seq() >= acknowledged, round + ": " + end.seq() + " of " + acknowledged);
            Segment all = store.read(h -> h.replication().read(STREAM, 0, Long.MAX_VALUE, 1_000_000, Integer.MAX_VALUE))
                    .orElseThrow();
            assertTrue(all.isWhole(), round);
            assertEquals(end, all.end(), round);
            long applied = store.read(h -> h.settings().all()).size();
            assertEquals(end.seq(), applied, round);
        }
    }

    /** The process that is killed: prints the number of the last event after its commit returned. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) {
            SqliteStore store = RealStores.sqlite(Path.of(arguments[0]));
            Mortal process = new Mortal();
            Mark end = store.read(h -> h.replication().vector()).getOrDefault(STREAM, Mark.NONE);
            for (int i = 0; i < 100_000; i++) {
                Segment next = after(end, i % 7 + 1);
                store.apply(Priority.BACKGROUND, h -> {
                    h.replication().keep(next);
                    for (Event event : next.events()) {
                        h.settings().put(event.id(), "1", Samples.NOON);
                    }
                    return true;
                });
                end = next.end();
                process.say(end.seq());
            }
        }

        private static Segment after(Mark end, int count) {
            List<Event> events = new ArrayList<>();
            String hash = end.hash();
            for (long seq = end.seq() + 1; seq <= end.seq() + count; seq++) {
                Event event = new Event(
                                Samples.id("event " + seq), "x", STREAM, seq, end.seq(), "x", "", 0, "", 1, "{}", "")
                        .linked(hash);
                events.add(event);
                hash = event.hash();
            }
            return new Segment(STREAM, end.hash(), events);
        }
    }
}
