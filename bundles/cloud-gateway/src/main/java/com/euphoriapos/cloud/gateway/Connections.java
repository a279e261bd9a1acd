package com.euphoriapos.cloud.gateway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A bounded number of connections, opened when they are needed and kept. One that failed is closed, so that after a restart of the
 * database the next caller gets a new one. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private static final long WAIT_MILLIS = 5_000;
    private static final int VALID_SECONDS = 2;

    private final DataSource source;
    private final Semaphore free;
    private final BlockingQueue<Connection> idle;
    private volatile boolean closed;

    Connections(DataSource source, int most) {
        this.source = source;
        this.free = new Semaphore(most, true);
        this.idle = new ArrayBlockingQueue<>(most);
    }

    /** Work on a connection that nobody else has. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** All are in use, for longer than a lane should wait. */
    static final class BusyException extends Exception {
        private static final long serialVersionUID = 1;
    }

    <T> T use(Work<T> work) throws SQLException, BusyException {
        await();
        try {
            Connection connection = connection();
            boolean fine = false;
            try {
                T result = work.on(connection);
                fine = true;
                return result;
            } catch (SQLException refused) {
                // What the functions refuse leaves the connection as it was; anything else may not.
                fine = Functions.isAnswer(refused);
                throw refused;
            } finally {
                if (!fine || closed || !idle.offer(connection)) {
                    close(connection);
                }
            }
        } finally {
            free.release();
        }
    }

    private void await() throws BusyException {
        try {
            if (!free.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }

    private Connection connection() throws SQLException {
        Connection kept = idle.poll();
        while (kept != null) {
            if (kept.isValid(VALID_SECONDS)) {
                return kept;
            }
            close(kept);
            kept = idle.poll();
        }
        return source.getConnection();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // It is given up anyway.
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection kept = idle.poll();
        while (kept != null) {
            close(kept);
            kept = idle.poll();
        }
    }
}
