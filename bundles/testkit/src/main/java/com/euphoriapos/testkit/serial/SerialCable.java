package com.euphoriapos.testkit.serial;

import com.euphoriapos.testkit.Await;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Two serial ports and the cable between them, made by socat in a folder: the driver opens {@link #port()}, the test is the
 * device at the other end. Unplugging ends socat, so the driver's port goes away as with a real one. For one thread.
 */
public final class SerialCable implements AutoCloseable {
    private static final long STEP_SECONDS = 60;

    private final Path near;
    private final Path far;
    private Process socat;

    /** Lays the cable; skips the test where socat is not installed, or fails it with {@code -Dpos.require.tools=true}. */
    public SerialCable(Path folder) {
        requireSocat();
        near = folder.resolve("scanner-port");
        far = folder.resolve("scanner-end");
        socat = run();
    }

    private static void requireSocat() {
        boolean found = false;
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            found |= Files.isExecutable(Path.of(place, "socat"));
        }
        if (Boolean.getBoolean("pos.require.tools")) {
            Assertions.assertTrue(found, "socat is not installed, and pos.require.tools demands it");
        }
        Assumptions.assumeTrue(found, "socat is not installed, so serial ports can't be made");
    }

    private Process run() {
        try {
            Process made = new ProcessBuilder("socat", end(near), end(far))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Await.until("the serial ports are there", () -> Files.exists(near) && Files.exists(far));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Path link) {
        return "pty,raw,echo=0,link=" + link;
    }

    /** The path that the driver opens; a symbolic link, as the stable names of real ports are. */
    public Path port() {
        return near;
    }

    /** The device sends. */
    public void send(byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(far)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pulls the plug. */
    public void unplug() {
        socat.destroy();
        try {
            if (!socat.waitFor(STEP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("socat did not end");
            }
            Files.deleteIfExists(near);
            Files.deleteIfExists(far);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plugs it in again. */
    public void plug() {
        socat = run();
    }

    @Override
    public void close() {
        unplug();
    }
}
