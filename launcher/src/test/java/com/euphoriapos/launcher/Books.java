package com.euphoriapos.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.sqlite.SQLiteConfig;

/**
 * What a database has of sales and stock, in one form for a lane's and the cloud's, read in one transaction.
 *
 * @param sales id, receipt number, lane, total, and the hash of all that was printed, sorted
 * @param lines of all sales, with their money
 * @param payments of all sales
 * @param changes of the stock
 * @param stock of each product, as it is kept and not added up
 */
record Books(List<String> sales, List<String> lines, List<String> payments, List<String> changes, List<String> stock) {
    private static final int BUSY_MILLIS = 30_000;
    private static final String SALES =
            "SELECT id || ' ' || receipt_number || ' ' || workstation_id || ' ' || total_cents || ' ' || content_hash FROM %stransactions";
    private static final String LINES =
            "SELECT transaction_id || ' ' || line_number || ' ' || product_id || ' ' || quantity || ' ' || extended_cents"
                    + " FROM %stransaction_items";
    private static final String PAYMENTS =
            "SELECT transaction_id || ' ' || line_number || ' ' || type || ' ' || tendered_cents || ' ' || change_cents"
                    + " FROM %stransaction_tenders";
    private static final String CHANGES =
            "SELECT id || ' ' || product_id || ' ' || %s || ' ' || transaction_id FROM %sinventory_changes";
    private static final String STOCK =
            "SELECT product_id || ' ' || on_hand || ' sold ' || sold_count FROM %sinventory";

    /** A lane's, read beside it; without anything where it can't be read now. */
    static Books of(Path home) {
        SQLiteConfig patient = new SQLiteConfig();
        patient.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = patient.createConnection("jdbc:sqlite:" + home.resolve("pos.sqlite"))) {
            return read(connection, "", "changeAmount");
        } catch (SQLException busy) {
            return new Books(List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /** The cloud's. */
    static Books of(CloudHost cloud) {
        try (Connection connection = cloud.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return read(connection, "pos.", "change_amount");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Books read(Connection connection, String schema, String amount) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            return new Books(
                    rows(statement, String.format(SALES, schema)),
                    rows(statement, String.format(LINES, schema)),
                    rows(statement, String.format(PAYMENTS, schema)),
                    rows(statement, String.format(CHANGES, amount, schema)),
                    rows(statement, String.format(STOCK, schema)));
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        Collections.sort(found);
        return found;
    }

    /** Totals in cents by the ids of the sales. */
    Map<String, Long> totals() {
        return sales.stream()
                .map(sale -> sale.split(" "))
                .collect(Collectors.toMap(sale -> sale[0], sale -> Long.parseLong(sale[3])));
    }

    long cents() {
        return totals().values().stream().mapToLong(Long::longValue).sum();
    }

    /** No receipt number, sale, change of stock twice; each sale has its lines and is paid; stock is the sum of its changes. */
    void assertSound(String whose) {
        Set<String> numbers = sales.stream().map(sale -> sale.split(" ")[1]).collect(Collectors.toSet());
        Assertions.assertEquals(sales.size(), numbers.size(), whose + " has receipt numbers twice");
        Set<String> ids = totals().keySet();
        Assertions.assertEquals(ids, firsts(lines), whose + " has sales without lines, or lines without a sale");
        Assertions.assertEquals(ids, firsts(payments), whose + " has sales without payment");
        Map<String, Long> sums = new TreeMap<>();
        for (String change : changes) {
            String[] parts = change.split(" ");
            sums.merge(parts[1], Long.parseLong(parts[2]), Long::sum);
        }
        Map<String, Long> kept = new TreeMap<>();
        for (String product : stock) {
            String[] parts = product.split(" ");
            kept.put(parts[0], Long.parseLong(parts[1]));
        }
        Assertions.assertEquals(sums, kept, whose + " has stock that is not the sum of its changes");
    }

    private static Set<String> firsts(List<String> rows) {
        return rows.stream().map(row -> row.split(" ")[0]).collect(Collectors.toSet());
    }

    /** In how far another one differs; empty where it does not. */
    List<String> differences(Books other) {
        List<String> found = new ArrayList<>();
        differ(found, sales, other.sales);
        differ(found, lines, other.lines);
        differ(found, payments, other.payments);
        differ(found, changes, other.changes);
        differ(found, stock, other.stock);
        return found;
    }

    private static void differ(List<String> found, List<String> one, List<String> other) {
        if (one.equals(other)) {
            return;
        }
        Set<String> here = new HashSet<>(one);
        Set<String> there = new HashSet<>(other);
        one.stream().filter(row -> !there.contains(row)).forEach(row -> found.add("only here: " + row));
        other.stream().filter(row -> !here.contains(row)).forEach(row -> found.add("only there: " + row));
        if (found.isEmpty()) {
            found.add("rows twice: " + one.size() + " and " + other.size());
        }
    }
}
