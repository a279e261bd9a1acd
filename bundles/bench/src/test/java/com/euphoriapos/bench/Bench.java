package com.euphoriapos.bench;

import com.euphoriapos.core.journal.BenchJournal;
import com.euphoriapos.store.sqlite.BenchStore;
import com.euphoriapos.store.sqlite.StoreBenchmark;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Runs all benchmarks, prints them and writes them to a file. {@code docs/benchmarks.md} says what they mean. */
public final class Bench {
    /** No read of a verification keeps a connection longer. */
    private static final double VERIFY_READ_MILLIS = 25;

    /** Sales of a catch-up for each measured commit: four events each make 100,000. */
    private static final int SALES_A_COMMIT = 25;

    /** Sales of each of the two lanes that the cloud takes in. */
    private static final int CLOUD_SALES_A_COMMIT = 3;

    private static final int[] SIZES = {2_049, 50_000};
    private static final Set<String> ALL = Set.of(
            "scan",
            "lookup",
            "commit",
            "journal",
            "signin",
            "start",
            "storm",
            "replication",
            "catchup",
            "reconcile",
            "newlane",
            "idle",
            "cloud");

    private final Path folder;
    private final Report report;
    private final Amounts amounts;

    /** How often, or how long, each thing is done. */
    record Amounts(
            int sales,
            int lookups,
            int commits,
            int entries,
            int signIns,
            int starts,
            int idleSeconds,
            int stormSeconds,
            int products,
            int pastSales,
            int idlePeers,
            CloudLaneBenchmark.Amounts cloud) {
        static final Amounts FULL = new Amounts(
                300, 20_000, 1_000, 1_000_000, 40, 7, 30, 60, 50_000, 100_000, 19, CloudLaneBenchmark.Amounts.FULL);
        static final Amounts QUICK = new Amounts(
                50, 3_000, 200, 100_000, 10, 3, 10, 10, 50_000, 20_000, 19, CloudLaneBenchmark.Amounts.QUICK);
    }

    Bench(Path folder, Report report, Amounts amounts) {
        this.folder = folder;
        this.report = report;
        this.amounts = amounts;
    }

    /** Options: {@code --out FILE}, {@code --quick}, {@code --only NAME,NAME}. Ends with 1 when a target was missed. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Set<String> wanted =
                options.containsKey("--only") ? Set.of(options.get("--only").split(",", -1)) : ALL;
        if (!ALL.containsAll(wanted)) {
            out.println("--only takes names of " + ALL);
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("pos-bench");
        Report report = new Report(out, Clock.systemUTC().instant());
        try {
            Amounts amounts = options.containsKey("--quick") ? Amounts.QUICK : Amounts.FULL;
            new Bench(folder, report, amounts).run(wanted);
        } finally {
            delete(folder);
        }
        report.write(Path.of(options.getOrDefault("--out", "bench.json")).toAbsolutePath());
        System.exit(report.allMet() ? 0 : 1);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> options.put(arguments[i], "");
                case "--out", "--only" -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException(arguments[i] + " needs a value");
                    }
                    options.put(arguments[i], arguments[++i]);
                }
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return options;
    }

    void run(Set<String> wanted) throws Exception {
        if (wanted.contains("start")) {
            onDisplay("start", () -> new StartBenchmark(distribution(), make("start"))
                    .run(amounts.starts(), amounts.idleSeconds(), report));
        }
        for (int products : SIZES) {
            if (wanted.contains("scan")) {
                report.add(ScanBenchmark.run(make("scan-" + products), products, amounts.sales()));
            }
            if (wanted.contains("lookup")) {
                StoreBenchmark.lookups(make("lookup-" + products), products, amounts.lookups(), sink());
            }
        }
        if (wanted.contains("commit")) {
            StoreBenchmark.sales(make("commit"), amounts.commits(), sink());
        }
        if (wanted.contains("journal")) {
            StoreBenchmark.journal(make("journal"), amounts.commits(), sink());
            verify(amounts.entries());
        }
        if (wanted.contains("replication")) {
            new ReplicationBenchmark(make("replication")).visible(amounts.commits(), report);
        }
        if (wanted.contains("catchup")) {
            new ReplicationBenchmark(make("catchup")).catchUp(amounts.commits() * SALES_A_COMMIT, report);
        }
        if (wanted.contains("reconcile")) {
            new ReconcileBenchmark(make("reconcile")).run(amounts.entries(), amounts.commits(), report);
        }
        if (wanted.contains("newlane")) {
            new NewLaneBenchmark(make("newlane")).run(amounts.products(), amounts.pastSales(), report);
        }
        if (wanted.contains("idle")) {
            new IdleBenchmark(make("idle")).run(amounts.idlePeers(), amounts.idleSeconds(), report);
        }
        if (wanted.contains("cloud")) {
            new CloudBenchmark(make("cloud")).run(amounts.commits() * CLOUD_SALES_A_COMMIT, report);
            new CloudLaneBenchmark(make("cloud-lane"), report).run(amounts.cloud());
        }
        if (wanted.contains("signin")) {
            report.add(SignInBenchmark.run(make("signin"), amounts.signIns()));
        }
        if (wanted.contains("storm")) {
            onDisplay("storm", () -> StormBenchmark.run(make("storm"), amounts.stormSeconds())
                    .forEach(report::add));
        }
    }

    private void verify(int entries) throws IOException {
        try (BenchStore store = new BenchStore(make("verify"))) {
            long[] reads = BenchJournal.verify(store.store(), entries);
            String name = "verification of " + entries + " journal entries";
            report.add(Result.within(name + ", each read", new Samples(reads), VERIFY_READ_MILLIS));
            report.add(Result.plain(
                    name + ", in all",
                    new Samples(new long[] {LongStream.of(reads).sum()})));
            StoreBenchmark.newest(store, 50, sink());
        }
    }

    /** A benchmark that can fail. */
    private interface Part {
        void run() throws Exception;
    }

    private void onDisplay(String name, Part part) throws Exception {
        if (Display.available("Xvfb")) {
            part.run();
        } else {
            report.skipped(name, "Xvfb is not installed");
        }
    }

    private static Path distribution() {
        return Path.of(System.getProperty("pos.distribution", "launcher/target/dist"))
                .toAbsolutePath();
    }

    private Path make(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private StoreBenchmark.Sink sink() {
        return new StoreBenchmark.Sink() {
            @Override
            public void compared(String name, long[] nanos, long[] baseline, double limit) {
                report.add(Result.times(name, new Samples(nanos), new Samples(baseline), limit));
            }

            @Override
            public void measured(String name, long[] nanos) {
                report.add(Result.plain(name, new Samples(nanos)));
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
