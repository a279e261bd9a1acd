package com.euphoriapos.cloud.gateway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The yardstick of the ingest: the rows that a batch made, inserted once more by statements prepared once, a transaction a batch, into
 * tables of the same columns, keys, indexes and checks, but without triggers, policies and partitions, and nothing around them.
 */
final class PlainInserts {
    private static final List<String> OF_SALES =
            List.of("transactions", "transaction_items", "transaction_taxes", "transaction_tenders");
    private static final String STOCK =
            """
            INSERT INTO %s.inventory AS i VALUES (?, ?, ?, 1, ?)
            ON CONFLICT (store_id, product_id) DO UPDATE SET
              on_hand = i.on_hand + excluded.on_hand, sold_count = i.sold_count + excluded.sold_count,
              updated_at = greatest(i.updated_at, excluded.updated_at)
            """;

    private final Connection connection;
    private final String schema;
    private final boolean together;
    private final List<Table> tables = new ArrayList<>();
    private final PreparedStatement stock;

    /** A table that is read by one statement and written by another. */
    private record Table(String name, PreparedStatement read, PreparedStatement write) {}

    /** A statement and what it is given. */
    private record Row(PreparedStatement statement, Object[] values) {}

    /** @param together whether the rows of a table go to the database at once, not one after the other's answer */
    PlainInserts(Connection connection, String schema, boolean together) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.together = together;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        String ofBatch = " FROM pos.event_log e WHERE e.origin = ? AND e.seq BETWEEN ? AND ?";
        add("event_log", "SELECT e.*" + ofBatch);
        String sales = "(SELECT substr(e.agg, 13)::uuid" + ofBatch + " AND e.type = 'transaction:new')";
        for (String name : OF_SALES) {
            String id = name.equals("transactions") ? "id" : "transaction_id";
            add(name, "SELECT t.* FROM pos." + name + " t WHERE t." + id + " IN " + sales);
        }
        add(
                "inventory_changes",
                "SELECT c.* FROM pos.inventory_changes c WHERE c.id IN"
                        + " (SELECT (e.payload::json ->> 'changeId')::uuid" + ofBatch
                        + " AND e.type = 'inventory:update')");
        add("inventory", "");
        stock = connection.prepareStatement(STOCK.formatted(schema));
    }

    private void add(String name, String read) throws SQLException {
        int columns;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + schema + "." + name + " (LIKE pos." + name + " INCLUDING ALL)");
            try (ResultSet none = statement.executeQuery("SELECT * FROM pos." + name + " LIMIT 0")) {
                columns = none.getMetaData().getColumnCount();
            }
        }
        if (!read.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(columns, "?"));
            tables.add(new Table(
                    name,
                    connection.prepareStatement(read),
                    connection.prepareStatement("INSERT INTO " + schema + "." + name + " VALUES (" + marks + ")")));
        }
    }

    /** How long the writing of those events' rows takes; what is read for it before does not count. */
    long nanos(String origin, long first, long last) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (Table table : tables) {
            List<Object[]> found = read(table.read(), origin, first, last);
            found.forEach(values -> rows.add(new Row(table.write(), values)));
            if (table.name().equals("inventory_changes")) {
                found.forEach(
                        values -> rows.add(new Row(stock, new Object[] {values[0], values[2], values[3], values[6]})));
            }
        }
        if (rows.size() <= last - first + 1) {
            throw new IllegalStateException("nothing was made of the events");
        }
        long began = System.nanoTime();
        connection.setAutoCommit(false);
        write(rows);
        connection.commit();
        connection.setAutoCommit(true);
        return System.nanoTime() - began;
    }

    private static List<Object[]> read(PreparedStatement read, String origin, long first, long last)
            throws SQLException {
        read.setString(1, origin);
        read.setLong(2, first);
        read.setLong(3, last);
        List<Object[]> rows = new ArrayList<>();
        try (ResultSet row = read.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private void write(List<Row> rows) throws SQLException {
        for (Row row : rows) {
            for (int i = 0; i < row.values().length; i++) {
                row.statement().setObject(i + 1, row.values()[i]);
            }
            if (together) {
                row.statement().addBatch();
            } else {
                row.statement().executeUpdate();
            }
        }
        if (together) {
            for (PreparedStatement statement : Stream.concat(tables.stream().map(Table::write), Stream.of(stock))
                    .toList()) {
                statement.executeBatch();
            }
        }
    }
}
