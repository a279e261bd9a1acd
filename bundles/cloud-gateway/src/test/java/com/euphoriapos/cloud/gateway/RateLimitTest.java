package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Permits and their pace. */
final class RateLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(now::get, 3, 2_000);

    @Test
    void givesSoManyAtOnceAndThenOneAfterTheOther() {
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.take("a"));
        }
        assertEquals(2, limit.take("a"));
        assertEquals(0, limit.take("b"));
        now.set(Instant.EPOCH.plus(Duration.ofMillis(2_000)));
        assertEquals(0, limit.take("a"));
        assertEquals(2, limit.look("a"));
        now.set(Instant.EPOCH.plus(Duration.ofHours(1)));
        assertEquals(0, limit.look("a"));
    }

    @Test
    void survivesAClockThatIsSetBack() {
        now.set(Instant.EPOCH.plus(Duration.ofHours(1)));
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.take("a"));
        }
        now.set(Instant.EPOCH);
        assertEquals(3600, limit.take("a"));
    }
}
