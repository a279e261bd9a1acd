package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.store.sqlite.SnapshotPlan.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.sqlite.SQLiteConnection;

/**
 * One state of the database that is looked at as long as its parts are not written: a connection for each part. Both began to read
 * while the writer stood still, so they see the same.
 */
final class SnapshotMoment implements AutoCloseable {
    private final String id = UUID.randomUUID().toString();
    private final Instant begunAt;
    private final Map<SnapshotPart, SQLiteConnection> parts = new EnumMap<>(SnapshotPart.class);

    private SnapshotMoment(Instant begunAt) {
        this.begunAt = begunAt;
    }

    static SnapshotMoment begin(SqliteStore store, Instant now) {
        SnapshotMoment moment = new SnapshotMoment(now);
        try {
            for (SnapshotPart part : SnapshotPart.values()) {
                moment.parts.put(part, store.file().openCopier());
            }
            // Inside a unit of work nobody commits.
            store.slice(unit -> {
                SnapshotProgress.refuseHalf(unit);
                return unit.sql(session -> {
                    for (SQLiteConnection connection : moment.parts.values()) {
                        DatabaseFile.execute(connection, "BEGIN");
                        DatabaseFile.query(connection, "SELECT COUNT(*) FROM lanes");
                    }
                    return true;
                });
            });
            return moment;
        } catch (SQLException | RuntimeException e) {
            moment.close();
            throw SqliteFailure.of("no snapshot can be taken", e);
        }
    }

    boolean isOlderThan(Instant limit) {
        return begunAt.isBefore(limit);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Writes a part; its connection is closed then. */
    void write(SnapshotPart part, Path file) {
        SQLiteConnection connection = parts.remove(part);
        if (connection == null) {
            throw new StoreException(Reason.OTHER, "the part " + part + " of this snapshot was written already");
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".making");
        try {
            Files.deleteIfExists(temporary);
            DatabaseFile.createPrivate(temporary);
            try (connection) {
                copy(connection, part, temporary);
            }
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException e) {
            temporary.toFile().delete();
            throw SqliteFailure.of("the snapshot could not be written", e);
        }
    }

    private void copy(Connection connection, SnapshotPart part, Path file) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS snap")) {
            attach.setString(1, file.toString());
            attach.execute();
        }
        DatabaseFile.execute(
                connection,
                "CREATE TABLE snap.snapshot (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID");
        note(connection, "format", SnapshotPlan.FORMAT);
        note(connection, "schema", Integer.toString(Migrations.newest()));
        note(connection, "part", part.name());
        note(connection, "moment", id);
        for (Source source : SnapshotPlan.sources(part)) {
            DatabaseFile.execute(connection, definition(connection, source.table()));
            try (Statement statement = connection.createStatement()) {
                long rows = statement.executeLargeUpdate("INSERT INTO snap." + source.table() + " " + source.rows());
                note(connection, SnapshotFile.ROWS + source.table(), Long.toString(rows));
            }
        }
        DatabaseFile.execute(connection, "COMMIT");
    }

    /** The table as it is here, without its indexes: equal tables are copied page by page. */
    private static String definition(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no table " + table);
                }
                String sql = row.getString(1);
                return "CREATE TABLE snap." + table + sql.substring(sql.indexOf('('));
            }
        }
    }

    private static void note(Connection connection, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO snap.snapshot VALUES (?, ?)")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        for (SQLiteConnection connection : parts.values()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw SqliteFailure.of("a snapshot's connection did not close", e);
            }
        }
        parts.clear();
    }
}
