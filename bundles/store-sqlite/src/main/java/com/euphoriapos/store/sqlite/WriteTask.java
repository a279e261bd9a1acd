package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store.Work;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A unit of work on its way to the writer thread and back. */
final class WriteTask<T> {
    /** What a work is. */
    enum Kind {
        /** The lane acts. */
        ACT,
        /** It applies what other lanes wrote. */
        APPLY,
        /** It does something to the connection that no transaction can, and writes nothing. */
        BARE
    }

    private final Work<T> work;
    private final Kind kind;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;

    WriteTask(Work<T> work, Kind kind) {
        this.work = work;
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    Work<T> work() {
        return work;
    }

    void succeed(@Nullable T value) {
        result = value;
        done.countDown();
    }

    void fail(Throwable reason) {
        failure = reason;
        done.countDown();
    }

    /** The store stops before its turn came. */
    void refuse() {
        fail(new StoreException(Reason.CLOSED, "the store is stopping"));
    }

    /**
     * Waits for the outcome. An interrupt does not end the waiting: the commit may be under way, and whoever asked must learn
     * whether it was made.
     */
    @SuppressWarnings(
            "NullAway") // A work may answer null, which the contract's type variable allows and the analyser can't see.
    T await() {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return result;
    }
}
