package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Segments that arrived and are not durable yet: in order, each once, one batch at a time on its way to the disk. */
final class Inbox {
    /** A segment and the link that has to hear of it. */
    record Arrived(long link, Segment segment) {}

    private final Deque<Arrived> queue = new ArrayDeque<>();
    private final Map<StreamId, Mark> ends = new TreeMap<>();
    /** Segments that came a second time while the first copy waits: the furthest of each stream and link, however many come. */
    private final Map<Hearer, Arrived> twice = new LinkedHashMap<>();

    private record Hearer(long link, StreamId stream) {}

    private List<Arrived> batch = List.of();
    private Optional<Long> request = Optional.empty();

    /** Where the stream's next segment has to begin. */
    Mark end(StreamId stream, Mark durable) {
        return ends.getOrDefault(stream, durable);
    }

    void add(Arrived arrived) {
        queue.add(arrived);
        ends.put(arrived.segment().stream(), arrived.segment().end());
    }

    /** The segment is on its way to the disk already; this link has to hear of it too. */
    void tellToo(Arrived arrived) {
        twice.merge(
                new Hearer(arrived.link(), arrived.segment().stream()),
                arrived,
                (one, other) ->
                        one.segment().end().seq() >= other.segment().end().seq() ? one : other);
    }

    /** Those of {@link #tellToo} that are durable now. */
    List<Arrived> toTell(Function<StreamId, Mark> durable) {
        List<Arrived> now = twice.values().stream()
                .filter(each -> durable.apply(each.segment().stream()).seq()
                        >= each.segment().end().seq())
                .toList();
        twice.values().removeAll(now);
        return now;
    }

    boolean isApplying() {
        return request.isPresent();
    }

    /** The next batch, of at most so many events but for a segment that is larger; empty when nothing waits. */
    List<Segment> begin(long newRequest, int eventsMax) {
        List<Arrived> taken = new ArrayList<>();
        int events = 0;
        while (!queue.isEmpty()
                && (taken.isEmpty() || events + queue.peek().segment().events().size() <= eventsMax)) {
            Arrived next = queue.remove();
            events += next.segment().events().size();
            taken.add(next);
        }
        if (taken.isEmpty()) {
            return List.of();
        }
        batch = taken;
        request = Optional.of(newRequest);
        return taken.stream().map(Arrived::segment).toList();
    }

    /** The batch of the request, which is durable now; empty where it is an answer to nothing. */
    List<Arrived> finish(long finished) {
        if (!request.equals(Optional.of(finished))) {
            return List.of();
        }
        List<Arrived> done = batch;
        batch = List.of();
        request = Optional.empty();
        for (Arrived each : done) {
            StreamId stream = each.segment().stream();
            if (each.segment().end().equals(ends.get(stream))) {
                ends.remove(stream);
            }
        }
        return done;
    }

    /** The batch could not be made durable: it waits again, in front of all others. */
    boolean putBack(long failed) {
        if (!request.equals(Optional.of(failed))) {
            return false;
        }
        for (int i = batch.size() - 1; i >= 0; i--) {
            queue.addFirst(batch.get(i));
        }
        batch = List.of();
        request = Optional.empty();
        return true;
    }
}
