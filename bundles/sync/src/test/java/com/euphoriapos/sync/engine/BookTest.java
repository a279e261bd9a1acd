package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.testkit.MemoryStore;
import com.euphoriapos.testkit.PassingStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The lanes in memory, read by more than one thread. */
final class BookTest {
    private static final PairedLane FIRST = lane("a", "L1");
    private static final PairedLane SECOND = lane("b", "L2");

    private final MemoryStore table = new MemoryStore();

    /** Reads of the first caller are answered with what was there before the second came. */
    private static final class SlowFirstReader extends PassingStore {
        final CountDownLatch read = new CountDownLatch(1);
        final CountDownLatch overtaken = new CountDownLatch(1);

        SlowFirstReader(Store store) {
            super(store);
        }

        @Override
        public <T> T read(Work<T> query) {
            T rows = super.read(query);
            if (read.getCount() > 0) {
                read.countDown();
                try {
                    // Where nobody can overtake it, it goes on after a while.
                    overtaken.await(500, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return rows;
        }
    }

    @Test
    void aLaneThatWasLetInIsNotForgottenForAnOlderReading() throws Exception {
        table.write(handle -> {
            handle.lane().put(LaneRepository.KEY_NODE_ID, FIRST.node());
            handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, FIRST.label());
            handle.lanes().save(FIRST);
            return true;
        });
        Book book = Book.open(table, "instance").orElseThrow();
        SlowFirstReader slow = new SlowFirstReader(table);
        CompletableFuture<Void> older = CompletableFuture.runAsync(() -> book.refresh(slow));
        slow.read.await();
        table.write(handle -> {
            handle.lanes().save(SECOND);
            return true;
        });

        book.refresh(slow);
        slow.overtaken.countDown();
        older.get(60, TimeUnit.SECONDS);

        assertEquals(List.of(SECOND), book.others());
    }

    private static PairedLane lane(String digit, String label) {
        return new PairedLane(digit.repeat(64), label, PairedLane.State.ACTIVE, "");
    }
}
