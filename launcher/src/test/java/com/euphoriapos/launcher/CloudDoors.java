package com.euphoriapos.launcher;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** The product as a cloud's door, one process after the other on one home. For one thread. */
final class CloudDoors implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern OPEN = Pattern.compile("door is open at 127\\.0\\.0\\.1:(\\d+)");

    private final Path home;
    private final List<Process> doors = new ArrayList<>();

    /** Configures it for that database. */
    CloudDoors(Path home, PostgresServer server, String user) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/cloud.gateway.cfg"),
                "jdbcUrl=" + server.url("postgres") + "\nuser=" + user + "\nport=0\n");
    }

    /** Starts one, without waiting; the first is given the database's password. */
    Process start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(TestLane.distribution().resolve("pos").toString(), "--home", home.toString(), "--cloud"));
        String input = "";
        if (doors.isEmpty()) {
            command.add("--set-password");
            input = PostgresServer.PASSWORD + "\n";
        }
        Process door = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("printed.txt").toFile()))
                .start();
        door.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        door.getOutputStream().close();
        doors.add(door);
        return door;
    }

    /** Waits until the door that was started last is open, and says where. Each one before it has to have been open. */
    InetSocketAddress awaitOpen() {
        Process door = last();
        Await.until("the cloud's door is open", PATIENCE, () -> !door.isAlive() || opened().size() >= doors.size());
        Assertions.assertTrue(door.isAlive(), this::log);
        List<MatchResult> opened = opened();
        return new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(opened.get(opened.size() - 1).group(1)));
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
        last().toHandle().destroyForcibly();
        last().waitFor();
    }

    private Process last() {
        return doors.get(doors.size() - 1);
    }

    private List<MatchResult> opened() {
        return OPEN.matcher(log()).results().toList();
    }

    private String log() {
        return log(home);
    }

    /** What a door of that home wrote down. */
    static String log(Path home) {
        return Diaries.read(home);
    }

    @Override
    public void close() {
        doors.forEach(door -> door.toHandle().destroyForcibly());
        // Who still runs writes into folders that the test's end takes away.
        Await.until("all doors are gone", PATIENCE, () -> doors.stream().noneMatch(Process::isAlive));
    }
}
