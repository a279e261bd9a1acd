package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows better than any lane: every event as it was written, and how much of each stream the store may not lose, because a disk that
 * did not lie and was not taken away holds it.
 */
final class Ledger {
    private final Map<StreamId, List<Event>> written = new TreeMap<>();
    private final Map<StreamId, Integer> safe = new TreeMap<>();

    void written(StreamId stream, List<Event> events) {
        written.computeIfAbsent(stream, s -> new ArrayList<>()).addAll(events);
        holds(stream, written.get(stream).size());
    }

    /** A disk holds so much of the stream now. */
    void holds(StreamId stream, int length) {
        safe.merge(stream, length, Math::max);
    }

    /** A disk lost something, or is gone: only what others hold is safe. */
    void recount(List<Lane> lanes) {
        safe.clear();
        for (Lane lane : lanes) {
            if (lane.counts()) {
                lane.disk.streams().forEach((stream, events) -> holds(stream, events.size()));
            }
        }
    }

    long events() {
        return written.values().stream().mapToLong(List::size).sum();
    }

    int safe(StreamId stream) {
        return safe.getOrDefault(stream, 0);
    }

    /** What the lane lacks, has too much of, or holds otherwise than it was written; empty when it has exactly what it should. */
    String differences(Lane lane) {
        StringBuilder text = new StringBuilder();
        written.forEach((stream, events) -> {
            int held = lane.disk.length(stream);
            if (held != safe(stream)) {
                text.append(stream.origin() + " " + stream.epoch() + ": " + held + " of " + safe(stream) + "; ");
            } else if (held > 0 && !lane.disk.streams().get(stream).equals(events.subList(0, held))) {
                text.append(stream.origin() + " " + stream.epoch() + ": other events; ");
            }
        });
        return text.toString();
    }
}
