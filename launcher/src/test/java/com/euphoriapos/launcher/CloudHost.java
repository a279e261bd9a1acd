package com.euphoriapos.launcher;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** A cloud that its owner hosts: a PostgreSQL, and the product as its door, which can be killed and started again. For one thread. */
final class CloudHost implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern OPEN = Pattern.compile("door is open at 127\\.0\\.0\\.1:(\\d+)");
    private static final String OWNER = "store_owner";

    private final Path home;
    private final PostgresServer server = PostgresServer.start();
    private final List<Process> doors = new ArrayList<>();

    /** Makes the database; there is no door yet. */
    CloudHost(Path home) throws IOException, SQLException {
        this.home = home;
        run("CREATE ROLE " + OWNER + " LOGIN CREATEROLE BYPASSRLS PASSWORD '" + PostgresServer.PASSWORD + "'");
        run("ALTER DATABASE postgres OWNER TO " + OWNER);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/cloud.gateway.cfg"),
                "jdbcUrl=" + server.url("postgres") + "\nuser=" + OWNER + "\nport=0\n");
    }

    /** Starts the door, without waiting. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(TestLane.distribution().resolve("pos").toString(), "--home", home.toString(), "--cloud"));
        if (doors.isEmpty()) {
            command.add("--set-password");
        }
        Process door = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("printed.txt").toFile()))
                .start();
        door.getOutputStream().write((PostgresServer.PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        door.getOutputStream().close();
        doors.add(door);
    }

    /** Waits until the door that was started last is open, and says where. */
    InetSocketAddress awaitOpen() {
        Process door = doors.get(doors.size() - 1);
        Await.until("the cloud's door is open", PATIENCE, () -> !door.isAlive() || opened().size() >= doors.size());
        Assertions.assertTrue(door.isAlive(), this::log);
        List<MatchResult> opened = opened();
        return new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(opened.get(opened.size() - 1).group(1)));
    }

    /** As a power cut does. Only a door that was open, so that each one that was started says where it is. */
    void kill() throws InterruptedException {
        Process door = doors.get(doors.size() - 1);
        door.toHandle().destroyForcibly();
        door.waitFor();
    }

    private List<MatchResult> opened() {
        return OPEN.matcher(log()).results().toList();
    }

    private String log() {
        Path file = home.resolve("logs/lane.log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Makes the store of this cloud, and returns its id. */
    String createStore() throws SQLException {
        return ask("SELECT pos_admin.create_store('Corner Shop')");
    }

    /** The first column of the only row. */
    String ask(String sql) throws SQLException {
        List<String> rows = rows(sql);
        Assertions.assertEquals(1, rows.size(), sql);
        return rows.get(0);
    }

    long number(String sql) {
        try {
            return Long.parseLong(ask(sql));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first columns of all rows. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url("postgres"), "postgres", PostgresServer.PASSWORD);
    }

    @Override
    public void close() {
        doors.forEach(door -> door.toHandle().destroyForcibly());
        server.close();
    }
}
