package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/** The file of the database: prepares it and opens connections whose settings were read back. Thread-safe. */
final class DatabaseFile {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
    /** Older engines may damage the file when a checkpoint and a commit of two connections meet. */
    private static final int[] ENGINE_MIN = {3, 51, 3};

    /** Pages of the write-ahead log from which on a commit brings it home itself: far more than {@link Writer} lets it become. */
    private static final int CHECKPOINT_PAGES = 12_000;

    private static final int WAL_BYTES_KEPT = 64_000_000;
    /** Of the connection that writes: what a batch of another lane's sales touches, so that no page is read twice for it. */
    private static final int CACHE_KIBIBYTES = 8_000;

    private final Path file;

    DatabaseFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    /** Size of the database and its write-ahead log. */
    long bytes() {
        return file.toFile().length() + walFile().toFile().length();
    }

    private Path walFile() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /**
     * Makes folder and file before SQLite does, because SQLite would make them readable to everybody; its -wal and -shm files take
     * the mode of the database.
     */
    void prepare() {
        try {
            Path folder = file.getParent();
            if (folder == null) {
                throw new IOException("no folder");
            }
            if (isPosix(file)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
                restrict(folder, FOLDER_MODE);
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StoreException(Reason.IO_ERROR, "cannot prepare " + file + ": " + e, e);
        }
        createPrivate(file);
    }

    /** Makes the file if it is not there, and makes it readable to its owner alone. */
    static void createPrivate(Path file) {
        try {
            if (!isPosix(file)) {
                return;
            }
            try {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE_MODE));
            } catch (FileAlreadyExistsException present) {
                restrict(file, FILE_MODE);
            }
        } catch (IOException e) {
            throw new StoreException(Reason.IO_ERROR, "cannot prepare " + file + ": " + e, e);
        }
    }

    /** What can't be restricted is said and used: the lane sells, and the check of the data folder names it. */
    private static void restrict(Path path, Set<PosixFilePermission> mode) throws IOException {
        if (!Files.getPosixFilePermissions(path).equals(mode)) {
            try {
                Files.setPosixFilePermissions(path, mode);
            } catch (FileSystemException notOurs) {
                LOG.warn("{} can't be made private: {}", path, notOurs.getMessage());
            }
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Opens a connection that may write; whoever calls it keeps that there is only one. */
    SQLiteConnection openWriter() throws SQLException {
        SQLiteConnection connection = connect();
        try {
            checkEngine(connection);
            expect(connection, "journal_mode", "wal", "PRAGMA journal_mode = WAL");
            expect(connection, "synchronous", "2", "PRAGMA synchronous = FULL");
            expect(connection, "fullfsync", "1", "PRAGMA fullfsync = 1");
            expect(connection, "checkpoint_fullfsync", "1", "PRAGMA checkpoint_fullfsync = 1");
            expect(connection, "foreign_keys", "1", "PRAGMA foreign_keys = 1");
            expect(
                    connection,
                    "wal_autocheckpoint",
                    Integer.toString(CHECKPOINT_PAGES),
                    "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            expect(
                    connection,
                    "journal_size_limit",
                    Integer.toString(WAL_BYTES_KEPT),
                    "PRAGMA journal_size_limit = " + WAL_BYTES_KEPT);
            execute(connection, "PRAGMA cache_size = -" + CACHE_KIBIBYTES);
            execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a connection that can't write. */
    SQLiteConnection openReader() throws SQLException {
        SQLiteConnection connection = connect();
        try {
            expect(connection, "query_only", "1", "PRAGMA query_only = 1");
            expect(connection, "wal_autocheckpoint", "0", "PRAGMA wal_autocheckpoint = 0");
            execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a connection that reads this file and writes another that it attaches; never this one. */
    SQLiteConnection openCopier() throws SQLException {
        SQLiteConnection connection = connect();
        try {
            expect(connection, "wal_autocheckpoint", "0", "PRAGMA wal_autocheckpoint = 0");
            execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** No settings in the address: the driver took a mistyped one for a part of the file name and opened an empty database. */
    private SQLiteConnection connect() throws SQLException {
        SQLiteConnection connection = JDBC.createConnection(JDBC.PREFIX + file, new Properties());
        try {
            Path opened = openedPath(connection);
            if (!Files.isSameFile(opened, file)) {
                throw new StoreException(Reason.IO_ERROR, "asked for " + file + " but " + opened + " was opened");
            }
            // Nobody asks which row an insert made; the driver would prepare and run a query for it after each of them.
            connection.getConnectionConfig().setGetGeneratedKeys(false);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw new StoreException(Reason.IO_ERROR, "cannot compare the opened file with " + file, e);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Path openedPath(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA database_list")) {
            while (rows.next()) {
                if ("main".equals(rows.getString("name"))) {
                    return Path.of(rows.getString("file"));
                }
            }
        }
        throw new StoreException(Reason.IO_ERROR, "no database was opened");
    }

    private static void checkEngine(Connection connection) throws SQLException {
        String version = query(connection, "SELECT sqlite_version()");
        int[] found = List.of(version.split("\\.")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        if (Arrays.compare(found, ENGINE_MIN) < 0) {
            throw new StoreException(Reason.CLOSED, "SQLite " + version + " is too old, 3.51.3 or newer is needed");
        }
    }

    private static void expect(Connection connection, String pragma, String value, String statement)
            throws SQLException {
        execute(connection, statement);
        String found = query(connection, "PRAGMA " + pragma);
        if (!value.equals(found)) {
            throw new StoreException(
                    Reason.CLOSED, "the database keeps " + pragma + " at " + found + " instead of " + value);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("no answer to " + sql);
            }
            return row.getString(1);
        }
    }
}
