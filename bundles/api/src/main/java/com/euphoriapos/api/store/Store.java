package com.euphoriapos.api.store;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The lane's durable data. All writes run one after the other on the store's single writer thread; a write that returned is on
 * the disk. Thread-safe; never to be called on the event thread.
 */
@ProviderType
public interface Store {
    /** Work that reads and writes. It runs inside one transaction and may touch nothing but its handle. */
    @FunctionalInterface
    interface Work<T> {
        /** Does the work; an exception rolls everything back and reaches the caller. */
        T run(StoreHandle handle);
    }

    /** Which queue a write waits in. */
    enum Priority {
        /** The cashier waits: served first. */
        CHECKOUT,
        /** Everything else: imports, print jobs, replication; in slices of at most 25 ms. */
        BACKGROUND
    }

    /**
     * Runs the work in one transaction and returns after the commit is durable.
     *
     * @throws StoreException when it could not be made durable; nothing of it is kept
     */
    <T> T write(Priority priority, Work<T> work);

    /** As {@link #write(Priority, Work)} with {@link Priority#CHECKOUT}. */
    default <T> T write(Work<T> work) {
        return write(Priority.CHECKOUT, work);
    }

    /**
     * Runs a query on one consistent state; the handle's writing methods fail.
     *
     * @throws StoreException when the data can't be read
     */
    <T> T read(Work<T> query);

    /**
     * As {@link #write(Priority, Work)}, for what other lanes have written: applying is not acting. The handle's
     * {@link OutboxRepository#append} and {@link TransactionRepository#insert} fail, {@link TransactionRepository#apply} works, and
     * {@link EmployeeRepository#save} takes what clashes.
     *
     * @throws StoreException when it could not be made durable; nothing of it is kept
     */
    <T> T apply(Priority priority, Work<T> work);

    /** From now on the listener hears of commits. */
    void addListener(CommitListener listener);

    /** It hears nothing more, but for a commit that is just being told. */
    void removeListener(CommitListener listener);

    /** Facts for diagnostics. */
    StoreFacts facts();
}
