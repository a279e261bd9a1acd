package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever floods the door with passwords does not keep its threads. */
final class TurnsTest {
    private static final long LONG = TimeUnit.MINUTES.toMillis(2);

    @Test
    void letsFewWaitAndSendsAllOthersAway() throws Exception {
        Turns turns = new Turns(2, 3);
        assertTrue(turns.enter(0));
        assertTrue(turns.enter(0));
        ExecutorService many = Executors.newFixedThreadPool(10);
        try {
            List<Future<Boolean>> asked = IntStream.range(0, 10)
                    .mapToObj(i -> many.submit(() -> turns.enter(LONG)))
                    .toList();

            // Seven hear at once that there is no turn for them; three wait.
            Await.until(
                    "seven are sent away",
                    Duration.ofSeconds(60),
                    () -> asked.stream().filter(Future::isDone).count() == 7);
            for (Future<Boolean> one : asked) {
                assertFalse(one.isDone() && one.get());
            }
            for (int i = 0; i < 3; i++) {
                turns.leave();
            }
            long let = 0;
            for (Future<Boolean> one : asked) {
                let += one.get(60, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertEquals(3, let);
        } finally {
            many.shutdownNow();
        }
        turns.leave();
        turns.leave();
        assertTrue(turns.enter(0));
        assertTrue(turns.enter(0));
        assertFalse(turns.enter(1));
        turns.leave();
        assertTrue(turns.enter(0));
    }
}
