package com.euphoriapos.bench;

import com.euphoriapos.bench.lanes.LaneProgram;
import com.euphoriapos.bench.lanes.PlainLane;
import com.euphoriapos.bench.lanes.PlainLane.Member;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A lane as a process of its own, linked with lanes in this process, none of which sells. */
final class IdleBenchmark {
    private static final String LABEL = "L0";
    private static final double PERCENT_MAX = 1;
    private static final double MEGABYTES_MAX = 250;

    private final Path folder;
    private final List<PlainLane> peers = new ArrayList<>();

    IdleBenchmark(Path folder) {
        this.folder = folder;
    }

    /** @param seconds that are measured; before, as long again for what a start leaves to do, above all to the compiler */
    void run(int count, int seconds, Report report) throws IOException {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            members.add(Member.of("L" + i, NewLaneBenchmark.freePort()));
        }
        Member measured = members.get(0);
        LaneProgram.write(folder.resolve("members"), members);
        Process process = LaneProgram.start(folder, LABEL, 0);
        try {
            for (Member peer : members.subList(1, members.size())) {
                // Of its own, each knows the measured lane only: what the others say to each other is not measured.
                peers.add(new PlainLane(folder.resolve(peer.label()), peer, List.of(measured), Member::port).start());
            }
            Await.until("all lanes are linked", Duration.ofSeconds(60), () -> peers.stream()
                    .allMatch(peer -> peer.isConnected(measured.node())));
            LockSupport.parkNanos(seconds * 1_000_000_000L);
            measure(process, count, seconds, report);
        } finally {
            peers.forEach(PlainLane::close);
            process.destroy();
        }
    }

    private static void measure(Process process, int count, int seconds, Report report) throws IOException {
        long began = System.nanoTime();
        Duration before = used(process);
        LockSupport.parkNanos(seconds * 1_000_000_000L);
        double percent = 100.0 * used(process).minus(before).toNanos() / (System.nanoTime() - began);
        double megabytes = resident(process);
        String what = "one lane idle beside " + count + " for " + seconds + " s, ";
        report.add(Result.atMost(what + "processor", percent, "%", PERCENT_MAX));
        report.add(Result.atMost(what + "resident", megabytes, "MB", MEGABYTES_MAX));
    }

    private static Duration used(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static double resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }
}
