package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.AuditRepository;
import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.api.store.CommitListener.Commit;
import com.euphoriapos.api.store.CommitListener.Subject;
import com.euphoriapos.api.store.DiscountRuleRepository;
import com.euphoriapos.api.store.EmployeeRepository;
import com.euphoriapos.api.store.FeedRepository;
import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.LanesRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.ReviewRepository;
import com.euphoriapos.api.store.SettingsRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.mapper.MapperSet;
import com.euphoriapos.store.sqlite.mapper.RowHandler;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * The handle of one unit of work. Each call of a repository passes {@link #query} or {@link #change}, which see that the handle is
 * used where and while it may be, and put failures into the words of the contract.
 */
final class UnitOfWork implements StoreHandle {
    private final Session session;
    private final Position position;
    private final @Nullable EventLog log;
    private final Thread thread = Thread.currentThread();
    private final boolean applying;
    private final BooleanSupplier waitedFor;
    private final Set<Subject> written = new HashSet<>();
    private final Map<Place, Subject> applied = new HashMap<>();
    /** How to take back what listeners would be told, newest last; not copies of it, of which a large unit would make many. */
    private final List<Runnable> undo = new ArrayList<>();

    private int attempts;
    private boolean over;
    private @Nullable StoreException broken;

    private record Place(StreamId stream, long seq) {}

    /** A statement in the driver's words. */
    @FunctionalInterface
    interface Statement<T> {
        T run(Session session) throws SQLException;
    }

    /** Whose events the lane writes at present. */
    record Position(String origin, Epoch epoch) {}

    private UnitOfWork(
            Session session, Position position, @Nullable EventLog log, boolean applying, BooleanSupplier waitedFor) {
        this.waitedFor = waitedFor;
        this.session = session;
        this.position = position;
        this.log = log;
        this.applying = applying;
    }

    /** A unit that may write; one that applies what other lanes wrote says nothing of its own. */
    static UnitOfWork writing(Session session, EventLog log, boolean applying, BooleanSupplier waitedFor) {
        return new UnitOfWork(session, new Position(log.origin(), log.epoch()), log, applying, waitedFor);
    }

    /** A unit that only reads. */
    static UnitOfWork reading(Session session, Position position) {
        return new UnitOfWork(session, position, null, false, () -> false);
    }

    MapperSet mappers() {
        return session.mappers();
    }

    @Override
    public boolean isWaitedFor() {
        return waitedFor.getAsBoolean();
    }

    /** Whether it applies what other lanes wrote. */
    boolean isApplying() {
        return applying;
    }

    /** Fails where the lane must not say anything of its own. */
    void checkActing() {
        if (applying) {
            throw new IllegalStateException("applying is not acting: nothing is appended to the lane's own log");
        }
    }

    /** The lane said this. */
    void written(Event event) {
        Subject subject = new Subject(event.topic(), event.aggregate());
        if (written.add(subject)) {
            undoing(() -> written.remove(subject));
        }
    }

    /** The event of another lane counts here now. */
    void applied(Event event) {
        put(new Place(event.stream(), event.seq()), new Subject(event.topic(), event.aggregate()));
    }

    /** What the cloud says of it counts here now. */
    void applied(Subject subject) {
        put(new Place(new StreamId("cloud", subject.topic() + " " + subject.aggregate()), 0), subject);
    }

    /** Anything about that topic counts here now. */
    void appliedAll(String topic) {
        put(new Place(new StreamId("", topic), 0), new Subject(topic, ""));
    }

    /** The event is kept, and does not count yet. */
    void notApplied(Event event) {
        put(new Place(event.stream(), event.seq()), null);
    }

    private void put(Place place, @Nullable Subject now) {
        Subject before = set(place, now);
        undoing(() -> set(place, before));
    }

    /** Returns what was there. */
    private @Nullable Subject set(Place place, @Nullable Subject subject) {
        return subject == null ? applied.remove(place) : applied.put(place, subject);
    }

    private void undoing(Runnable step) {
        if (attempts > 0) {
            undo.add(step);
        }
    }

    private void undoDownTo(int size) {
        for (int i = undo.size() - 1; i >= size; i--) {
            undo.remove(i).run();
        }
    }

    /** What listeners hear of when it is durable. */
    Optional<Commit> commit() {
        if (written.isEmpty() && applied.isEmpty()) {
            return Optional.empty();
        }
        EventLog events = log();
        Mark end = events.end().seq() == 0 ? Mark.NONE : events.end();
        return Optional.of(new Commit(events.stream(), end, written, Set.copyOf(applied.values())));
    }

    Position position() {
        return position;
    }

    /** Who this lane is, also where that was changed in this unit. */
    String me() {
        return log == null ? position.origin() : log.origin();
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

    /** Runs a statement that no mapper has. */
    <T> T sql(Statement<T> statement) {
        return query(() -> {
            try {
                return statement.run(session);
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        });
    }

    /** Runs a writing statement that no mapper has. */
    <T> T write(Statement<T> statement) {
        log();
        return sql(statement);
    }

    /** The first row that a statement no mapper has finds, read; its parameters are texts. */
    <T> Optional<T> first(String sql, RowHandler.Reader<T> reader, String... texts) {
        return sql(open -> {
            PreparedStatement statement = open.statement(sql);
            for (int i = 0; i < texts.length; i++) {
                statement.setString(i + 1, texts[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    /** Runs a writing statement about a stream's events: its parameters are origin, epoch and a number. */
    int update(String sql, StreamId stream, long seq) {
        return sql(open -> {
            PreparedStatement statement = open.statement(sql);
            statement.setString(1, stream.origin());
            statement.setString(2, stream.epoch());
            statement.setLong(3, seq);
            return statement.executeUpdate();
        });
    }

    /** See {@link com.euphoriapos.api.store.ReplicationRepository#attempt}. */
    <T> T attempt(Supplier<T> work) {
        EventLog events = log();
        Object place = events.place();
        int before = undo.size();
        sql(open -> open.statement("SAVEPOINT attempt").execute());
        attempts++;
        try {
            T result = work.get();
            sql(open -> open.statement("RELEASE attempt").execute());
            return result;
        } catch (RuntimeException | Error e) {
            if (broken == null) {
                sql(open -> open.statement("ROLLBACK TO attempt").execute());
                sql(open -> open.statement("RELEASE attempt").execute());
            }
            events.back(place);
            undoDownTo(before);
            throw e;
        } finally {
            attempts--;
            if (attempts == 0) {
                undo.clear();
            }
        }
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
    public DiscountRuleRepository discountRules() {
        return new SqliteDiscountRules(this);
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

    @Override
    public LanesRepository lanes() {
        return new SqliteLanes(this);
    }

    @Override
    public VersionRepository versions() {
        return new SqliteVersions(this);
    }

    @Override
    public ReviewRepository reviews() {
        return new SqliteReviews(this);
    }

    @Override
    public SuspendedRepository suspended() {
        return new SqliteSuspended(this);
    }

    @Override
    public ReplicationRepository replication() {
        return new SqliteReplication(this);
    }

    @Override
    public FeedRepository feed() {
        return new SqliteFeed(this);
    }

    @Override
    public AuditRepository audit() {
        return new SqliteAudit(this);
    }
}
