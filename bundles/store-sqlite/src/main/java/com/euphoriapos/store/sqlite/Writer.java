package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.store.sqlite.WriteTask.Kind;
import com.euphoriapos.store.sqlite.mapper.MapperSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of the writer thread: the only connection that writes lives and dies in it. After a failure of the disk it closes the
 * connection and opens it again, because after a failed flush the engine's memory and the disk may differ and a second try would
 * only seem to succeed.
 */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int CHECKPOINT_COMMITS = 32;
    /** Pages of the write-ahead log that make a checkpoint of some ten milliseconds. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private final SqliteSettings settings;
    private final DatabaseFile file;
    private final Configuration configuration;
    private final WriteQueue queue;
    private final ReaderPool readers;
    private final Consumer<CommitListener.Commit> commits;
    private final Ballast ballast;
    private final CompletableFuture<OpenFacts> opened = new CompletableFuture<>();
    private int commitsSinceCheckpoint;
    private volatile @Nullable Session session;
    private @Nullable EventLog log;
    private @Nullable String damage;
    private volatile @Nullable OpenFacts facts;

    /** What was read back when the connection was opened. */
    record OpenFacts(String engineVersion, String journalMode, int synchronous, UnitOfWork.Position position) {}

    Writer(
            SqliteSettings settings,
            DatabaseFile file,
            Configuration configuration,
            WriteQueue queue,
            ReaderPool readers,
            Consumer<CommitListener.Commit> commits) {
        this.commits = commits;
        this.settings = settings;
        this.file = file;
        this.configuration = configuration;
        this.queue = queue;
        this.readers = readers;
        this.ballast = new Ballast(settings);
    }

    /** Completes when the database is open, or fails with a {@link StoreException}. */
    CompletableFuture<OpenFacts> opened() {
        return opened;
    }

    /** The facts of the last opening. */
    OpenFacts facts() {
        OpenFacts present = facts;
        if (present == null) {
            throw new StoreException(Reason.CLOSED, "the store is not open");
        }
        return present;
    }

    @Override
    public void run() {
        try {
            open(true);
            opened.complete(facts());
        } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
            queue.close();
            queue.refuseAll();
            closeSession();
            return;
        }
        try {
            loop();
        } finally {
            queue.close();
            queue.refuseAll();
            // The writer closes last: the last connection brings the write-ahead log home.
            readers.close(settings.stopWithin().toNanos());
            closeSession();
        }
    }

    private void loop() {
        try {
            long wait = IDLE_NANOS;
            while (true) {
                WriteTask<?> task = queue.take(wait);
                if (task != null) {
                    perform(task);
                    tidy();
                    wait = IDLE_NANOS;
                } else if (queue.isClosed()) {
                    return;
                } else {
                    wait = idle();
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("The writer was interrupted; what waited is refused");
        }
    }

    private <T> void perform(WriteTask<T> task) {
        long start = System.nanoTime();
        try {
            task.succeed(task.kind() == Kind.BARE ? bare(task) : transact(task));
        } catch (RuntimeException | Error e) {
            task.fail(e);
        }
        long nanos = System.nanoTime() - start;
        if (nanos > SLOW_NANOS) {
            LOG.debug("A unit of work held the writer for {} ms", TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }

    /** Brings a long write-ahead log home while no sale waits; the engine would do it within a commit. */
    private void tidy() {
        Session open = session;
        if (open == null || queue.hasCheckout()) {
            return;
        }
        try {
            if (open.pagesToCheckpoint() >= CHECKPOINT_PAGES) {
                checkpoint(open);
            }
        } catch (SQLException e) {
            reopen(SqliteFailure.of("the checkpoint failed", e));
        }
    }

    private void checkpoint(Session open) throws SQLException {
        commitsSinceCheckpoint = 0;
        DatabaseFile.query(open.connection(), "PRAGMA wal_checkpoint(PASSIVE)");
    }

    private <T> T bare(WriteTask<T> task) {
        Session open = ready();
        UnitOfWork unit = UnitOfWork.reading(open, facts().position());
        T result = task.work().run(unit);
        unit.finish();
        return result;
    }

    private <T> T transact(WriteTask<T> task) {
        Session open = ready();
        checkRoom();
        EventLog events = log;
        if (events == null) {
            throw new IllegalStateException("an open session has a log");
        }
        UnitOfWork unit = UnitOfWork.writing(open, events, task.kind() == Kind.APPLY, queue::hasCheckout);
        try {
            open.begin();
            events.begin();
            T result = task.work().run(unit);
            unit.finish();
            settings.faults().beforeCommit(open.connection());
            open.commit();
            Optional<CommitListener.Commit> commit = unit.commit();
            events.committed();
            follow(events);
            commit.ifPresent(commits);
            commitsSinceCheckpoint++;
            return result;
        } catch (SQLException e) {
            unit.abandon();
            StoreException failure = SqliteFailure.of("the work could not be made durable", e);
            undo(open, failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            unit.abandon();
            undo(open, unit.broken());
            throw e;
        }
    }

    /** Queries look for the events of the identity that the lane has now. */
    private void follow(EventLog events) {
        OpenFacts known = facts;
        if (known != null && !known.position().origin().equals(events.origin())) {
            facts = new OpenFacts(
                    known.engineVersion(),
                    known.journalMode(),
                    known.synchronous(),
                    new UnitOfWork.Position(events.origin(), events.epoch()));
        }
    }

    private Session ready() {
        if (damage != null) {
            throw new StoreException(Reason.IO_ERROR, "the database is damaged: " + damage);
        }
        Session present = session;
        return present != null ? present : open(false);
    }

    private void checkRoom() {
        long free = settings.freeBytes().getAsLong();
        if (free < settings.stopBytes()) {
            if (free < settings.ballastBytes()) {
                ballast.release();
            }
            throw new StoreException(
                    Reason.DISK_FULL,
                    "only " + free + " bytes are free on the disk, nothing is written below " + settings.stopBytes());
        }
    }

    private void undo(Session open, @Nullable StoreException cause) {
        boolean diskFailed = cause != null && (cause.reason() == Reason.DISK_FULL || cause.reason() == Reason.IO_ERROR);
        boolean undone = rollback(open);
        EventLog events = log;
        if (events != null) {
            events.undone();
        }
        if (diskFailed || !undone) {
            reopen(cause);
        }
    }

    private static boolean rollback(Session open) {
        try {
            open.rollback();
            return true;
        } catch (SQLException e) {
            // After some failures SQLite has rolled back by itself; opening again makes sure of it.
            return false;
        }
    }

    private void reopen(@Nullable StoreException cause) {
        LOG.error("The disk failed; the database is closed and opened again", cause);
        closeSession();
        if (cause != null && cause.reason() == Reason.DISK_FULL) {
            ballast.release();
        }
        try {
            Session again = open(false);
            String answer = DatabaseFile.query(again.connection(), "PRAGMA quick_check(1)");
            if (!"ok".equals(answer)) {
                damage = answer;
                LOG.error("The database is damaged, nothing is written any more: {}", answer);
            }
        } catch (SQLException | StoreException e) {
            LOG.error("The database could not be opened again; the next write tries it", e);
            closeSession();
        }
    }

    private Session open(boolean first) {
        try {
            if (first) {
                file.prepare();
            }
            Session open = Session.writer(file, configuration);
            session = open;
            if (first) {
                new Migrations(file).apply(open.connection());
            }
            settings.faults().opened(open.connection());
            EventLog events = openLog(open);
            log = events;
            facts = new OpenFacts(
                    DatabaseFile.query(open.connection(), "SELECT sqlite_version()"),
                    DatabaseFile.query(open.connection(), "PRAGMA journal_mode"),
                    Integer.parseInt(DatabaseFile.query(open.connection(), "PRAGMA synchronous")),
                    new UnitOfWork.Position(events.origin(), events.epoch()));
            return open;
        } catch (SQLException | RuntimeException e) {
            closeSession();
            throw SqliteFailure.of("The database " + file.path() + " could not be opened", e);
        }
    }

    private EventLog openLog(Session open) throws SQLException {
        String nodeId = nodeId(open);
        UnitOfWork.Position nobody = new UnitOfWork.Position(nodeId, Epoch.random(settings.random(), 0));
        UnitOfWork look = UnitOfWork.reading(open, nobody);
        return EventLog.open(nodeId, settings, open.mappers(), new StreamLog(look).proven());
    }

    /** Who this lane is: made at the first opening, kept for ever. */
    private static String nodeId(Session open) throws SQLException {
        MapperSet mappers = open.mappers();
        String known = mappers.lane().get(SqliteLane.NODE_ID);
        if (known != null) {
            return known;
        }
        String made = UUID.randomUUID().toString();
        open.begin();
        mappers.lane().put(SqliteLane.NODE_ID, made);
        open.commit();
        return made;
    }

    /** Nobody waits: brings the write-ahead log home, fills the ballast; returns how long to wait for the next chance. */
    private long idle() {
        Session open = session;
        if (open == null) {
            return REST_NANOS;
        }
        if (commitsSinceCheckpoint >= CHECKPOINT_COMMITS) {
            try {
                checkpoint(open);
            } catch (SQLException e) {
                reopen(SqliteFailure.of("the checkpoint failed", e));
            }
            return IDLE_NANOS;
        }
        if (ballast.wants(settings.freeBytes().getAsLong())) {
            ballast.grow();
            return IDLE_NANOS / 4;
        }
        return commitsSinceCheckpoint > 0 ? IDLE_NANOS * 10 : REST_NANOS;
    }

    /** Ends the statement that runs; on any thread. */
    void interrupt() {
        Session open = session;
        try {
            if (open != null) {
                open.connection().getDatabase().interrupt();
            }
        } catch (SQLException e) {
            LOG.warn("The running statement could not be interrupted", e);
        }
    }

    private void closeSession() {
        Session open = session;
        session = null;
        log = null;
        if (open != null) {
            try {
                open.close();
            } catch (StoreException e) {
                LOG.error("The writing connection did not close", e);
            }
        }
    }
}
