package com.euphoriapos.cloud.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for those who host the cloud themselves: migrates the database, then answers lanes and the web page. It signs in as the owner for the migration
 * only; lanes are served by {@code pos_gateway}, the page by {@code pos_web}, who may read no table. Their passwords follow from the owner's, so that any number of
 * gateways may stand before one database. {@link #start} and {@link #close} once each, on any thread.
 */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String ROLE = "pos_gateway";
    /** Of the web page: may call other functions than lanes may, and no table either. */
    static final String PAGE_ROLE = "pos_web";

    private static final int CONNECTIONS_MAX = 8;
    private static final int PAGE_CONNECTIONS_MAX = 4;
    private static final int THREADS_MAX = 24;
    private static final int IDLE_MILLIS = 60_000;
    private static final int CONNECT_SECONDS = 10;
    private static final int STATEMENT_SECONDS = 60;

    private final Server server;
    private final ServerConnector connector;
    private final FeedBell bell;
    private final Connections connections;
    private final Connections pageConnections;
    private final PageBell pageBell;

    /**
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
     * @param user owner of the database
     * @param listen address to listen at: 127.0.0.1 where a proxy with TLS stands in front
     * @param port 0 for any
     * @param behindProxy whether the headers {@code X-Forwarded-…} are a proxy's, and not anybody's
     */
    record Settings(String jdbcUrl, String user, String listen, int port, boolean behindProxy) {
        Settings {
            if (!jdbcUrl.startsWith("jdbc:postgresql:") || jdbcUrl.contains("password")) {
                throw new IllegalArgumentException("the address is jdbc:postgresql://…, without a password");
            }
            if (user.isBlank() || listen.isBlank() || port < 0 || port > 65_535) {
                throw new IllegalArgumentException("user, address and port say where");
            }
        }

        /** Without a proxy. */
        Settings(String jdbcUrl, String user, String listen, int port) {
            this(jdbcUrl, user, listen, port, false);
        }
    }

    private Gateway(Settings settings, PGSimpleDataSource door, PGSimpleDataSource pageDoor, InstantSource clock) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 4, IDLE_MILLIS);
        threads.setName("cloud-gateway");
        this.server = new Server(threads);
        this.connections = new Connections(door, CONNECTIONS_MAX);
        // A connection of its own: reading notifications waits on the socket longer than any statement may.
        this.bell = new FeedBell(door, threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(8 << 10);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.listen());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        this.pageConnections = new Connections(pageDoor, PAGE_CONNECTIONS_MAX);
        PageFunctions page = new PageFunctions(pageConnections);
        this.pageBell = new PageBell(page, threads);
        Visitor visitor = new Visitor(settings.behindProxy());
        server.setHandler(new Handler.Sequence(
                new PageRequests(page, pageBell, visitor, clock),
                new LaneRequests(new Functions(connections), bell, visitor, clock)));
    }

    /**
     * Migrates and opens.
     *
     * @param password the owner's
     * @throws SQLException when the database can't be reached or does not let the owner in
     * @throws IllegalStateException when a newer program migrated the database, or the port is taken
     */
    static Gateway start(Settings settings, String password, InstantSource clock) throws SQLException {
        PGSimpleDataSource owner = ownerSource(settings.jdbcUrl(), settings.user(), password);
        CloudSchema.migrate(owner);
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two gateways that start at once would change the same row.
            statement.execute("SELECT pg_advisory_xact_lock(7067, 2)");
            for (String role : List.of(ROLE, PAGE_ROLE)) {
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role, doorPassword(password, role).toCharArray(), "scram-sha-256");
            }
            connection.commit();
        }
        PGSimpleDataSource door = source(settings.jdbcUrl(), ROLE, doorPassword(password));
        PGSimpleDataSource page = source(settings.jdbcUrl(), PAGE_ROLE, doorPassword(password, PAGE_ROLE));
        Gateway gateway = new Gateway(settings, door, page, clock);
        try {
            gateway.bell.start();
            gateway.pageBell.start();
            gateway.server.start();
        } catch (Exception taken) {
            gateway.close();
            throw new IllegalStateException("can't listen at " + settings.listen() + ":" + settings.port(), taken);
        }
        LOG.info("The cloud's door is open at {}:{}", settings.listen(), gateway.port());
        return gateway;
    }

    /**
     * Migrates, and makes an account for the web page: an owner of all stores. One of that name gets the password, and is signed out
     * everywhere.
     *
     * @throws SQLException as {@link #start}, or when the database does not take the name
     */
    static void setAccount(Settings settings, String ownerPassword, String name, String password) throws SQLException {
        if (!Proofs.isLongEnough(password)) {
            throw new IllegalArgumentException(
                    "a password has " + Proofs.PASSWORD_MIN + " to " + Proofs.PASSWORD_MAX + " characters");
        }
        PGSimpleDataSource owner = ownerSource(settings.jdbcUrl(), settings.user(), ownerPassword);
        CloudSchema.migrate(owner);
        String salt = Proofs.newSalt();
        try (Connection connection = owner.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT pos_admin.set_account(?, ?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, salt);
            statement.setString(3, Proofs.proof(password, salt));
            statement.execute();
        }
    }

    /** A code for a lane of the demo's store, which is made where it is missing; good for a day. */
    static String demoCode(Settings settings, String password) throws SQLException {
        try (Connection owner =
                        source(settings.jdbcUrl(), settings.user(), password).getConnection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT pos_admin.make_code(coalesce(
                          (SELECT s.id FROM pos.stores s WHERE s.name = 'Demo Store' LIMIT 1), pos_admin.create_store('Demo Store')), 1440)
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Where it listens. */
    int port() {
        return connector.getLocalPort();
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        PGSimpleDataSource source = ownerSource(url, user, password);
        source.setSocketTimeout(STATEMENT_SECONDS);
        return source;
    }

    /** Without a time-out: a migration of many events takes as long as it takes. */
    static PGSimpleDataSource ownerSource(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("cloud-gateway");
        return source;
    }

    static String doorPassword(String password) {
        return doorPassword(password, ROLE);
    }

    static String doorPassword(String password, String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("owner:" + password).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** Ends: those who wait are answered, then nobody is let in. */
    @Override
    public void close() {
        bell.close();
        pageBell.close();
        try {
            server.stop();
        } catch (Exception failed) {
            LOG.warn("The cloud's door did not close cleanly", failed);
        }
        connections.close();
        pageConnections.close();
    }
}
