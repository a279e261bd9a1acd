package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Brings the schema to the newest version. Flyway does it; loading Flyway takes longer than everything else the store does at the
 * start, so it is left alone when its own history table shows that there is nothing to do.
 */
final class Migrations {
    /** The folder of the migrations on the class path. */
    static final String FOLDER = "db/lane";

    /** All migrations in order; a test compares the list with the folder. */
    static final List<String> FILES =
            List.of("V0001__core_tables.sql", "V0002__people.sql", "V0003__journal_seals.sql", "V0004__lanes.sql");

    private final DatabaseFile file;

    Migrations(DatabaseFile file) {
        this.file = file;
    }

    /** The version that {@link #apply} leads to. */
    static int newest() {
        return version(FILES.get(FILES.size() - 1));
    }

    /**
     * Migrates unless the history shows the newest version already.
     *
     * @throws StoreException CLOSED when a newer program wrote the database or a released migration was changed
     */
    void apply(Connection connection) throws SQLException {
        TreeMap<Integer, Integer> applied = applied(connection);
        int present = applied.isEmpty() ? 0 : applied.lastKey();
        if (present > newest()) {
            throw new StoreException(
                    Reason.CLOSED,
                    "The data was written by a newer version of the program (schema " + present + ", this one knows "
                            + newest() + "). Start that version, or restore a backup of before the update.");
        }
        if (!applied.equals(expected())) {
            FlywayRun.migrate(file);
        }
    }

    private static TreeMap<Integer, Integer> applied(Connection connection) throws SQLException {
        TreeMap<Integer, Integer> applied = new TreeMap<>();
        if ("0"
                .equals(
                        DatabaseFile.query(
                                connection,
                                """
                SELECT COUNT(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'
                """))) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT version, checksum, success
                        FROM flyway_schema_history
                        WHERE version IS NOT NULL
                        """)) {
            while (row.next()) {
                // A failed migration gets a checksum that never fits, so that Flyway looks at it.
                applied.put(Integer.parseInt(row.getString(1)), row.getInt(3) == 1 ? row.getInt(2) : ~row.getInt(2));
            }
        }
        return applied;
    }

    private static TreeMap<Integer, Integer> expected() {
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        for (String name : FILES) {
            expected.put(version(name), checksum(name));
        }
        return expected;
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    /** Flyway's checksum: the CRC of the lines without their ends, so that a checkout on Windows has the same. */
    private static int checksum(String name) {
        CRC32 crc = new CRC32();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
                line = reader.readLine();
            }
        } catch (IOException e) {
            throw new StoreException(Reason.CLOSED, "cannot read the migration " + name, e);
        }
        return (int) crc.getValue();
    }

    static InputStream open(String name) {
        InputStream stream = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + "/" + name);
        if (stream == null) {
            throw new StoreException(Reason.CLOSED, "the migration " + name + " is missing in the program");
        }
        return stream;
    }
}
