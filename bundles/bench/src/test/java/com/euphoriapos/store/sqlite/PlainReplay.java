package com.euphoriapos.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The yardstick of a catch-up: the rows that a lane wrote for another lane's events, written once more into an empty database by
 * statements prepared once, in transactions of so many events, on a connection with the same settings, and nothing around them.
 */
public final class PlainReplay {
    private static final String SALE = " WHERE transaction_id = ?";
    private static final String STOCK =
            """
            INSERT INTO inventory (product_id, on_hand, sold_count, updatedAt) VALUES (?, ?, 1, ?)
            ON CONFLICT (product_id) DO UPDATE SET
              on_hand = on_hand + excluded.on_hand, sold_count = sold_count + excluded.sold_count,
              updatedAt = excluded.updatedAt
            """;
    private static final String PLACE =
            """
            INSERT INTO stream (origin, epoch, applied_seq, applied_hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (origin, epoch) DO UPDATE SET
              applied_seq = excluded.applied_seq, applied_hash = excluded.applied_hash
            """;

    private final Connection from;
    private final Connection to;
    private final List<Table> ofSale;
    private final Table changes;
    private final PreparedStatement stock;
    private final List<Row> waiting = new ArrayList<>();
    private long nanos;

    /** A statement and what it is given. */
    private record Row(PreparedStatement statement, Object[] values) {}

    /** A table that is read by one statement and written by another. */
    private record Table(PreparedStatement read, PreparedStatement write) {}

    private PlainReplay(Connection from, Connection to) throws SQLException {
        this.from = from;
        this.to = to;
        to.setAutoCommit(false);
        ofSale = List.of(
                table("transactions", 15, " WHERE id = ?"),
                table("transaction_items", 19, SALE),
                table("transaction_tenders", 5, SALE),
                table("transaction_taxes", 6, SALE));
        changes = table("inventory_changes", 6, " WHERE id = json_extract(?, '$.changeId')");
        stock = to.prepareStatement(STOCK);
    }

    /** How long the writing takes; what is read for it is read in between, and does not count. */
    public static long nanos(Path home, Path emptyHome, int eventsOfBatch) {
        new BenchStore(emptyHome).close();
        try (Connection from = new DatabaseFile(file(home)).openReader();
                Connection to = new DatabaseFile(file(emptyHome)).openWriter()) {
            return new PlainReplay(from, to).run(eventsOfBatch);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(Path home) {
        return SqliteSettings.of(home, Clock.systemUTC()).file();
    }

    private Table table(String name, int columns, String where) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns, "?"));
        return new Table(
                from.prepareStatement("SELECT * FROM " + name + where),
                to.prepareStatement("INSERT INTO " + name + " VALUES (" + marks + ")"));
    }

    private long run(int eventsOfBatch) throws SQLException {
        Table events = table("foreign_log", 15, " ORDER BY origin, epoch, seq");
        PreparedStatement seen = to.prepareStatement("INSERT INTO inbox_processed VALUES (?, ?, ?, ?, ?)");
        PreparedStatement place = to.prepareStatement(PLACE);
        int inBatch = 0;
        try (ResultSet row = events.read().executeQuery()) {
            while (row.next()) {
                Object[] event = values(row);
                waiting.add(new Row(events.write(), event));
                waiting.add(new Row(seen, new Object[] {event[3], event[13], event[0], event[1], event[2]}));
                follow(String.valueOf(event[4]), String.valueOf(event[7]), event[14]);
                if (++inBatch == eventsOfBatch) {
                    waiting.add(new Row(place, new Object[] {event[0], event[1], event[2], event[11]}));
                    write();
                    inBatch = 0;
                }
            }
        }
        write();
        return nanos;
    }

    /** What the event changed. */
    private void follow(String topic, String aggregate, Object payload) throws SQLException {
        if (topic.equals("transaction:new")) {
            for (Table table : ofSale) {
                copy(table, aggregate.substring(aggregate.indexOf(':') + 1));
            }
        } else {
            for (Object[] change : copy(changes, payload)) {
                waiting.add(new Row(stock, new Object[] {change[1], change[2], change[5]}));
            }
        }
    }

    private List<Object[]> copy(Table table, Object key) throws SQLException {
        List<Object[]> found = new ArrayList<>();
        table.read().setObject(1, key);
        try (ResultSet row = table.read().executeQuery()) {
            while (row.next()) {
                found.add(values(row));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing was written for " + key);
        }
        found.forEach(values -> waiting.add(new Row(table.write(), values)));
        return found;
    }

    private static Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    private void write() throws SQLException {
        long began = System.nanoTime();
        for (Row row : waiting) {
            for (int i = 0; i < row.values().length; i++) {
                if (row.values()[i] instanceof String text) {
                    row.statement().setString(i + 1, text);
                } else {
                    row.statement().setLong(i + 1, ((Number) row.values()[i]).longValue());
                }
            }
            row.statement().executeUpdate();
        }
        to.commit();
        nanos += System.nanoTime() - began;
        waiting.clear();
    }
}
