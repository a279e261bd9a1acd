package com.euphoriapos.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A virtual display of its own with a window manager, a keyboard and a camera. For one thread. */
final class Desktop implements AutoCloseable {
    private static final long STEP_SECONDS = 20;

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
        server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        display = ":" + out.readLine();
        windows = on("openbox").start();
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
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--clearmodifiers", "--delay", "120"));
        command.addAll(List.of(keys));
        run(command);
    }

    /** Clicks there, which also brings the window there to the front. */
    void click(int x, int y) throws IOException, InterruptedException {
        run(List.of("xdotool", "mousemove", String.valueOf(x), String.valueOf(y), "click", "1"));
    }

    /** Types as a keyboard wedge does: fast, then Enter. */
    void wedge(String code) throws IOException, InterruptedException {
        run(List.of("xdotool", "type", "--delay", "4", code + "\n"));
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

    @Override
    public void close() {
        windows.destroy();
        server.destroy();
    }
}
