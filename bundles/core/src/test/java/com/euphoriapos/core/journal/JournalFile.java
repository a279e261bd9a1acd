package com.euphoriapos.core.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** What somebody with the database file and a little knowledge does to the journal, while the program is closed. */
final class JournalFile {
    private final Path file;

    JournalFile(Path home) {
        this.file = home.resolve("pos.sqlite");
    }

    void run(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Computes all hashes from that entry on, as the program would. */
    void recompute(long from) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE journal SET hash = ? WHERE number = ?")) {
            String hash = "0".repeat(32);
            try (ResultSet row = statement.executeQuery(
                    "SELECT number, at, kind, actor, subject, detail, hash FROM journal ORDER BY number")) {
                while (row.next()) {
                    long number = row.getLong(1);
                    if (number < from) {
                        hash = row.getString(7);
                    } else {
                        hash = next(
                                hash,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6));
                        update.setString(1, hash);
                        update.setLong(2, number);
                        update.addBatch();
                    }
                }
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("recompute", e);
        }
    }

    private static String next(String previous, String... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.US_ASCII));
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
