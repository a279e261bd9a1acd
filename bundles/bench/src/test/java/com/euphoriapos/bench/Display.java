package com.euphoriapos.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A virtual display of its own whose picture is a file in memory: so it is seen from outside, without a word from the program, when
 * something was painted.
 */
final class Display implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    private static final int STEP = 4;
    /** Number of colour entries in the header of the X window dump, and how long one is. */
    private static final int HEADER_COLORS = 19;

    private static final int COLOR_BYTES = 12;

    private final Process server;
    private final Optional<Process> windows;
    private final String name;
    private final IntBuffer pixels;

    Display(Path folder) throws IOException {
        Files.createDirectories(folder);
        server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-nolisten",
                        "tcp",
                        "-fbdir",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        name = ":" + out.readLine();
        windows = available("openbox") ? Optional.of(on("openbox").start()) : Optional.empty();
        try (FileChannel file = FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
            MappedByteBuffer dump = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            int header = dump.getInt(0);
            int colors = dump.getInt(HEADER_COLORS * Integer.BYTES);
            dump.position(header + colors * COLOR_BYTES);
            pixels = dump.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        }
    }

    /** Whether a program is installed. */
    static boolean available(String program) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(place, program))) {
                return true;
            }
        }
        return false;
    }

    /** A program that shows itself here. */
    ProcessBuilder on(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        return builder;
    }

    /** Every fourth pixel of every fourth row of what is on the display now, without the top where a clock may tick. */
    int[] picture() {
        int[] picture = new int[(WIDTH / STEP) * ((HEIGHT - 100) / STEP)];
        int i = 0;
        for (int y = 100; y < HEIGHT; y += STEP) {
            for (int x = 0; x < WIDTH; x += STEP) {
                picture[i++] = pixels.get(y * WIDTH + x);
            }
        }
        return picture;
    }

    @Override
    public void close() {
        windows.ifPresent(Process::destroy);
        server.destroy();
    }
}
