package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.api.store.EmployeeRepository;
import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.api.store.SettingsRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.store.sqlite.mapper.MapperSet;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * The handle of one unit of work. Each call of a repository passes {@link #query} or {@link #change}, which see that the handle is
 * used where and while it may be, and put failures into the words of the contract.
 */
final class UnitOfWork implements StoreHandle {
    private final MapperSet mappers;
    private final Position position;
    private final @Nullable EventLog log;
    private final Thread thread = Thread.currentThread();
    private boolean over;
    private @Nullable StoreException broken;

    /** Whose events the lane writes at present. */
    record Position(String origin, Epoch epoch) {}

    private UnitOfWork(MapperSet mappers, Position position, @Nullable EventLog log) {
        this.mappers = mappers;
        this.position = position;
        this.log = log;
    }

    /** A unit that may write. */
    static UnitOfWork writing(MapperSet mappers, EventLog log) {
        return new UnitOfWork(mappers, new Position(log.origin(), log.epoch()), log);
    }

    /** A unit that only reads. */
    static UnitOfWork reading(MapperSet mappers, Position position) {
        return new UnitOfWork(mappers, position, null);
    }

    MapperSet mappers() {
        return mappers;
    }

    Position position() {
        return position;
    }

    /** The end of the chains; only inside {@link #change}. */
    EventLog log() {
        if (log == null) {
            throw new IllegalStateException("a query can't write");
        }
        return log;
    }

    /** Runs a reading statement. */
    <T> T query(Supplier<T> statement) {
        check();
        try {
            return statement.get();
        } catch (PersistenceException e) {
            throw failed(e);
        }
    }

    /** Runs a writing statement. */
    <T> T change(Supplier<T> statement) {
        log();
        return query(statement);
    }

    /** Runs a writing statement that answers nothing. */
    void change(Runnable statement) {
        log();
        query(() -> {
            statement.run();
            return true;
        });
    }

    /** The work returned: the handle is of no use any longer; a failure that the work swallowed comes up again. */
    void finish() {
        over = true;
        if (broken != null) {
            throw broken;
        }
    }

    /** Ends it without a look at failures. */
    void abandon() {
        over = true;
    }

    /** The failure after which nothing of it may be kept. */
    @Nullable
    StoreException broken() {
        return broken;
    }

    private void check() {
        if (over) {
            throw new IllegalStateException("the unit of work is over");
        }
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("a unit of work stays on its thread");
        }
        if (broken != null) {
            throw broken;
        }
    }

    /** After anything but a broken rule SQLite may have rolled back already: what follows would be kept without what was. */
    private StoreException failed(PersistenceException e) {
        StoreException failure = SqliteFailure.of("the database refused a statement", e);
        if (failure.reason() != Reason.CONSTRAINT) {
            broken = failure;
        }
        return failure;
    }

    @Override
    public CatalogRepository catalog() {
        return new SqliteCatalog(this);
    }

    @Override
    public EmployeeRepository employees() {
        return new SqliteEmployees(this);
    }

    @Override
    public TransactionRepository transactions() {
        return new SqliteTransactions(this);
    }

    @Override
    public InventoryRepository inventory() {
        return new SqliteInventory(this);
    }

    @Override
    public SettingsRepository settings() {
        return new SqliteConfig(this);
    }

    @Override
    public OutboxRepository outbox() {
        return new SqliteOutbox(this);
    }

    @Override
    public JournalRepository journal() {
        return new SqliteJournal(this);
    }

    @Override
    public PrintJobRepository printJobs() {
        return new SqlitePrintJobs(this);
    }

    @Override
    public LaneRepository lane() {
        return new SqliteLane(this);
    }
}
