package com.euphoriapos.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The further demo lanes, each a process of its own with a home beside the first one's. They live on when the first lane is closed, and
 * end with this process when that is told to.
 */
final class DemoLanes {
    private static final String INVITES = "(pos.demo.invites=true)";
    private static final long PATIENCE_SECONDS = 30;
    private static final long POLL_MILLIS = 50;

    private final List<Process> processes = new ArrayList<>();
    /** A lane has one invite at a time: whoever asked is done before the next one is asked for. */
    private final Semaphore turn = new Semaphore(1);

    private final Options options;
    private final Path distribution;
    private final Path home;
    private boolean ended;

    DemoLanes(Options options, Path distribution, Path home) {
        this.options = options;
        this.distribution = distribution;
        this.home = home;
    }

    /** Starts them; one that does not start is said, and the others go on. */
    void start(BundleContext first, PrintStream err) {
        for (int number = 2; number <= options.lanes(); number++) {
            try {
                Process process = start(number);
                Thread thread = new Thread(() -> attend(process, first), "demo-lane-" + number);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException failed) {
                err.println("Demo lane L" + number + " could not start: " + failed.getMessage());
            }
        }
    }

    private synchronized Process start(int number) throws IOException {
        if (ended) {
            throw new IOException("the program is ending");
        }
        ProcessBuilder builder = new ProcessBuilder(command(number))
                .directory(distribution.toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private List<String> command(int number) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        List<String> command = new ArrayList<>();
        if (windows) {
            // Named without its folder: where the first word after /c needs quotes and another one too, cmd takes the
            // wrong
            // ones away.
            command.addAll(List.of("cmd.exe", "/c", ".\\pos.cmd"));
        } else {
            command.add(distribution.resolve("pos").toString());
        }
        command.addAll(List.of("--demo", "--home", home.toAbsolutePath() + "-L" + number));
        command.addAll(List.of("--lanes", String.valueOf(options.lanes()), "--demo-lane", String.valueOf(number)));
        if (options.headless()) {
            command.add("--headless");
        }
        return command;
    }

    private void attend(Process process, BundleContext first) {
        boolean mine = false;
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                OutputStream answers = process.getOutputStream()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(DemoLane.INVITE) && !mine) {
                    turn.acquireUninterruptibly();
                    mine = true;
                    answers.write((invite(first) + "\n").getBytes(StandardCharsets.UTF_8));
                    answers.flush();
                } else if (line.equals(DemoLane.DONE) && mine) {
                    turn.release();
                    mine = false;
                }
            }
        } catch (IOException | IllegalStateException ended) {
            // Either process is ending: nobody is left to answer.
            return;
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static String invite(BundleContext first) {
        for (long left = TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS); left > 0; left -= POLL_MILLIS) {
            ServiceReference<?> reference = invites(first);
            if (reference != null && first.getService(reference) instanceof Supplier<?> supplier) {
                return ((Supplier<String>) supplier).get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
        return "";
    }

    private static @Nullable ServiceReference<?> invites(BundleContext first) {
        try {
            ServiceReference<?>[] all = first.getAllServiceReferences(Supplier.class.getName(), INVITES);
            return all == null ? null : all[0];
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first lane was closed; waits until the others are. */
    void awaitEnd() {
        List<Process> all;
        synchronized (this) {
            all = List.copyOf(processes);
        }
        all.forEach(process -> process.onExit().join());
    }

    /** This process was told to end: so are they. */
    synchronized void end() {
        ended = true;
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** What the container of a lane has to know of it: its name, whether it invites, and where its window stands. */
    static Map<String, String> properties(Options options) {
        if (options.lanes() == 1) {
            return Map.of();
        }
        return Map.of(
                "pos.demo.lane", "L" + options.lane(),
                "pos.demo.invites", Boolean.toString(options.lane() == 1),
                "pos.window", options.lane() + "/" + options.lanes());
    }
}
