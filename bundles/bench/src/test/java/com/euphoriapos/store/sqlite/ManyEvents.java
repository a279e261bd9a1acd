package com.euphoriapos.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Stores that hold very many small events of other lanes, and the yardstick for reading how far they are. */
public final class ManyEvents {
    private static final String EVENTS =
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
            INSERT INTO foreign_log (origin, epoch, seq, id, type, createdAt, txg, agg, hlc, actor, schema, hash, bytes,
                                     arrived_at, payload)
            SELECT ?1, ?3, i, ?1 || ?3 || i, 'transaction:new', 0, i, 'transaction:' || i, '', '', 1, printf('%032x', i), 2, 0, '{}'
            FROM n
            """;
    private static final String POSITION =
            """
            INSERT INTO stream (origin, epoch, applied_seq, applied_hash) VALUES (?1, ?3, ?2, printf('%032x', ?2))
            """;
    private static final String POSITIONS =
            """
            SELECT origin, epoch, applied_seq, applied_hash FROM stream ORDER BY origin, epoch
            """;

    /** Two openings of each lane. */
    private static final List<String> EPOCHS = List.of("01JD0000000000000000000000", "01JD0000000000000000000001");

    private ManyEvents() {}

    /** Writes so many events of each of so many lanes into the closed store of that home. */
    public static void write(Path home, int lanes, int ofEach) {
        try (Connection connection = new DatabaseFile(file(home)).openWriter()) {
            connection.setAutoCommit(false);
            for (String statement : new String[] {EVENTS, POSITION}) {
                try (PreparedStatement insert = connection.prepareStatement(statement)) {
                    for (int i = 0; i < lanes * EPOCHS.size(); i++) {
                        insert.setString(1, "%08d-0000-4000-8000-000000000000".formatted(i / EPOCHS.size()));
                        insert.setInt(2, ofEach / EPOCHS.size());
                        insert.setString(3, EPOCHS.get(i % EPOCHS.size()));
                        insert.executeUpdate();
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long each of so many readings of all positions takes by a statement prepared once; how many positions there are is checked. */
    public static long[] positions(Path home, int lanes, int times) {
        long[] nanos = new long[times];
        try (Connection connection = new DatabaseFile(file(home)).openReader();
                PreparedStatement read = connection.prepareStatement(POSITIONS)) {
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                int found = 0;
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found += row.getString(1).isEmpty()
                                        || row.getLong(3) == 0
                                        || row.getString(4).isEmpty()
                                ? 0
                                : 1;
                    }
                }
                nanos[i] = System.nanoTime() - began;
                if (found < lanes) {
                    throw new IllegalStateException(found + " positions");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return nanos;
    }

    private static Path file(Path home) {
        return SqliteSettings.of(home, Clock.systemUTC()).file();
    }
}
