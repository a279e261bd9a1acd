package com.euphoriapos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmarks run and write what they measure; what they measure here means nothing. */
class BenchTest {
    private static final Bench.Amounts FEW =
            new Bench.Amounts(1, 60, 2, 1_200, 1, 1, 1, 1, 60, 20, 2, new CloudLaneBenchmark.Amounts(30, 60, 1, 1, 1));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report =
            new Report(new PrintStream(printed, true, StandardCharsets.UTF_8), Instant.parse("2026-01-02T03:04:05Z"));

    @Test
    void measuresWhatNeedsNoDisplay() throws Exception {
        report.add(ScanBenchmark.run(folder.resolve("scan"), 60, FEW.sales()));
        new Bench(folder, report, FEW).run(Set.of("commit", "journal", "signin"));
        Path file = folder.resolve("bench.json");
        report.write(file);
        String json = Files.readString(file);
        for (String name : new String[] {
            "scan to line", "commit of a ten-line", "verification of 1200", "sign-in, 500 employees", "\"ratio\""
        }) {
            assertTrue(json.contains(name), json);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("sign-in, 500 employees"), printed::toString);
    }

    @Test
    void measuresLanes() throws Exception {
        new Bench(folder, report, FEW).run(Set.of("catchup", "reconcile", "newlane", "idle"));
        String said = printed.toString(StandardCharsets.UTF_8);
        for (String name : new String[] {
            "catch-up of 200 events", "reconcile of 20 lanes with 1200", "20 sales, complete", "one lane idle beside 2"
        }) {
            assertTrue(said.contains(name), said);
        }
    }

    @Test
    void measuresTheCloud() throws Exception {
        new Bench(folder, report, FEW).run(Set.of("cloud"));
        String said = printed.toString(StandardCharsets.UTF_8);
        for (String name : new String[] {
            "to the function",
            "to plain inserts",
            "event_log, ",
            "lane-day of 500 sales",
            "backlog of 120 events",
            "60 changed products",
            "checkout commit meanwhile",
            "price from the beginning",
            "price from its commit",
            "idle lane"
        }) {
            assertTrue(said.contains(name), said);
        }
    }

    @Test
    void judgesByTheMediansAndByThe99thPercentile() {
        Samples ours = new Samples(new long[] {3_000, 1_000, 2_000});
        Samples theirs = new Samples(new long[] {1_000});
        assertEquals(Optional.of(2.0), Result.times("x", ours, theirs, 2.0).ratio());
        assertEquals(Optional.of(true), Result.times("x", ours, theirs, 2.0).met());
        assertEquals(Optional.of(false), Result.times("x", ours, theirs, 1.9).met());
        assertEquals(
                Optional.of(false),
                Result.within("x", new Samples(new long[] {2_000_000}), 1.9).met());
    }
}
