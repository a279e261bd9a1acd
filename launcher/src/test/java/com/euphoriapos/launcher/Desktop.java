package com.euphoriapos.launcher;

import com.euphoriapos.testkit.Await;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A virtual display of its own with a window manager, a keyboard and a camera. For one thread. */
final class Desktop implements AutoCloseable {
    private static final long STEP_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(STEP_SECONDS);
    /** Longer than between the two of a double click. */
    private static final Duration CLICK = Duration.ofSeconds(3);

    private final Process server;
    private final Process windows;
    private final String display;

    /** Opens the display; skips the test where the tools are missing, or fails it with {@code -Dpos.require.tools=true}. */
    Desktop(int width, int height) throws IOException {
        for (String tool : List.of("Xvfb", "xdotool", "openbox", "import")) {
            boolean found = installed(tool);
            if (Boolean.getBoolean("pos.require.tools")) {
                Assertions.assertTrue(found, tool + " is not installed, and pos.require.tools demands it");
            }
            Assumptions.assumeTrue(found, tool + " is not installed, so there is no display to test on");
        }
        // Without -noreset it begins anew when its last client goes, and turns away who comes in that moment, such as
        // the manager of windows behind somebody who asked whether it is there.
        server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        display = ":" + out.readLine();
        windows = on("openbox").start();
        try {
            // Without a manager of windows nobody gives a window the keys.
            Await.until("windows are managed", PATIENCE, () -> say("xdotool", "get_num_desktops")
                    .isPresent());
        } catch (AssertionError late) {
            close();
            throw late;
        }
    }

    static boolean installed(String tool) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(place, tool))) {
                return true;
            }
        }
        return false;
    }

    /** A program that will show itself on this display; its output is thrown away. */
    ProcessBuilder on(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    /** Presses keys by their X names, such as {@code F12} or {@code Return}. */
    void press(String... keys) throws IOException, InterruptedException {
        awaitWindow();
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--clearmodifiers", "--delay", "120"));
        command.addAll(List.of(keys));
        run(command);
    }

    /** Clicks there, which brings the window there to the front, until that has the keys: it may not be there yet. */
    void click(int x, int y) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            run(List.of("xdotool", "mousemove", String.valueOf(x), String.valueOf(y), "click", "1"));
            try {
                Await.until("the window at " + x + ", " + y + " has the keys", CLICK, () -> isActive(x));
                return;
            } catch (AssertionError late) {
                if (System.nanoTime() - end > 0) {
                    throw late;
                }
            }
        }
    }

    private boolean isActive(int x) {
        return say("xdotool", "getactivewindow", "getwindowgeometry", "--shell")
                .filter(place -> number(place, "X") <= x && x < number(place, "X") + number(place, "WIDTH"))
                .isPresent();
    }

    private static int number(String place, String name) {
        Matcher found = Pattern.compile("(?m)^" + name + "=(-?[0-9]+)$").matcher(place);
        return found.find() ? Integer.parseInt(found.group(1)) : Integer.MIN_VALUE / 2;
    }

    /** Waits until so many lanes have opened their window: one that comes later takes the keys from who had them. */
    void awaitWindows(int lanes) {
        Await.until(lanes + " windows", PATIENCE, () -> say(
                        "xdotool", "search", "--onlyvisible", "--name", "^Euphoria POS$")
                .filter(found -> found.lines().count() >= lanes)
                .isPresent());
    }

    /** Keys that come before a window has them are lost. */
    private void awaitWindow() {
        Await.until("a window has the keys", PATIENCE, () -> say("xdotool", "getactivewindow", "getwindowname")
                .filter(name -> !name.isBlank())
                .isPresent());
    }

    /** What it says, if it succeeds. */
    private Optional<String> say(String... command) {
        try {
            Process process =
                    on(command).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Types as a keyboard wedge does: fast, then Enter. */
    void wedge(String code) throws IOException, InterruptedException {
        awaitWindow();
        run(List.of("xdotool", "type", "--delay", "4", code + "\n"));
    }

    /** Types as fast as a wedge does, without an Enter. */
    void burst(String text) throws IOException, InterruptedException {
        awaitWindow();
        run(List.of("xdotool", "type", "--delay", "10", text));
    }

    /** Takes a picture of the whole display. */
    void picture(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        run(List.of("import", "-window", "root", file.toString()));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = on(command.toArray(new String[0])).start();
        if (!process.waitFor(STEP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        Assertions.assertEquals(0, process.exitValue(), command.toString());
    }

    /** Ends it, and waits: the next display may get the same number. */
    @Override
    public void close() {
        windows.destroy();
        server.destroy();
        Await.until("the display is gone", PATIENCE, () -> !windows.isAlive() && !server.isAlive());
    }
}
