package com.euphoriapos.bench.lanes;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A lane as a process of its own, to be killed: sells, and prints each sale after it is durable. */
public final class LaneProgram {
    private static final long PAUSE_NANOS = 15_000_000;

    private LaneProgram() {}

    /** Home, file with the members as this lane reaches them, own label, sales to make; then it exchanges until it is ended. */
    public static void main(String[] arguments) throws Exception {
        List<PlainLane.Member> others = new ArrayList<>(read(Path.of(arguments[1])));
        PlainLane.Member me = others.stream()
                .filter(each -> each.label().equals(arguments[2]))
                .findFirst()
                .orElseThrow();
        others.remove(me);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PlainLane lane = new PlainLane(Path.of(arguments[0]), me, others, PlainLane.Member::port).start();
        out.println("ready");
        Random random = new Random(System.nanoTime());
        // A byte on standard input ends the selling, the end of it everything.
        for (int i = 0; i < Integer.parseInt(arguments[3]) && System.in.available() == 0; i++) {
            out.println("sold " + lane.sell(random, 1 + random.nextInt(3)));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        out.println("quiet");
        while (System.in.read() >= 0) {
            // Until whoever started it is gone.
        }
        lane.close();
    }

    /** Writes who belongs to the store. */
    public static void write(Path file, List<PlainLane.Member> members) throws IOException {
        Files.write(
                file,
                members.stream()
                        .map(each -> each.label() + " " + each.port() + " "
                                + HexFormat.of().formatHex(each.key()))
                        .toList());
    }

    /** Starts one with the homes and the file {@code members} in that folder; ends with its input. */
    public static Process start(Path folder, String label, int sales) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CICompilerCount=1",
                        "-XX:+UseSerialGC",
                        "-Xms112m",
                        "-Xmn88m",
                        "-XX:SurvivorRatio=16",
                        "-Xmx512m",
                        "-Dlogback.configurationFile=logback-bench.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaneProgram.class.getName(),
                        folder.resolve(label).toString(),
                        folder.resolve("members").toString(),
                        label,
                        Integer.toString(sales))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<PlainLane.Member> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .map(each -> new PlainLane.Member(each[0], HexFormat.of().parseHex(each[2]), Integer.parseInt(each[1])))
                .toList();
    }
}
