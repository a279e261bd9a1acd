package com.euphoriapos.cloud.gateway;

import com.euphoriapos.testkit.postgres.PostgresServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;

/** A gateway before a database with one store, for tests of what comes to it. */
public final class OpenCloud implements AutoCloseable {
    private final CloudDatabase database = CloudDatabase.create();
    private final UUID store;
    private int port;
    private Gateway gateway;

    private OpenCloud() throws SQLException {
        this.gateway = open();
        this.port = gateway.port();
        this.store = database.store("Corner Shop");
    }

    /** Opens it. */
    public static OpenCloud start() {
        try {
            return new OpenCloud();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Gateway open() throws SQLException {
        return Gateway.start(
                new Gateway.Settings(database.url(), "store_owner", "127.0.0.1", port),
                PostgresServer.PASSWORD,
                InstantSource.system());
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The same, for who stands before it. */
    public InetSocketAddress socket() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The store's id. */
    public String store() {
        return store.toString();
    }

    /** A one-time code. */
    public String code() throws SQLException {
        return database.ask("SELECT pos_admin.make_code(?::uuid)", store());
    }

    /** How many sales are in it. */
    public long sales() {
        try {
            return Long.parseLong(ask("SELECT count(*) FROM pos.transactions"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the only row. */
    public String ask(String sql, Object... arguments) throws SQLException {
        return database.ask(sql, arguments);
    }

    /** Runs statements, each its own transaction. */
    public void run(String... statements) throws SQLException {
        database.run(statements);
    }

    /** The door is shut; the database stays. */
    public void shut() {
        gateway.close();
    }

    /** The door is opened again where it was. */
    public void reopen() throws SQLException {
        gateway = open();
    }

    /** A sale as lanes tell it. */
    public static String sale(String id, String... products) {
        return TestLane.sale(id, products);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
