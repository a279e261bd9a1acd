package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.domain.HashChain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a simulated lane has on its disk: every stream as far as it holds it, and the link that its own next event continues. */
class Disk {
    /** SQLite's code for a database that somebody else has locked. */
    static final int BUSY = 5;
    /** SQLite's code for a disk without room. */
    static final int FULL = 13;

    private final Map<StreamId, List<Event>> streams = new TreeMap<>();
    private final Map<StreamId, String> before = new TreeMap<>();
    private static final Comparator<Event> EARLIEST_FIRST = Comparator.comparing(Event::hlc)
            .thenComparing(event -> event.stream().origin())
            .thenComparing(Event::id);

    private String ownEnd = HashChain.START;
    private Optional<Map<String, TreeSet<Event>>> claims = Optional.empty();

    /** Opens it for a process, which writes the stream that is returned. */
    StreamId open(String node, String epoch) {
        return new StreamId(node, epoch);
    }

    /** The process ended, at once. */
    void crashed() {}

    /** The next commit fails with that code of SQLite. */
    void refuseNext(int code) {}

    /** A release that is older, or the present one again; from the next start on. */
    void release(boolean older) {}

    /** What is on it now. */
    Disk copy() {
        return copyTo(new Disk());
    }

    final <D extends Disk> D copyTo(D copyMe) {
        Disk copy = copyMe;
        streams.forEach((stream, events) -> copy.streams.put(stream, new ArrayList<>(events)));
        copy.before.putAll(before);
        copy.ownEnd = ownEnd;
        return copyMe;
    }

    Map<StreamId, Mark> vector() {
        Map<StreamId, Mark> vector = new TreeMap<>();
        streams.forEach((stream, events) ->
                vector.put(stream, events.get(events.size() - 1).mark()));
        return vector;
    }

    Map<StreamId, List<Event>> streams() {
        return streams;
    }

    int length(StreamId stream) {
        return streams.getOrDefault(stream, List.of()).size();
    }

    /** Whether the disk holds the stream up to there, and the same. */
    boolean holds(StreamId stream, Mark mark) {
        List<Event> events = streams.getOrDefault(stream, List.of());
        return mark.seq() == 0
                || mark.seq() <= events.size()
                        && events.get((int) mark.seq() - 1).hash().equals(mark.hash());
    }

    /** All claims by name, those that count first. */
    Map<String, TreeSet<Event>> claims() {
        if (claims.isEmpty()) {
            Map<String, TreeSet<Event>> found = new TreeMap<>();
            streams.values().stream()
                    .flatMap(List::stream)
                    .filter(event -> event.topic().equals(Topics.CLAIM_MADE))
                    .forEach(event -> found.computeIfAbsent(event.aggregate(), n -> new TreeSet<>(EARLIEST_FIRST))
                            .add(event));
            claims = Optional.of(found);
        }
        return claims.get();
    }

    /** Whose the thing is, by all that is known here. */
    Optional<String> owner(String name) {
        return Optional.ofNullable(claims().get(name))
                .map(all -> all.first().stream().origin());
    }

    /** Whether somebody at this lane can want the thing. */
    boolean offers(String name) {
        return true;
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.topic().equals(Topics.CLAIM_MADE))) {
            claims = Optional.empty();
        }
    }

    /** Appends a claim of the lane's own; returns it. */
    List<Event> claim(StreamId stream, long group, String name, String hlc) {
        List<Event> events = streams.computeIfAbsent(stream, s -> new ArrayList<>());
        before.putIfAbsent(stream, ownEnd);
        long seq = events.size() + 1L;
        String id = stream.epoch() + "-" + seq;
        Event event =
                new Event(id, Topics.CLAIM_MADE, stream, seq, group, name, hlc, 0, "", 1, "{}", "").linked(ownEnd);
        events.add(event);
        ownEnd = event.hash();
        claims = Optional.empty();
        return List.of(event);
    }

    /** Appends events of the lane's own, one transaction; returns them. */
    List<Event> write(StreamId stream, int count, long group) {
        List<Event> events = streams.computeIfAbsent(stream, s -> new ArrayList<>());
        before.putIfAbsent(stream, ownEnd);
        for (int i = 0; i < count; i++) {
            long seq = events.size() + 1L;
            String id = stream.epoch() + "-" + seq;
            String about = "transaction:" + group;
            Event event =
                    new Event(id, "transaction:new", stream, seq, group, about, "", 0, "", 1, "{}", "").linked(ownEnd);
            events.add(event);
            ownEnd = event.hash();
        }
        return List.copyOf(events.subList(events.size() - count, events.size()));
    }

    Optional<Segment> read(Effect.Read read) {
        List<Event> events = streams.getOrDefault(read.stream(), List.of());
        int from = (int) read.after();
        if (from >= events.size() || from >= read.upTo()) {
            return Optional.empty();
        }
        int to = (int) Math.min(Math.min(read.upTo(), events.size()), from + (long) read.eventsMax());
        int whole = to;
        while (whole > from
                && whole < events.size()
                && events.get(whole).txg() == events.get(whole - 1).txg()) {
            whole--;
        }
        while (whole == from
                && to < events.size()
                && events.get(to).txg() == events.get(to - 1).txg()) {
            to++;
        }
        to = whole == from ? to : whole;
        String previous = from == 0
                ? before.getOrDefault(read.stream(), HashChain.START)
                : events.get(from - 1).hash();
        return Optional.of(new Segment(read.stream(), previous, events.subList(from, to)));
    }

    void apply(Segment segment) {
        List<Event> events = streams.computeIfAbsent(segment.stream(), s -> new ArrayList<>());
        if (segment.first() != events.size() + 1L) {
            throw new AssertionError("applied " + segment.first() + " after " + events.size());
        }
        if (segment.first() == 1) {
            before.put(segment.stream(), segment.previous());
        }
        events.addAll(segment.events());
        changed(segment.events());
    }

    /** Makes them durable in one transaction and applies them; returns what could not be applied. */
    List<Input.Parked> apply(List<Segment> segments) {
        segments.forEach(this::apply);
        return List.of();
    }

    /** The target holds exactly this of the lane's own streams. */
    void resetDelivery(String target, Map<StreamId, Mark> marks) {}

    /** The target holds the stream up to there. */
    void delivered(String target, StreamId stream, Mark upTo) {}

    /** Fails unless what was applied is what the events say; nothing happens any more. */
    void agreesWithItself(Set<String> peers) {}

    /** After a crash: a disk that said "durable" and lied has forgotten the newest. */
    Disk lied(Random random) {
        List.copyOf(streams.keySet()).forEach(stream -> lose(stream, random.nextInt(6)));
        return this;
    }

    /** Forgets the newest transaction of each stream. */
    void forgetNewest() {
        List.copyOf(streams.keySet()).forEach(stream -> lose(stream, 1));
    }

    /** Adds what the lane itself wrote elsewhere. */
    final void noteWritten(Segment segment) {
        apply(segment);
    }

    /** Forgets the newest transactions of a stream, so many events and more: a disk that said "durable" and lied. */
    private void lose(StreamId stream, int count) {
        List<Event> events = streams.get(stream);
        if (events == null) {
            return;
        }
        claims = Optional.empty();
        int left = Math.max(0, events.size() - count);
        while (left > 0
                && left < events.size()
                && events.get(left - 1).txg() == events.get(left).txg()) {
            left--;
        }
        events.subList(left, events.size()).clear();
        if (events.isEmpty()) {
            streams.remove(stream);
            before.remove(stream);
        }
    }
}
