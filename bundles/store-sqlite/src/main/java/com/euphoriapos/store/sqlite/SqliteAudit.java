package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.AuditRepository;
import com.euphoriapos.api.sync.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Digests of the shared tables. What is a lane's own, and when something was written, is not among them. */
final class SqliteAudit implements AuditRepository {
    /** Queries whose first column is what names the row; the others are what all lanes have to agree on. */
    private static final Map<String, String> QUERIES = queries();

    private final UnitOfWork unit;

    SqliteAudit(UnitOfWork unit) {
        this.unit = unit;
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "products",
                """
                SELECT id, sku, name, category, size_millilitres, price_cents, case_size, tax_category, isActive
                FROM products
                """);
        queries.put("barcodes", "SELECT product_id || ' ' || barcode || ' ' || pack_size AS id FROM product_barcodes");
        queries.put(
                "employees",
                """
                SELECT id, firstName, lastName, role, isActive, pin_lookup, pin_length, badge_lookup FROM employees
                """);
        queries.put(
                "discount_rules",
                """
                SELECT id, scope, category, size, percent, fixedAmount, employeeApprovalRequired, isActive
                FROM discount_rules
                """);
        queries.put(
                "pos_config", "SELECT key AS id, value FROM pos_config WHERE key NOT IN ('recovery_verifier', 'demo')");
        queries.put("versions", "SELECT agg || ' ' || part AS id, hlc, node FROM versions");
        queries.put("inventory", "SELECT product_id AS id, on_hand FROM inventory WHERE on_hand <> 0");
        queries.put(
                "inventory_changes",
                "SELECT id, product_id, changeAmount, reason, transaction_id, createdAt FROM inventory_changes");
        queries.put(
                "transactions",
                """
                SELECT t.id AS id, content_hash, receipt_number, completed_at, subtotal_cents, tax_cents, total_cents,
                       (SELECT COUNT(*) || ' ' || COALESCE(SUM(quantity), 0) || ' ' || COALESCE(SUM(extended_cents), 0)
                        FROM transaction_items i WHERE i.transaction_id = t.id),
                       (SELECT COUNT(*) || ' ' || COALESCE(SUM(tendered_cents - change_cents), 0)
                        FROM transaction_tenders d WHERE d.transaction_id = t.id)
                FROM transactions t
                """);
        return queries;
    }

    @Override
    public List<String> tables() {
        return List.copyOf(QUERIES.keySet());
    }

    /** What is done with a row. */
    private interface Row {
        void at(String id, long name, long content);
    }

    @Override
    public List<String> digests(String table) {
        long[] buckets = new long[BUCKETS];
        each(table, (id, name, content) -> buckets[bucket(name)] += content);
        List<String> digests = new ArrayList<>();
        for (long bucket : buckets) {
            digests.add(hex(bucket));
        }
        return digests;
    }

    @Override
    public Map<String, String> rows(String table, int bucket) {
        Map<String, String> rows = new TreeMap<>();
        each(table, (id, name, content) -> {
            if (bucket(name) == bucket) {
                rows.put(id, hex(content));
            }
        });
        return rows;
    }

    private static int bucket(long name) {
        return (int) (name & (BUCKETS - 1));
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "%016x", value);
    }

    private void each(String table, Row row) {
        String query = query(table);
        MessageDigest sha = sha256();
        unit.sql(session -> {
            try (ResultSet rows = session.statement(query).executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    String id = rows.getString(1);
                    long name = digest(sha, id);
                    row.at(id, name, content(sha, rows, columns));
                }
            }
            return true;
        });
    }

    private static String query(String table) {
        String query = QUERIES.get(table);
        if (query == null) {
            throw new IllegalArgumentException("no table to compare: " + table);
        }
        return query;
    }

    private static long content(MessageDigest sha, ResultSet rows, int columns) throws SQLException {
        StringBuilder content = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            String value = rows.getString(column);
            content.append(value.length()).append(':').append(value);
        }
        return digest(sha, content.toString());
    }

    private static long digest(MessageDigest sha, String text) {
        byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | hash[i] & 0xffL;
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Optional<String> digest(String table, String id) {
        String query = "SELECT * FROM (" + query(table) + ") AS q WHERE q.id = ?";
        MessageDigest sha = sha256();
        return unit.sql(session -> {
            PreparedStatement statement = session.statement(query);
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                return row.next() ? Optional.of(hex(content(sha, row, columns))) : Optional.empty();
            }
        });
    }

    @Override
    public Optional<String> content(String table, String id) {
        return new RowCopies(unit).read(table, id);
    }

    @Override
    public void replace(String table, String id, String content) {
        new RowCopies(unit).replace(table, id, content);
    }

    @Override
    public void remove(String table, String id) {
        new RowCopies(unit).remove(table, id);
    }

    @Override
    public void mended(String table) {
        String topic =
                switch (table) {
                    case "products" -> Topics.PRODUCT_BULK_UPSERT;
                    case "employees" -> Topics.EMPLOYEE_UPSERT;
                    case "pos_config" -> Topics.POS_CONFIG_UPDATE;
                    case "discount_rules" -> Topics.DISCOUNT_RULE_UPSERT;
                    case "transactions" -> Topics.TRANSACTION_NEW;
                    default -> Topics.INVENTORY_UPDATE;
                };
        unit.appliedAll(topic);
    }

    @Override
    public void quarantine(String what, String reason, String raw, Instant at) {
        unit.change(() -> unit.sql(session -> {
            PreparedStatement statement =
                    session.statement("INSERT INTO quarantine (at, what, reason, raw) VALUES (?, ?, ?, ?)");
            statement.setLong(1, at.toEpochMilli());
            statement.setString(2, what);
            statement.setString(3, reason);
            statement.setString(4, raw);
            return statement.executeUpdate();
        }));
    }

    @Override
    public long quarantined() {
        return unit.sql(session -> {
            try (ResultSet row =
                    session.statement("SELECT COUNT(*) FROM quarantine").executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    @Override
    public long unfitStock() {
        String query =
                """
                WITH sums AS (SELECT product_id, SUM(changeAmount) AS truth FROM inventory_changes GROUP BY product_id)
                SELECT
                  (SELECT COUNT(*) FROM inventory LEFT JOIN sums USING (product_id)
                    WHERE on_hand - base <> COALESCE(truth, 0))
                  + (SELECT COUNT(*) FROM sums LEFT JOIN inventory USING (product_id)
                    WHERE on_hand IS NULL AND truth <> 0)
                """;
        return unit.sql(session -> {
            try (ResultSet row = session.statement(query).executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    @Override
    public void mendStock() {
        String mend =
                """
                INSERT INTO inventory (product_id, on_hand, updatedAt)
                SELECT product_id, SUM(changeAmount), MAX(createdAt) FROM inventory_changes WHERE true GROUP BY product_id
                ON CONFLICT (product_id) DO UPDATE SET on_hand = excluded.on_hand + base
                WHERE on_hand <> excluded.on_hand + base
                """;
        unit.change(() -> unit.sql(session -> session.statement(mend).executeUpdate()));
    }
}
