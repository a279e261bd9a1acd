package com.euphoriapos.sync.protocol;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Simulated time: what is planned happens in its order, and takes none. */
final class Clockwork {
    private record Planned(long at, long order, Runnable action) {}

    private final PriorityQueue<Planned> queue =
            new PriorityQueue<>(Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
    private long now;
    private long order;

    long now() {
        return now;
    }

    void in(long millis, Runnable action) {
        queue.add(new Planned(now + millis, order++, action));
    }

    void run(long millis) {
        long end = now + millis;
        while (!queue.isEmpty() && queue.peek().at() <= end) {
            Planned next = queue.remove();
            now = next.at();
            next.action().run();
        }
        now = end;
    }
}
