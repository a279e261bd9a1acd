package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Records the calls of a process to the system, and makes the disks that are left when the power fails between two of them. */
final class PowerCut {
    /** Among what is wrong: the database itself is. */
    static final String DAMAGED = "damaged";

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final double[] SHARES = {0, 0.5, 0.9, 1};

    /** What became of the disks. */
    record Outcome(int images, int lost, int damaged, String first) {}

    /** Looks at a disk. */
    @FunctionalInterface
    interface Look {
        /** What is missing or wrong, after the process had said that. */
        Set<String> wrong(Path image, Set<String> said) throws IOException;
    }

    private final Path folder;
    private final String name;

    /** @param name of what is recorded: of its home in that folder */
    PowerCut(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The home that the process gets as its first argument; the others follow. */
    DiskTrace record(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path log = folder.resolve(name + ".strace");
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "strace")));
        if (Boolean.getBoolean("pos.require.tools")) {
            Assertions.assertTrue(found, "strace is not installed, and pos.require.tools demands it");
        }
        Assumptions.assumeTrue(found, "strace is not installed, so no calls can be recorded");
        Assumptions.assumeTrue(mayTrace(log), "this machine lets no process trace another");
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-y",
                "-xx",
                "-s",
                "70000",
                "-e",
                "trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink",
                "-o",
                log.toString()));
        List<String> words = new ArrayList<>(List.of(home.toString()));
        words.addAll(List.of(arguments));
        command.addAll(Mortal.command(program, words.toArray(new String[0])));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.resolveSibling(name + ".out").toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the process does not end");
        assertEquals(0, process.exitValue(), () -> "see " + log);
        return DiskTrace.read(log, home.toRealPath());
    }

    private static boolean mayTrace(Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "strace", "-o", log.resolveSibling("probe.strace").toString(), "true")
                .redirectErrorStream(true)
                .redirectOutput(log.resolveSibling("probe.out").toFile())
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /**
     * Looks at disks of moments evenly over the calls.
     *
     * @param onceSaid only from the moment on at which the process had said anything
     */
    Outcome images(DiskTrace trace, int images, boolean onceSaid, Look look) throws IOException {
        Random random = new Random(Long.getLong("power.seed", System.nanoTime()));
        DiskTrace.Disk disk = new DiskTrace.Disk();
        int first = 0;
        while (onceSaid && disk.said().isEmpty()) {
            disk.play(trace.calls().get(first++));
        }
        int left = trace.calls().size() - first;
        int made = 0;
        int lost = 0;
        int damaged = 0;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < left; i++) {
            disk.play(trace.calls().get(first + i));
            while (made < (long) images * (i + 1) / left) {
                double share = SHARES[made % SHARES.length];
                Path image = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "pos-power");
                disk.image(image, share, random);
                Set<String> found = look.wrong(image, disk.said());
                damaged += found.contains(DAMAGED) ? 1 : 0;
                lost += found.isEmpty() ? 0 : 1;
                if (!found.isEmpty() && wrong.isEmpty()) {
                    wrong.add("after call " + i + ", share " + share + ": " + found);
                }
                delete(image);
                made++;
            }
        }
        return new Outcome(made, lost, damaged, String.join("", wrong));
    }

    private static void delete(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
