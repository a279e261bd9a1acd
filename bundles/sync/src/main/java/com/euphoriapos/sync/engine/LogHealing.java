package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fetches events anew that were lost or changed on this lane's disk, its own among them. Any lane may give them: what comes has to lead,
 * link by link, from the last sound event to the end of the stream as this lane knows it, so nobody can put others in their place.
 */
final class LogHealing {
    /** Events of one stream; more are not held in memory at once. */
    private static final int EVENTS_MAX = 20_000;

    private final Engine engine;

    LogHealing(Engine engine) {
        this.engine = engine;
    }

    private Store store() {
        return engine.setting().store();
    }

    /** Nothing where all is as it was written. */
    List<Finding> heal(Book book) {
        List<Finding> findings = new ArrayList<>();
        try {
            Map<StreamId, Mark> ends = new TreeMap<>();
            Map<StreamId, Mark> damaged = store().read(handle -> {
                ends.putAll(handle.replication().vector());
                return handle.replication().damaged();
            });
            damaged.forEach(
                    (stream, good) -> findings.add(heal(book, stream, good, ends.getOrDefault(stream, Mark.NONE))));
        } catch (StoreException e) {
            findings.add(new Finding(book.me().node(), false, "The logs can't be read: " + e.getMessage()));
        }
        return findings;
    }

    private Finding heal(Book book, StreamId stream, Mark good, Mark end) {
        return good.seq() == end.seq() ? healEnd(book, stream, good, end) : healEvents(book, stream, good, end);
    }

    private String whose(Book book, StreamId stream) {
        return stream.origin().equals(book.me().node())
                ? "this lane's own log"
                : "the copy of the log of " + engine.situation().label(stream.origin());
    }

    /**
     * All events are sound, but what stands beside them as their end is another link. The events prove themselves, so that is written anew;
     * unless some lane has that very link: then it is the last event that was changed, with its own link.
     */
    private Finding healEnd(Book book, StreamId stream, Mark good, Mark end) {
        Mark before = new Mark(
                end.seq() - 1,
                store().read(handle -> handle.replication().hashAt(stream, end.seq() - 1))
                        .orElse(""));
        boolean eventChanged = book.others().stream()
                .filter(PairedLane::maySpeak)
                .flatMap(lane -> engine.questions().excerpt(lane.node(), stream, before.seq()).stream())
                .filter(segment -> segment.stream().equals(stream) && segment.first() == end.seq())
                .anyMatch(segment -> segment.events().get(0).mark().equals(end));
        if (eventChanged) {
            return healEvents(book, stream, before, end);
        }
        store().apply(Store.Priority.BACKGROUND, handle -> {
            handle.replication().mendEnd(stream, good);
            return true;
        });
        engine.beginAnew("where " + stream + " ends was written down anew");
        return new Finding(
                stream.origin(),
                false,
                "Where " + whose(book, stream) + " ends was changed on this lane's disk. It was written down anew from"
                        + " its events. Check this lane's disk.");
    }

    private Finding healEvents(Book book, StreamId stream, Mark good, Mark end) {
        String whose = whose(book, stream);
        for (PairedLane lane : book.others()) {
            Optional<List<Segment>> found = lane.maySpeak() ? fetch(lane.node(), stream, good, end) : Optional.empty();
            if (found.isPresent()) {
                int written = found.get().stream().mapToInt(this::write).sum();
                engine.repair().told(Repair.MENDED, "log", new TreeSet<>(List.of(stream.epoch())), lane.label());
                return new Finding(
                        stream.origin(),
                        false,
                        written + " events of " + whose + " were lost or changed on this lane's disk. Lane "
                                + lane.label() + " gave them back. Check this lane's disk.");
            }
        }
        return new Finding(
                stream.origin(),
                false,
                "After event " + good.seq() + " of " + stream.epoch() + " " + whose
                        + " was changed on the disk, and no connected lane has it whole. Connect more lanes and compare"
                        + " again, or call support.");
    }

    /** All from the last sound event to the end, if the lane has them and they are right. */
    private Optional<List<Segment>> fetch(String node, StreamId stream, Mark good, Mark end) {
        List<Segment> segments = new ArrayList<>();
        Mark at = good;
        int events = 0;
        while (at.seq() < end.seq() && events <= EVENTS_MAX) {
            Mark from = at;
            Optional<Segment> next = engine.questions()
                    .excerpt(node, stream, from.seq())
                    .filter(segment -> segment.stream().equals(stream)
                            && segment.first() == from.seq() + 1
                            && segment.previous().equals(from.hash())
                            && segment.isWhole())
                    .map(segment -> segment.end().seq() > end.seq() ? upTo(segment, end.seq()) : segment);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            segments.add(next.get());
            events += next.get().events().size();
            at = next.get().end();
        }
        return at.equals(end) && !segments.isEmpty() ? Optional.of(segments) : Optional.empty();
    }

    /** The other lane may have more of it by now. */
    private static Segment upTo(Segment segment, long seq) {
        return new Segment(
                segment.stream(), segment.previous(), segment.events().subList(0, (int) (seq - segment.first() + 1)));
    }

    private int write(Segment segment) {
        return store().apply(Store.Priority.BACKGROUND, handle -> handle.replication()
                .mend(segment, engine.setting().clock().instant()));
    }
}
