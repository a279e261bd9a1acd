package com.euphoriapos.core;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what another bundle brings, which may be starting or be exchanged just now. */
public final class Arrival {
    /** An exchange of a bundle takes less; who waits in vain is still answered soon. */
    public static final Duration SWAP = Duration.ofSeconds(2);

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private Arrival() {}

    /**
     * What is there, as soon as it is. May wait: not for the event thread.
     *
     * @param service what is there now; null for nothing
     * @return null when nothing came in time, or the thread was interrupted
     */
    public static <T> @Nullable T await(Supplier<? extends @Nullable T> service, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        T now = service.get();
        while (now == null
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_NANOS);
            now = service.get();
        }
        return now;
    }
}
