package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.cloud.gateway.FeedBell.Waiter;
import com.euphoriapos.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a change, and how many may; the bell hears nothing until it is started. */
final class FeedBellTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofHours(1);

    private final CornerShop shop = CornerShop.open();
    private final FeedBell bell = new FeedBell(shop.database().as("pos_gateway"), Runnable::run);
    private final AtomicInteger woken = new AtomicInteger();

    @AfterEach
    void close() {
        bell.close();
    }

    private Optional<Waiter> await(UUID store, String lane) {
        return bell.await(store, lane, LONG, woken::incrementAndGet);
    }

    private List<Waiter> awaitOften(UUID store, String lane, int times) {
        List<Waiter> waiting = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            await(store, lane).ifPresent(waiting::add);
        }
        return waiting;
    }

    private int awaitAsLanes(UUID store, int lanes) {
        int waiting = 0;
        for (int i = 0; i < lanes; i++) {
            waiting += await(store, "lane " + i).isPresent() ? 1 : 0;
        }
        return waiting;
    }

    @Test
    void wakesALaneBesideOneThatWaitsTooOften() throws Exception {
        bell.start();
        awaitOften(shop.store(), "greedy", 600);

        for (int cents = 1; cents <= 3; cents++) {
            // A bell that only now begins to listen wakes all once: the lane asks again, as lanes do.
            AtomicInteger heard = new AtomicInteger();
            assertTrue(bell.await(shop.store(), "modest", LONG, heard::incrementAndGet)
                    .isPresent());
            shop.product("gin " + cents, cents);
            Await.until("the other lane is woken", PATIENCE, () -> heard.get() == 1);
            awaitOften(shop.store(), "greedy", 600);
        }
    }

    @Test
    void givesALaneFourPlacesAndNoneAsLongAsItHasThem() {
        List<Waiter> waiting = awaitOften(shop.store(), "greedy", 600);

        assertEquals(4, waiting.size());
        assertTrue(waiting.get(0).cancel());
        assertFalse(waiting.get(0).cancel(), "it waits no longer");
        assertEquals(1, awaitOften(shop.store(), "greedy", 10).size());
        assertEquals(0, woken.get());
    }

    @Test
    void leavesPlacesForTheLanesOfOtherStores() {
        assertEquals(200, awaitAsLanes(shop.store(), 1_000));
        assertEquals(200, awaitAsLanes(UUID.randomUUID(), 1_000));
        assertEquals(100, awaitAsLanes(UUID.randomUUID(), 1_000), "of all there are 500");
    }

    @Test
    void answersThoseWhoWaitAtItsEndAndNobodyAfterwards() {
        bell.start();
        awaitAsLanes(shop.store(), 10);

        bell.close();

        assertEquals(10, woken.get());
        assertEquals(Optional.empty(), await(shop.store(), "lane 1"));
    }
}
