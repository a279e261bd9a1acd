package com.euphoriapos.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class Await {
    /** System property: no wait is longer than so many seconds. For who expects a failure. */
    public static final String LONGEST = "pos.await.seconds";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private Await() {}

    /** Waits until the condition holds, at most a minute; {@code what} names it in the failure. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, DEADLINE, condition);
    }

    /** Waits until the condition holds, at most so long, or as long as {@link #LONGEST} allows. */
    public static void until(String what, Duration wanted, BooleanSupplier condition) {
        Duration longest = Duration.ofSeconds(Long.getLong(LONGEST, wanted.toSeconds() + 1));
        Duration deadline = longest.compareTo(wanted) < 0 ? longest : wanted;
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("still not after " + deadline.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
