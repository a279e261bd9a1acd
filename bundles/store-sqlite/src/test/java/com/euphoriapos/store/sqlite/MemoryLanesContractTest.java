package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.store.LanesContract;

/** The contract of what lanes share on the store that tests use in place of the real one: it must not promise other things. */
class MemoryLanesContractTest extends LanesContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
