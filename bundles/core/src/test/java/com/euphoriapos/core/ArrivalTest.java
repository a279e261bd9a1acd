package com.euphoriapos.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArrivalTest {
    @Test
    void takesWhatComesMeanwhile() {
        Iterator<Optional<String>> looks = List.of(
                        Optional.<String>empty(), Optional.<String>empty(), Optional.of("there"))
                .iterator();
        assertEquals("there", Arrival.await(() -> looks.next().orElse(null), Duration.ofSeconds(60)));
    }

    @Test
    void givesUpInTheEnd() {
        assertNull(Arrival.await(() -> null, Duration.ofMillis(50)));
    }

    @Test
    void doesNotHoldUpAThreadThatIsToEnd() {
        Thread.currentThread().interrupt();
        assertNull(Arrival.await(() -> null, Duration.ofDays(1)));
        assertTrue(Thread.interrupted());
    }
}
