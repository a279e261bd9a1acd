package com.euphoriapos.launcher;

import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** A cloud that its owner hosts: a PostgreSQL, and the product as its door, which can be killed and started again. For one thread. */
final class CloudHost implements AutoCloseable {
    private static final String OWNER = "store_owner";

    private final PostgresServer server = PostgresServer.start();
    private final CloudDoors doors;

    /** Makes the database; there is no door yet. */
    CloudHost(Path home) throws IOException, SQLException {
        run("CREATE ROLE " + OWNER + " LOGIN CREATEROLE BYPASSRLS PASSWORD '" + PostgresServer.PASSWORD + "'");
        run("ALTER DATABASE postgres OWNER TO " + OWNER);
        doors = new CloudDoors(home, server, OWNER);
    }

    /** Starts the door, without waiting. */
    void start() throws IOException {
        doors.start();
    }

    /** Waits until the door that was started last is open, and says where. */
    InetSocketAddress awaitOpen() {
        return doors.awaitOpen();
    }

    /** As a power cut does. Only a door that was open, so that each one that was started says where it is. */
    void kill() throws InterruptedException {
        doors.kill();
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
        doors.close();
        server.close();
    }
}
