package com.euphoriapos.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The distribution as a person starts it, on a home that is set up and holds 2,049 products, against a bare Java that shows an empty
 * window; the two take turns. Both are watched from outside, on the display.
 */
final class StartBenchmark {
    private static final int PRODUCTS = 2_049;
    private static final double RATIO_MAX = 2.0;
    private static final double MEGABYTES_MAX = 200;
    private static final long ARCHIVE_SECONDS = 60;
    private static final String SHOWN = "Screen sign-in is shown";

    private final Path distribution;
    private final Path folder;
    private final Path home;

    StartBenchmark(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
        this.home = folder.resolve("home");
    }

    /** Measures starts, and after the last one what the idle lane holds in memory. */
    void run(int starts, int idleSeconds, Report report) throws Exception {
        setUp();
        try (Display display = new Display(folder.resolve("display"))) {
            long[] ours = new long[starts];
            long[] theirs = new long[starts];
            // Not counted: the first start writes the class archive, the first window fills the file cache.
            end(startLane(display).process());
            end(startEmpty(display).process());
            Started lane = startLane(display);
            for (int i = 0; i < starts; i++) {
                ours[i] = lane.nanos();
                end(lane.process());
                Started empty = startEmpty(display);
                theirs[i] = empty.nanos();
                end(empty.process());
                lane = startLane(display);
            }
            report.add(Result.times("start to sign-in screen", new Samples(ours), new Samples(theirs), RATIO_MAX));
            report.add(idle(lane.process(), idleSeconds));
            end(lane.process());
        }
    }

    private void setUp() throws IOException, InterruptedException {
        Path book = folder.resolve("book.csv");
        StringBuilder csv = new StringBuilder(
                "Item Number,Item Description,Category Name,Bottle Volume__ml,Pack,UPC,SCC,State Bottle Retail\n");
        for (int i = 0; i < PRODUCTS; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,750,12,%s,,%d.%02d%n",
                    Shop.sku(i),
                    Shop.name(i),
                    Shop.category(i),
                    Shop.upc(i),
                    Shop.cents(i) / 100,
                    Shop.cents(i) % 100));
        }
        Files.writeString(book, csv);
        Process process = script("--headless", "--shell").start();
        String commands =
                "pos:setup --store 'Bench Spirits' --tax 7 --workstation L1 --owner-first Olive --owner-last West --pin "
                        + BenchLane.PIN + "\npos:import-products " + book + "\n";
        process.getOutputStream().write(commands.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the home could not be set up: " + output);
        }
    }

    private ProcessBuilder script(String... options) {
        String[] command = new String[options.length + 3];
        command[0] = distribution.resolve("pos").toString();
        command[1] = "--home";
        command[2] = home.toString();
        System.arraycopy(options, 0, command, 3, options.length);
        return onOwnCache(new ProcessBuilder(command).redirectErrorStream(true));
    }

    /** The class archive of the person who runs this stays what it is. */
    private ProcessBuilder onOwnCache(ProcessBuilder builder) {
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return builder;
    }

    private record Started(Process process, long nanos) {}

    private Started startLane(Display display) throws IOException {
        Path log = home.resolve("logs/lane.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder builder =
                onOwnCache(display.on(distribution.resolve("pos").toString(), "--home", home.toString()));
        return started(display, builder, () -> said(log, before));
    }

    private static boolean said(Path log, long before) {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) before, (int) (all.length - before), StandardCharsets.UTF_8).contains(SHOWN);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Started startEmpty(Display display) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String needed = classPath("flatlaf-") + File.pathSeparator + ownClasses();
        return started(display, display.on(java, "-cp", needed, EmptyWindow.class.getName()), () -> true);
    }

    private static String classPath(String jar) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String file = Path.of(entry).getFileName().toString();
            if (file.startsWith(jar) && !file.startsWith(jar + "extras")) {
                return entry;
            }
        }
        throw new IllegalStateException(jar + " is not on the class path");
    }

    private static String ownClasses() {
        return Path.of(EmptyWindow.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static Started started(Display display, ProcessBuilder builder, BooleanSupplier there) throws IOException {
        Painting painting = new Painting(display);
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            return new Started(process, painting.awaitNanos(there) - start);
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(ARCHIVE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a process did not end");
        }
        // The window manager takes the window away a moment after its program is gone.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }

    private static Result idle(Process process, int seconds) throws IOException {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double megabytes = Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
        return new Result(
                "idle memory (resident), " + PRODUCTS + " products",
                megabytes,
                megabytes,
                "MB",
                Optional.empty(),
                "≤ " + Samples.text(MEGABYTES_MAX) + " MB",
                Optional.of(megabytes <= MEGABYTES_MAX));
    }
}
