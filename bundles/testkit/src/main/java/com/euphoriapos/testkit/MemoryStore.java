package com.euphoriapos.testkit;

import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The contract of {@link Store} in memory: for tests that need thousands of stores; what is durable is tested on the real one.
 * Writes run one at a time; a failed one leaves nothing. It fails on demand. Thread-safe.
 */
public final class MemoryStore implements Store {
    /** At which moment a planned failure strikes. */
    public enum Moment {
        /** Before the work runs. */
        BEFORE_WORK,
        /** After the work ran, in place of the commit: nothing is kept. */
        AT_COMMIT,
        /** After the commit: everything is kept, but the caller hears of a failure. */
        AFTER_COMMIT
    }

    private record Failure(Moment moment, StoreException.Reason reason) {}

    private static final StreamId STREAM = new StreamId("origin", "epoch");

    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final Object writer = new Object();
    private final AtomicReference<Optional<Failure>> failure = new AtomicReference<>(Optional.empty());
    private volatile MemoryTables committed = new MemoryTables();
    private volatile boolean failing;

    /** The next write of checkout's priority fails at that moment. */
    public void failNext(Moment moment, StoreException.Reason reason) {
        failure.set(Optional.of(new Failure(moment, reason)));
    }

    /** No failure is planned any longer. */
    public void failNot() {
        failure.set(Optional.empty());
    }

    /** From now on every write fails with I/O errors, or no longer. */
    public void failAll(boolean nowFailing) {
        failing = nowFailing;
    }

    @Override
    public <T> T write(Priority priority, Work<T> work) {
        return run(priority, work, false);
    }

    @Override
    public <T> T apply(Priority priority, Work<T> work) {
        return run(priority, work, true);
    }

    @Override
    public void addListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(CommitListener listener) {
        listeners.remove(listener);
    }

    /** As the replication does when it has applied events of another lane: listeners hear of them. */
    public void applied(CommitListener.Subject... subjects) {
        tell(new CommitListener.Commit(STREAM, Mark.NONE, Set.of(), Set.of(subjects)));
    }

    private void tell(CommitListener.Commit commit) {
        listeners.forEach(listener -> listener.committed(commit));
    }

    private void tellWritten(MemoryTables before, MemoryTables after) {
        List<OutboxRepository.Row> rows = after.outbox.subList(before.outbox.size(), after.outbox.size());
        if (!rows.isEmpty()) {
            Set<CommitListener.Subject> written = rows.stream()
                    .map(row -> new CommitListener.Subject(
                            row.message().topic(), row.message().aggregate()))
                    .collect(Collectors.toSet());
            tell(new CommitListener.Commit(STREAM, new Mark(after.outbox.size(), HashChain.START), written, Set.of()));
        }
    }

    private <T> T run(Priority priority, Work<T> work, boolean applying) {
        synchronized (writer) {
            Optional<Failure> planned =
                    priority == Priority.CHECKOUT ? failure.getAndSet(Optional.empty()) : Optional.empty();
            if (failing) {
                throw new StoreException(StoreException.Reason.IO_ERROR, "planned failure of all writes");
            }
            strike(planned, Moment.BEFORE_WORK);
            MemoryTables mine = committed.copy();
            T result = work.run(new MemoryHandle(mine, true, applying));
            strike(planned, Moment.AT_COMMIT);
            MemoryTables before = committed;
            committed = mine;
            tellWritten(before, mine);
            strike(planned, Moment.AFTER_COMMIT);
            return result;
        }
    }

    private static void strike(Optional<Failure> planned, Moment moment) {
        if (planned.isPresent() && planned.get().moment() == moment) {
            throw new StoreException(planned.get().reason(), "planned failure " + moment);
        }
    }

    @Override
    public <T> T read(Work<T> query) {
        return query.run(new MemoryHandle(committed, false, false));
    }

    @Override
    public StoreFacts facts() {
        return new StoreFacts("memory", 0, "none", 1, "memory", 2, "epoch", Long.MAX_VALUE);
    }
}
