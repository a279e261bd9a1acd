package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.sync.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes rows of a stream one after the other, as many whole transaction groups as fit into the limits, one at least. */
final class GroupCut {
    /** Makes the event of the present row. */
    @FunctionalInterface
    interface Row {
        Event event() throws SQLException;
    }

    private final long upTo;
    private final int eventsMax;
    private final long bytesMax;
    private final List<Event> events = new ArrayList<>();
    private int whole;
    private long group = Long.MIN_VALUE;
    private long bytes;

    GroupCut(long upTo, int eventsMax, long bytesMax) {
        this.upTo = upTo;
        this.eventsMax = eventsMax;
        this.bytesMax = bytesMax;
    }

    /** Looks at the next row; false when nothing further is wanted. */
    boolean offer(long seq, long txg, int size, Row row) throws SQLException {
        if (txg != group) {
            // What came before is whole, and this begins the next one.
            whole = events.size();
            group = txg;
        }
        boolean fits = events.size() < eventsMax && bytes + size <= bytesMax;
        if (whole > 0 && !fits || seq > upTo) {
            return false;
        }
        events.add(row.event());
        bytes += size;
        return true;
    }

    /** The whole groups. The last one is known to be whole where the rows ended after it: commits are whole groups. */
    List<Event> taken(boolean stopped) {
        return List.copyOf(stopped ? events.subList(0, whole) : events);
    }
}
