package com.euphoriapos.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.sqlite.SQLiteConfig;

/** The product as a person starts it: its script, on a home. */
final class Product {
    private static final long COMMANDS_SECONDS = 120;
    private static final int BUSY_MILLIS = 30_000;

    private final Path home;
    private final List<String> script;

    Product(Path home) {
        this(home, TestLane.distribution().resolve("pos"));
    }

    /** The product of another installation. */
    Product(Path home, Path script) {
        this.home = home;
        this.script = List.of(script.toString());
    }

    /** The product on another host. */
    Product(Path home, List<String> runsOnHost) {
        this.home = home;
        this.script = new ArrayList<>(runsOnHost);
        script.add(TestLane.distribution().resolve("pos").toString());
    }

    /**
     * Has the wedge scanner mark its scans: a busy test machine types with pauses that no scanner has; burst timing has tests of its own.
     */
    Product markingScans() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/device.scanner.wedge.cfg"), "prefix=~\n");
        return this;
    }

    /** What a run of commands gave. */
    record Run(int exitCode, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    /** Runs commands without screens and waits for the end. */
    Run commands(String... lines) throws IOException, InterruptedException {
        return run(String.join("\n", lines) + "\n", "--headless", "--shell");
    }

    /** Runs it with options, some standard input, and waits for the end. */
    Run run(String input, String... options) throws IOException, InterruptedException {
        List<String> command = command(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(COMMANDS_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            Assertions.fail("did not end: " + text);
        }
        return new Run(process.exitValue(), text.lines().toList());
    }

    /** Starts it without screens, with the commands read from a pipe that stays open; the environment may be changed before. */
    Running start(Map<String, String> environment, String... options) throws IOException {
        List<String> command = command("--headless", "--shell");
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Running(builder.start());
    }

    private List<String> command(String... options) {
        List<String> command = new ArrayList<>(script);
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(options));
        return command;
    }

    /** Starts it with its window. */
    Process open(Desktop desktop, String... options) throws IOException {
        List<String> command = command(options);
        return desktop.on(command.toArray(new String[0])).start();
    }

    /** Waits for a line in the log written since {@code mark}. */
    void awaitLog(long mark, String text) {
        TestLane.awaitTrue(() -> log().indexOf(text, (int) mark) >= 0, "\"" + text + "\" in the log");
    }

    /** How long the log is now. */
    long logMark() {
        return log().length();
    }

    private String log() {
        return Diaries.read(home);
    }

    /** Changes the database beside the running product. */
    void update(String sql) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + home.resolve("pos.sqlite"));
                Statement statement = connection.createStatement()) {
            Assertions.assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }

    /** A number from the database, read beside the running product. */
    long number(String sql) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + home.resolve("pos.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        } catch (SQLException unreadable) {
            return -1;
        }
    }
}
