package com.euphoriapos.store.sqlite;

import com.euphoriapos.store.sqlite.mapper.MapperSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.sqlite.SQLiteConnection;

/**
 * A connection with its mappers. Transactions are opened and closed here, never through MyBatis: its commit would throw away the
 * prepared statements. Used by one thread at a time.
 */
final class Session implements AutoCloseable {
    private final SQLiteConnection connection;
    private final SqlSession sqlSession;
    private final MapperSet mappers;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;

    Session(SQLiteConnection connection, Configuration configuration, String beginStatement) throws SQLException {
        this.connection = connection;
        this.sqlSession = new DefaultSqlSessionFactory(configuration).openSession(ExecutorType.REUSE, connection);
        this.mappers = new MapperSet(sqlSession);
        this.begin = connection.prepareStatement(beginStatement);
        this.commit = connection.prepareStatement("COMMIT");
        this.rollback = connection.prepareStatement("ROLLBACK");
    }

    /** For the one connection that writes: takes the write lock at once, so that no read is stale when the write comes. */
    static Session writer(DatabaseFile file, Configuration configuration) throws SQLException {
        return new Session(file.openWriter(), configuration, "BEGIN IMMEDIATE");
    }

    /** For queries on one consistent state. */
    static Session reader(DatabaseFile file, Configuration configuration) throws SQLException {
        return new Session(file.openReader(), configuration, "BEGIN");
    }

    /** A prepared statement that lives as long as the connection. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    /** Pages of the write-ahead log that are not in the database file yet. */
    int pagesToCheckpoint() throws SQLException {
        try (ResultSet row = statement("PRAGMA wal_checkpoint(NOOP)").executeQuery()) {
            return row.next() ? row.getInt(2) - row.getInt(3) : 0;
        }
    }

    MapperSet mappers() {
        return mappers;
    }

    SQLiteConnection connection() {
        return connection;
    }

    void begin() throws SQLException {
        begin.execute();
        isInside(true);
    }

    /** Where it fails the transaction may stand still; {@link #rollback} comes then. */
    void commit() throws SQLException {
        commit.execute();
        isInside(false);
    }

    void rollback() throws SQLException {
        isInside(false);
        rollback.execute();
    }

    /** The driver would try to begin a transaction of its own after every single statement, not knowing that one stands. */
    private void isInside(boolean transaction) {
        connection.getConnectionConfig().setAutoCommit(!transaction);
    }

    @Override
    public void close() {
        sqlSession.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFailure.of("closing the database failed", e);
        }
    }
}
