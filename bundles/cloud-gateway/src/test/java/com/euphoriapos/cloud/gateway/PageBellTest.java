package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many pages may wait; the bell asks nothing until it is started. */
final class PageBellTest {
    private static final UUID STORE = UUID.randomUUID();

    private final Connections none = new Connections(CloudDatabase.create().as(Gateway.PAGE_ROLE), 1);
    private final PageBell bell = new PageBell(new PageFunctions(none), Runnable::run);

    @AfterEach
    void close() {
        bell.close();
        none.close();
    }

    private int waiting(String session, int times) {
        int waiting = 0;
        for (int i = 0; i < times; i++) {
            waiting += bell.await(STORE, session, "1", Duration.ofHours(1), pulse -> {}) ? 1 : 0;
        }
        return waiting;
    }

    @Test
    void leavesPlacesForOtherSessions() {
        assertEquals(8, waiting("greedy", 600));
        assertEquals(1, waiting("modest", 1));
        int others = 0;
        for (int i = 0; i < 600; i++) {
            others += waiting("session " + i, 1);
        }
        assertEquals(491, others, "of all there are 500");
    }
}
