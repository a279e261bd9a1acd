package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.testkit.Await;
import java.util.concurrent.CountDownLatch;

/** A store whose first background write is late: it waits at the door until it is let in. */
final class LateStore implements Store {
    private final Store store;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch letIn = new CountDownLatch(1);

    LateStore(Store store) {
        this.store = store;
    }

    void awaitLateWrite() {
        Await.until("the late write is at the door", () -> arrived.getCount() == 0);
    }

    void letIn() {
        letIn.countDown();
    }

    @Override
    public <T> T write(Priority priority, Work<T> work) {
        if (priority == Priority.BACKGROUND && arrived.getCount() > 0) {
            arrived.countDown();
            Await.until("the late write is let in", () -> letIn.getCount() == 0);
        }
        return store.write(priority, work);
    }

    @Override
    public <T> T read(Work<T> query) {
        return store.read(query);
    }

    @Override
    public StoreFacts facts() {
        return store.facts();
    }
}
