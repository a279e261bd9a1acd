package com.euphoriapos.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Runs {@link ScanStorm} on a display of its own, with the lane's own Java options. */
final class StormBenchmark {
    private StormBenchmark() {}

    static List<Result> run(Path folder, int seconds) throws Exception {
        Files.createDirectories(folder);
        try (Display display = new Display(folder.resolve("display"))) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of(
                    "-Djava.awt.headless=false",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ScanStorm.class.getName(),
                    folder.resolve("home").toString(),
                    Integer.toString(seconds)));
            Process process = display.on(command.toArray(new String[0]))
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Properties figures = new Properties();
            figures.load(process.getInputStream());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the scans ended with " + process.exitValue());
            }
            String what = "20 scans a second for " + seconds + " s: ";
            return List.of(
                    none(what + "lost or merged", figures.getProperty(ScanStorm.LOST), "0", ""),
                    none(
                            what + "event thread stalls",
                            figures.getProperty(ScanStorm.STALLS),
                            "none over 50 ms",
                            ", worst " + figures.getProperty(ScanStorm.WORST) + " ms"));
        }
    }

    private static Result none(String name, String figure, String target, String more) {
        double count = Double.parseDouble(figure);
        String all = count == 0 ? "" : more;
        return new Result(name + all, count, count, "", Optional.empty(), target, Optional.of(count == 0));
    }
}
