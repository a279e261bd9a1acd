package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Gateway.Settings;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The cloud end on this machine: a PostgreSQL, the shipped gateway before it, and a connection as the gateway has it. For one thread. */
public final class BenchCloud implements AutoCloseable {
    private final PostgresServer server = PostgresServer.start();
    private final Gateway gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Connection owner;
    private final Connection door;

    public BenchCloud() throws SQLException {
        gateway = Gateway.start(
                new Settings(server.url("postgres"), "postgres", "127.0.0.1", 0),
                PostgresServer.PASSWORD,
                InstantSource.system());
        owner = connection("postgres", PostgresServer.PASSWORD);
        door = connection("pos_gateway", Gateway.doorPassword(PostgresServer.PASSWORD));
    }

    private Connection connection(String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url("postgres"));
        return source.getConnection(user, password);
    }

    private static String ask(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** A store of its own for a lane; returns the lane's token. */
    public String enrol(String node) throws SQLException {
        String code = ask(owner, "SELECT pos_admin.make_code(pos_admin.create_store('Bench'))");
        return ask(door, "SELECT pos_api.enrol(?, ?, 'L1') ->> 'token'", code, node);
    }

    /** Takes a batch over HTTP, packed, as a lane sends it. */
    public void overHttp(String token, String batch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/ingest/batch"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Bodies.pack(batch.getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        requireApplied(answer.body());
    }

    /** Takes a batch by the function itself. */
    public void direct(String token, String batch) throws SQLException {
        requireApplied(ask(door, "SELECT pos_api.ingest(?, ?::jsonb)", token, batch));
    }

    private static void requireApplied(String answer) {
        if (answer.contains("parked") || answer.contains("refused")) {
            throw new IllegalStateException(answer);
        }
    }

    /** Rows of a table and its bytes with its indexes. */
    public record Size(long rows, long bytes) {}

    /** What the events and what was made of them take, by table, a partitioned one as one. */
    public Map<String, Size> sizes() throws SQLException {
        Map<String, Size> sizes = new LinkedHashMap<>();
        for (String table : new String[] {
            "event_log",
            "transactions",
            "transaction_items",
            "transaction_taxes",
            "transaction_tenders",
            "inventory_changes"
        }) {
            long rows = Long.parseLong(ask(owner, "SELECT count(*) FROM pos." + table));
            long bytes = Long.parseLong(ask(
                    owner,
                    """
                    SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
                    WHERE c.oid = ?::regclass OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = ?::regclass)
                    """,
                    "pos." + table,
                    "pos." + table));
            sizes.put(table, new Size(rows, bytes));
        }
        return sizes;
    }

    @Override
    public void close() {
        try (Connection first = owner;
                Connection second = door) {
            gateway.close();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        } finally {
            server.close();
        }
    }
}
