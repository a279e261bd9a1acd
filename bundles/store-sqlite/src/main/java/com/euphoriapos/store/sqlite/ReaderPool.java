package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that read: opened when needed, few, the one used last first. Thread-safe. */
final class ReaderPool {
    /** Opens a reader. */
    @FunctionalInterface
    interface Opener {
        Session open() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Opener opener;
    private final int sizeMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition returned = lock.newCondition();
    private final ArrayDeque<Session> idle = new ArrayDeque<>();
    private int size;
    private boolean closed;

    ReaderPool(Opener opener, int sizeMax) {
        this.opener = opener;
        this.sizeMax = sizeMax;
    }

    /** A reader for the caller alone, who gives it back to {@link #give} or {@link #discard}. */
    Session take() {
        lock.lock();
        try {
            long left = WAIT_NANOS;
            while (true) {
                if (closed) {
                    throw new StoreException(Reason.CLOSED, "the store is stopping");
                }
                Session session = idle.poll();
                if (session != null) {
                    return session;
                }
                if (size < sizeMax) {
                    size++;
                    break;
                }
                if (left <= 0) {
                    throw new StoreException(Reason.OTHER, "all " + sizeMax + " readers are busy");
                }
                left = returned.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(Reason.OTHER, "interrupted before the query began", e);
        } finally {
            lock.unlock();
        }
        return open();
    }

    private Session open() {
        try {
            return opener.open();
        } catch (SQLException | RuntimeException e) {
            forget();
            throw SqliteFailure.of("the database cannot be opened for reading", e);
        }
    }

    void give(Session session) {
        lock.lock();
        try {
            if (!closed) {
                idle.push(session);
                returned.signal();
                return;
            }
        } finally {
            lock.unlock();
        }
        discard(session);
    }

    /** Closes one that may be in no good state. */
    void discard(Session session) {
        closeQuietly(session);
        forget();
    }

    private void forget() {
        lock.lock();
        try {
            size--;
            returned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes all; waits for those in use for so long. */
    void close(long waitNanos) {
        lock.lock();
        try {
            closed = true;
            returned.signalAll();
            size -= idle.size();
            idle.forEach(ReaderPool::closeQuietly);
            idle.clear();
            long left = waitNanos;
            while (size > 0 && left > 0) {
                left = returned.awaitNanos(left);
            }
            if (size > 0) {
                LOG.warn("{} queries were still running when the store stopped", size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (StoreException e) {
            LOG.warn("A reading connection did not close", e);
        }
    }
}
