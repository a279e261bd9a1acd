package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the writer: checkout before background, each in its order. Both are bounded. A full checkout queue refuses at
 * once, because a cashier must not wait behind so much; a full background queue makes the caller wait, then refuses. Thread-safe.
 */
final class WriteQueue {
    static final int CHECKOUT_MAX = 64;
    static final int BACKGROUND_MAX = 256;

    private final Duration backgroundWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<WriteTask<?>> checkout = new ArrayDeque<>();
    private final ArrayDeque<WriteTask<?>> background = new ArrayDeque<>();
    private boolean closed;

    WriteQueue(Duration backgroundWait) {
        this.backgroundWait = backgroundWait;
    }

    void put(WriteTask<?> task, Priority priority) {
        lock.lock();
        try {
            if (priority == Priority.CHECKOUT) {
                refuseIfClosed();
                if (checkout.size() >= CHECKOUT_MAX) {
                    throw new StoreException(Reason.OTHER, checkout.size() + " writes of the checkout wait already");
                }
                checkout.add(task);
            } else {
                awaitRoom();
                background.add(task);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom() {
        long left = backgroundWait.toNanos();
        while (!closed && background.size() >= BACKGROUND_MAX) {
            try {
                left = room.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException(Reason.OTHER, "interrupted before the write was queued", e);
            }
            if (left <= 0 && background.size() >= BACKGROUND_MAX) {
                throw new StoreException(Reason.OTHER, background.size() + " background writes wait already");
            }
        }
        refuseIfClosed();
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new StoreException(Reason.CLOSED, "the store is stopping");
        }
    }

    /** The next task; null when none came within the time, or when the queue is closed and empty. */
    @Nullable
    WriteTask<?> take(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (checkout.isEmpty() && background.isEmpty()) {
                if (closed || left <= 0) {
                    return null;
                }
                left = changed.awaitNanos(left);
            }
            WriteTask<?> urgent = checkout.poll();
            if (urgent != null) {
                return urgent;
            }
            room.signal();
            return background.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a write of the checkout waits. */
    boolean hasCheckout() {
        lock.lock();
        try {
            return !checkout.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return checkout.size() + background.size();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits is still done. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what still waits. */
    void refuseAll() {
        lock.lock();
        try {
            checkout.forEach(WriteTask::refuse);
            background.forEach(WriteTask::refuse);
            checkout.clear();
            background.clear();
        } finally {
            lock.unlock();
        }
    }
}
