package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Gateway.Settings;
import com.euphoriapos.domain.Product;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The cloud end on this machine: a PostgreSQL, the shipped gateway before it, and connections past it. For one thread. */
public final class BenchCloud implements AutoCloseable {
    private final PostgresServer server = PostgresServer.start();
    private final Gateway gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Connection owner;
    private final Connection door;
    private @Nullable PlainInserts single;
    private @Nullable PlainInserts together;

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

    /** A new store; its id. */
    public String store() throws SQLException {
        return ask(owner, "SELECT pos_admin.create_store('Bench')");
    }

    /** A one-time code for a lane of a store. */
    public String code(String store) throws SQLException {
        return ask(owner, "SELECT pos_admin.make_code(?::uuid)", store);
    }

    /** A store of its own for a lane; returns the lane's token. */
    public String enrol(String node) throws SQLException {
        return ask(door, "SELECT pos_api.enrol(?, ?, 'L1') ->> 'token'", code(store()), node);
    }

    /** Where the gateway is. */
    public int port() {
        return gateway.port();
    }

    /** How many events of a lane are taken in. */
    public long taken(String node) {
        try {
            return Long.parseLong(
                    ask(owner, "SELECT coalesce(sum(applied_seq), 0) FROM pos.stream WHERE origin = ?", node));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Products with a code each at twice their prices, as somebody brings in a price list. */
    public void doubled(String store, List<Product> products, List<String> codes) throws SQLException {
        String[] ids = products.stream().map(Product::id).toArray(String[]::new);
        change(
                """
                INSERT INTO pos.products (store_id, id, sku, name, category, size_millilitres, price_cents, case_size, tax_category)
                SELECT ?::uuid, p.id, p.sku, p.name, p.category, 750, p.cents, 12, 'STANDARD'
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) AS p (id, sku, name, category, cents)
                """,
                store,
                ids,
                products.stream().map(Product::sku).toArray(String[]::new),
                products.stream().map(Product::name).toArray(String[]::new),
                products.stream().map(Product::category).toArray(String[]::new),
                products.stream().map(each -> 2 * each.price().cents()).toArray(Long[]::new));
        change(
                """
                INSERT INTO pos.product_barcodes (store_id, product_id, barcode)
                SELECT ?::uuid, p.id, p.code FROM unnest(?::text[], ?::text[]) AS p (id, code)
                """,
                store,
                ids,
                codes.toArray(String[]::new));
    }

    /** Another price, as somebody types it; committed when it returns. */
    public void price(String store, String product, long cents) throws SQLException {
        change("UPDATE pos.products SET price_cents = ? WHERE store_id = ?::uuid AND id = ?", cents, store, product);
    }

    /** A setting that says nothing to a lane but that something is new. */
    public void ring(String store) throws SQLException {
        change("INSERT INTO pos.pos_config (store_id, key, value) VALUES (?::uuid, 'bench', '1')", store);
    }

    /** The cursor of whoever has read the whole feed. */
    public String cursor(String store) throws SQLException {
        return ask(owner, "SELECT feed_epoch || '.' || seq FROM pos.feed_heads WHERE store_id = ?::uuid", store);
    }

    private void change(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                Object each = arguments[i];
                if (each instanceof String[] texts) {
                    statement.setArray(i + 1, owner.createArrayOf("text", texts));
                } else if (each instanceof Long[] numbers) {
                    statement.setArray(i + 1, owner.createArrayOf("bigint", numbers));
                } else {
                    statement.setObject(i + 1, each);
                }
            }
            statement.executeUpdate();
        }
    }

    /** Inserts the rows of those events once more, one after the other; returns how long that takes. */
    public long plain(String origin, long first, long last) throws SQLException {
        if (single == null) {
            single = new PlainInserts(owner, "single", false);
        }
        return single.nanos(origin, first, last);
    }

    /** The same, the rows of a table at once. */
    public long plainTogether(String origin, long first, long last) throws SQLException {
        if (together == null) {
            together = new PlainInserts(owner, "together", true);
        }
        return together.nanos(origin, first, last);
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
