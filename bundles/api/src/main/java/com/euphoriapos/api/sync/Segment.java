package com.euphoriapos.api.sync;

import java.util.List;

/**
 * Events of one stream that follow each other, whole transaction groups.
 *
 * @param stream whose events
 * @param previous the link that the first event continues; before an epoch's first event, the last link of the epoch before
 * @param events at least one
 */
public record Segment(StreamId stream, String previous, List<Event> events) {
    public Segment {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a segment has events");
        }
    }

    /** Number of the first event. */
    public long first() {
        return events.get(0).seq();
    }

    /** Position of the last event. */
    public Mark end() {
        return events.get(events.size() - 1).mark();
    }

    /** Whether the events belong to the stream, are numbered without a gap, and each continues the chain. */
    public boolean isWhole() {
        String hash = previous;
        long seq = first();
        for (Event event : events) {
            if (!event.stream().equals(stream)
                    || event.seq() != seq
                    || !event.linkAfter(hash).equals(event.hash())) {
                return false;
            }
            hash = event.hash();
            seq++;
        }
        return seq > first() && first() > 0;
    }

    /** Without the events after {@code seq}, which has to be within the segment. */
    public Segment upTo(long seq) {
        return new Segment(stream, previous, events.subList(0, (int) (seq - first() + 1)));
    }

    /** Without the events up to {@code seq}, which has to be within the segment and not its last. */
    public Segment after(long seq) {
        int cut = (int) (seq - first() + 1);
        return new Segment(stream, events.get(cut - 1).hash(), events.subList(cut, events.size()));
    }
}
