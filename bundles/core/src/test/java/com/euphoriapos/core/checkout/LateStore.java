package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.PassingStore;
import java.util.concurrent.CountDownLatch;

/** A store whose first background write is late: it waits at the door until it is let in. */
final class LateStore extends PassingStore {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch letIn = new CountDownLatch(1);

    LateStore(Store store) {
        super(store);
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
        return super.write(priority, work);
    }
}
