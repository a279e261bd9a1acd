package com.euphoriapos.cloud.gateway;

import com.euphoriapos.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated database of its own for a test; all lie in one server, which ends with the tests. */
final class CloudDatabase {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String TEMPLATE = "migrated";

    private final PostgresServer server;
    private final String name;

    private CloudDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The server, with the database that the others are copied from. It belongs to an account which is no superuser. */
    private static final class Shared {
        static final PostgresServer SERVER = PostgresServer.start();
        static final int MIGRATIONS = prepare();

        private static int prepare() {
            try (Connection root =
                            DriverManager.getConnection(SERVER.url("postgres"), "postgres", PostgresServer.PASSWORD);
                    Statement statement = root.createStatement()) {
                statement.execute("CREATE ROLE store_owner LOGIN CREATEROLE BYPASSRLS PASSWORD '"
                        + PostgresServer.PASSWORD + "'");
                statement.execute("CREATE DATABASE " + TEMPLATE + " OWNER store_owner");
                int applied = CloudSchema.migrate(source(SERVER, TEMPLATE, "store_owner"));
                for (String door : List.of("pos_gateway", "pos_edge", Gateway.PAGE_ROLE)) {
                    statement.execute("ALTER ROLE " + door + " PASSWORD '" + password(door) + "'");
                }
                return applied;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** A migrated database without stores. */
    static synchronized CloudDatabase create() {
        int migrations = Shared.MIGRATIONS;
        return create("cloud_" + migrations + "_" + NUMBERS.incrementAndGet(), " TEMPLATE " + TEMPLATE);
    }

    /** A database with nothing in it. */
    static CloudDatabase empty() {
        return create("empty_" + NUMBERS.incrementAndGet(), "");
    }

    private static synchronized CloudDatabase create(String name, String how) {
        try (Connection root = DriverManager.getConnection(
                        Shared.SERVER.url("postgres"), "postgres", PostgresServer.PASSWORD);
                Statement statement = root.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER store_owner" + how);
            return new CloudDatabase(Shared.SERVER, name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static PGSimpleDataSource source(PostgresServer server, String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url(database));
        source.setUser(user);
        source.setPassword(password(user));
        return source;
    }

    /** A gateway gives its role the password that follows from the owner's. */
    private static String password(String user) {
        return List.of("pos_gateway", Gateway.PAGE_ROLE).contains(user)
                ? Gateway.doorPassword(PostgresServer.PASSWORD, user)
                : PostgresServer.PASSWORD;
    }

    /** Where it is, as a gateway is told. */
    String url() {
        return server.url(name);
    }

    /** Where it is for an account of it, as programs are told that are not Java's. */
    String address(String user) {
        return server.url(name).replace("jdbc:postgresql://", "postgres://" + user + ":" + password(user) + "@");
    }

    /** Signs in as that account: {@code store_owner}, {@code pos_gateway} or {@code postgres}. */
    PGSimpleDataSource as(String user) {
        return source(server, name, user);
    }

    /** A connection of the database's owner, who is no superuser. */
    Connection owner() throws SQLException {
        return as("store_owner").getConnection();
    }

    /** A connection of a door. */
    Connection door() throws SQLException {
        return as("pos_gateway").getConnection();
    }

    /** A new store. */
    UUID store(String storeName) throws SQLException {
        return UUID.fromString(ask("SELECT pos_admin.create_store(?)", storeName));
    }

    /** A new lane of a store, enrolled by a code. */
    TestLane lane(UUID store, String label) throws SQLException {
        String node = TestLane.node(label + " of " + store);
        String code = ask("SELECT pos_admin.make_code(?::uuid)", store.toString());
        try (Connection door = door()) {
            return new TestLane(node, text(door, "SELECT pos_api.enrol(?, ?, ?) ->> 'token'", code, node, label));
        }
    }

    /** The first column of the only row, asked by the owner. */
    String ask(String sql, Object... arguments) throws SQLException {
        try (Connection owner = owner()) {
            return text(owner, sql, arguments);
        }
    }

    /** Runs statements as the owner, each its own transaction. */
    void run(String... statements) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String text(Connection connection, String sql, Object... arguments) throws SQLException {
        List<String> all = texts(connection, sql, arguments);
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " rows: " + sql);
        }
        return all.get(0);
    }

    /** The rows; the columns of each joined by {@code |}, nothing as {@code -}. */
    static List<String> texts(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        String value = result.getString(column);
                        row.add(value == null ? "-" : value);
                    }
                    rows.add(String.join("|", row));
                }
            }
            return rows;
        }
    }

    /** What the cloud answers to a batch, one text an event: {@code applied}, {@code parked: why} …. */
    List<String> ingest(TestLane lane, String batch) throws SQLException {
        try (Connection door = door()) {
            return texts(
                    door,
                    """
                    SELECT concat_ws(': ', r ->> 'result', r ->> 'reason')
                    FROM jsonb_array_elements(pos_api.ingest(?, ?::jsonb) -> 'results') r
                    """,
                    lane.token(),
                    batch);
        }
    }
}
