package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.store.sqlite.WriteTask.Kind;
import com.euphoriapos.store.sqlite.mapper.MapperSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.session.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store on SQLite: hands writes to the writer thread, runs queries on the caller's. Thread-safe. */
final class SqliteStore implements Store, AutoCloseable {
    /** The name of the writer thread. */
    static final String WRITER_THREAD = "store-writer";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);
    private static final Duration BACKGROUND_WAIT = Duration.ofSeconds(30);
    private static final String EVENT_THREAD = "AWT-EventQueue";

    private final SqliteSettings settings;
    private final DatabaseFile file;
    private final WriteQueue queue = new WriteQueue(BACKGROUND_WAIT);
    private final ReaderPool readers;
    private final Writer writer;
    private final ThreadPoolExecutor executor;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    SqliteStore(SqliteSettings settings) {
        this.settings = settings;
        this.file = new DatabaseFile(settings.file());
        Configuration configuration = MapperSet.configuration();
        this.readers = new ReaderPool(() -> Session.reader(file, configuration), settings.readers());
        this.writer = new Writer(settings, file, configuration, queue, readers, this::tell);
        this.executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), task -> new Thread(task, WRITER_THREAD));
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @throws StoreException when it can't be used
     */
    void open() {
        executor.execute(writer);
        try {
            Writer.OpenFacts facts = writer.opened().join();
            LOG.info(
                    "Opened {} with SQLite {}, schema {}, {}, synchronous {}, epoch {}",
                    file.path(),
                    facts.engineVersion(),
                    Migrations.newest(),
                    facts.journalMode(),
                    facts.synchronous(),
                    facts.position().epoch().id());
        } catch (CompletionException e) {
            executor.shutdown();
            throw SqliteFailure.of("The store could not be opened", e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public <T> T write(Priority priority, Work<T> work) {
        return run(priority, work, Kind.ACT);
    }

    @Override
    public <T> T apply(Priority priority, Work<T> work) {
        return run(priority, work, Kind.APPLY);
    }

    /** Runs a slice of background work that applies what other lanes wrote, with all that the store has. */
    <T> T slice(Function<UnitOfWork, T> work) {
        return run(Priority.BACKGROUND, handle -> work.apply((UnitOfWork) handle), Kind.APPLY);
    }

    /** Runs background work on the writer's connection outside a transaction. */
    <T> T bare(Function<UnitOfWork, T> work) {
        return run(Priority.BACKGROUND, handle -> work.apply((UnitOfWork) handle), Kind.BARE);
    }

    /** Where the data is. */
    DatabaseFile file() {
        return file;
    }

    private <T> T run(Priority priority, Work<T> work, Kind kind) {
        checkThread();
        WriteTask<T> task = new WriteTask<>(handle -> inside(() -> work.run(handle)), kind);
        queue.put(task, priority);
        return task.await();
    }

    @Override
    public void addListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(CommitListener listener) {
        listeners.remove(listener);
    }

    private void tell(CommitListener.Commit commit) {
        for (CommitListener listener : listeners) {
            try {
                inside(() -> {
                    listener.committed(commit);
                    return true;
                });
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // Also a listener whose bundle is exchanged just now: who wrote must hear that it is durable.
                LOG.error("A listener failed; what was committed stays", e);
            }
        }
    }

    @Override
    public <T> T read(Work<T> query) {
        checkThread();
        UnitOfWork.Position position = writer.facts().position();
        Session session = readers.take();
        boolean usable = false;
        try {
            session.begin();
            UnitOfWork unit = UnitOfWork.reading(session, position);
            T result;
            try {
                result = inside(() -> query.run(unit));
                unit.finish();
            } catch (RuntimeException | Error e) {
                unit.abandon();
                session.rollback();
                usable = unit.broken() == null;
                throw e;
            }
            session.commit();
            usable = true;
            return result;
        } catch (SQLException e) {
            throw SqliteFailure.of("the data could not be read", e);
        } finally {
            if (usable) {
                readers.give(session);
            } else {
                readers.discard(session);
            }
        }
    }

    private <T> T inside(Supplier<T> work) {
        inside.set(true);
        try {
            return work.get();
        } finally {
            inside.remove();
        }
    }

    /** Programming errors that would freeze a screen or lock up the writer. */
    private void checkThread() {
        if (Thread.currentThread().getName().startsWith(EVENT_THREAD)) {
            throw new IllegalStateException("the store was called on the event thread");
        }
        if (inside.get() != null) {
            throw new IllegalStateException("a unit of work may touch nothing but its handle");
        }
    }

    @Override
    public StoreFacts facts() {
        Writer.OpenFacts facts = writer.facts();
        return new StoreFacts(
                file.path().toString(),
                file.bytes(),
                facts.engineVersion(),
                Migrations.newest(),
                facts.journalMode(),
                facts.synchronous(),
                facts.position().epoch().id(),
                settings.freeBytes().getAsLong());
    }

    /** How many writes wait for their turn. */
    int waiting() {
        return queue.size();
    }

    /** Whether it takes nothing more. */
    boolean stopping() {
        return queue.isClosed();
    }

    /** Whether the writer has ended. */
    boolean stopped() {
        return executor.isTerminated();
    }

    /** Takes nothing more, finishes what is under way within the time of the settings, closes all connections. */
    @Override
    public void close() {
        queue.close();
        executor.shutdown();
        try {
            long nanos = settings.stopWithin().toNanos();
            if (!executor.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
                LOG.warn("Writes were still running when the store stopped; they are undone");
                queue.refuseAll();
                writer.interrupt();
                executor.shutdownNow();
                if (!executor.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
                    LOG.error("The writer did not stop");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
