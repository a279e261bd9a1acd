package com.euphoriapos.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;

/** A lane that runs as a process of its own, with its commands and what it prints. For one thread. */
final class Running implements AutoCloseable {
    private static final long END_SECONDS = 180;

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "output-of-the-lane");

    Running(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What it printed so far; all of it once it has ended. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    void command(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void await(Predicate<String> line, String what) {
        try {
            TestLane.awaitTrue(() -> lines.stream().anyMatch(line), what);
        } catch (AssertionError late) {
            throw new AssertionError("the lane printed " + lines, late);
        }
    }

    /** Ends it as a power cut does, and waits until all that it had printed is read. */
    void kill() throws InterruptedException {
        // By its handle: Process.destroyForcibly closes the pipe, and what was said before the kill would be lost.
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Closes its standard input, which ends it, and returns the exit code. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return awaitEnd();
    }

    private int awaitEnd() throws InterruptedException {
        Assertions.assertTrue(process.waitFor(END_SECONDS, TimeUnit.SECONDS), "the lane does not end");
        reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        return process.exitValue();
    }

    /** Ends it, and waits: who still runs writes into folders that the test's end takes away. */
    @Override
    public void close() {
        try {
            Assertions.assertTrue(
                    process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS), "the lane does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
