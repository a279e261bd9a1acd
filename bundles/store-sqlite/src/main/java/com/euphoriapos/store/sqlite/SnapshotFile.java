package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.store.sqlite.SnapshotPlan.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that was looked through before anything of it is taken.
 *
 * @param moment names the state that it was made of
 * @param rows of each table
 */
record SnapshotFile(Path path, SnapshotPart part, String moment, Map<String, Long> rows) {
    /** Leads the keys under which the numbers of rows stand. */
    static final String ROWS = "rows.";

    SnapshotFile {
        rows = Map.copyOf(rows);
    }

    /**
     * Reads what the file says of itself, and whether that is so.
     *
     * @throws StoreException when it is no whole snapshot of this schema
     */
    static SnapshotFile check(Path path, SnapshotPart part) {
        if (!Files.isRegularFile(path)) {
            throw new StoreException(Reason.OTHER, "there is no snapshot " + path);
        }
        try (Connection connection = new DatabaseFile(path).openReader()) {
            DatabaseFile.execute(connection, "PRAGMA trusted_schema = OFF");
            require("ok".equals(DatabaseFile.query(connection, "PRAGMA quick_check(1)")), "it is damaged");
            require(
                    "0"
                            .equals(DatabaseFile.query(
                                    connection,
                                    "SELECT COUNT(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                                            + " OR type = 'table' AND sql NOT LIKE 'CREATE TABLE %'")),
                    "there is more in it than tables");
            Map<String, String> notes = notes(connection);
            require(SnapshotPlan.FORMAT.equals(notes.get("format")), "its form is another one");
            require(part.name().equals(notes.get("part")), "it is not the part " + part);
            String schema = notes.getOrDefault("schema", "?");
            require(
                    Integer.toString(Migrations.newest()).equals(schema),
                    "it has schema " + schema + ", this lane has " + Migrations.newest()
                            + ": both lanes need the same version of the program");
            return new SnapshotFile(path, part, notes.getOrDefault("moment", "?"), counted(connection, part, notes));
        } catch (SQLException e) {
            throw new StoreException(Reason.OTHER, path + " is no snapshot: " + e.getMessage(), e);
        }
    }

    private static void require(boolean good, String problem) {
        if (!good) {
            throw new StoreException(Reason.OTHER, "the snapshot can't be used: " + problem);
        }
    }

    private static Map<String, String> notes(Connection connection) throws SQLException {
        Map<String, String> notes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT key, value FROM snapshot")) {
            while (row.next()) {
                notes.put(row.getString(1), row.getString(2));
            }
        }
        return notes;
    }

    private static Map<String, Long> counted(Connection connection, SnapshotPart part, Map<String, String> notes)
            throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        List<String> tables =
                SnapshotPlan.sources(part).stream().map(Source::table).toList();
        for (String table : tables) {
            String count = DatabaseFile.query(connection, "SELECT COUNT(*) FROM " + table);
            require(count.equals(notes.get(ROWS + table)), "rows of " + table + " are missing");
            rows.put(table, Long.parseLong(count));
        }
        return rows;
    }
}
