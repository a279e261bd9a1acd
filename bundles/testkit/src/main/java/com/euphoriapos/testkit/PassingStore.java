package com.euphoriapos.testkit;

import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreFacts;
import java.util.function.Supplier;

/** Passes everything on to another store; a test that watches or delays something overrides that. */
public abstract class PassingStore implements Store {
    private final Supplier<Store> store;

    protected PassingStore(Store store) {
        this(() -> store);
    }

    /** To a store that may be made later. */
    protected PassingStore(Supplier<Store> store) {
        this.store = store;
    }

    @Override
    public <T> T write(Priority priority, Work<T> work) {
        return store.get().write(priority, work);
    }

    @Override
    public <T> T apply(Priority priority, Work<T> work) {
        return store.get().apply(priority, work);
    }

    @Override
    public <T> T read(Work<T> query) {
        return store.get().read(query);
    }

    @Override
    public void addListener(CommitListener listener) {
        store.get().addListener(listener);
    }

    @Override
    public void removeListener(CommitListener listener) {
        store.get().removeListener(listener);
    }

    @Override
    public StoreFacts facts() {
        return store.get().facts();
    }
}
