package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Inbox.Arrived;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes streams from peers: checks, queues, has them made durable, and only then acknowledges. */
final class Incoming {
    /** A stream that is asked for again begins with an empty window there, while what answers the first question is still on its way. */
    private static final int WINDOWS = 2;

    private final Desk desk;
    private final Outgoing outgoing;
    private final Differences differences;
    private final Claims claims;
    /** Streams of which it was said already that nobody can send what is missing. */
    private final TreeSet<StreamId> stale = new TreeSet<>();

    private final Inbox inbox = new Inbox();
    private long retryAt = Long.MAX_VALUE;

    Incoming(Desk desk, Outgoing outgoing, Differences differences, Claims claims) {
        this.desk = desk;
        this.outgoing = outgoing;
        this.differences = differences;
        this.claims = claims;
    }

    void arrived(Link link, Segment segment) {
        if (!desk.takes) {
            return;
        }
        StreamId stream = segment.stream();
        boolean mayTell = stream.origin().equals(link.peer) || link.asked.contains(stream);
        if (!mayTell || desk.isWrittenHere(stream)) {
            desk.alarm(Effect.Reason.FORGED, link.peer, stream.toString());
            desk.close(link, Effect.Reason.FORGED);
            return;
        }
        if (!segment.isWhole()) {
            desk.alarm(Effect.Reason.BROKEN, link.peer, stream + " from " + segment.first());
            desk.close(link, Effect.Reason.BROKEN);
            return;
        }
        if (link.leftAlone.contains(stream)) {
            return;
        }
        take(link, segment);
    }

    private void take(Link link, Segment segment) {
        Mark durable = desk.durable(segment.stream());
        Mark end = inbox.end(segment.stream(), durable);
        if (segment.end().seq() <= durable.seq()) {
            known(link, segment, List.of());
        } else if (segment.end().seq() <= end.seq()) {
            inbox.tellToo(new Arrived(link.id, segment));
        } else if (segment.first() > end.seq() + 1) {
            desk.send(link, new Frame.Nack(segment.stream(), end.seq() + 1));
        } else {
            queue(link, segment.first() <= end.seq() ? segment.after(end.seq()) : segment, end);
        }
    }

    /**
     * It is durable already; said again, because the first acknowledgement may be lost. What is said is what this lane holds: whether it
     * holds the same below that was not looked at.
     */
    private void known(Link link, Segment segment, List<Long> parked) {
        Mark durable = desk.durable(segment.stream());
        boolean differs = segment.end().seq() == durable.seq() && !segment.end().equals(durable);
        if (differs) {
            differences.found(link, segment.stream(), durable.seq());
            return;
        }
        desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), durable, parked));
    }

    private void queue(Link link, Segment segment, Mark end) {
        if (end.seq() > 0 && !segment.previous().equals(end.hash())) {
            differences.found(link, segment.stream(), end.seq());
            return;
        }
        if (link.waiting >= WINDOWS * desk.limits.windowSegments()) {
            desk.close(link, Effect.Reason.PROTOCOL);
            return;
        }
        desk.knows(link, segment.stream(), segment.end());
        link.waiting++;
        inbox.add(new Arrived(link.id, segment));
        applyNext();
    }

    private void applyNext() {
        if (inbox.isApplying() || retryAt != Long.MAX_VALUE) {
            return;
        }
        long request = desk.nextRequest();
        List<Segment> segments = inbox.begin(request, desk.limits.applyEvents());
        if (!segments.isEmpty()) {
            desk.emit(new Effect.Apply(request, segments));
        }
    }

    void applied(Input.Applied applied) {
        List<Arrived> done = inbox.finish(applied.request());
        Map<Long, Map<StreamId, Segment>> newest = new LinkedHashMap<>();
        for (Arrived each : done) {
            Segment segment = each.segment();
            desk.moved(segment.stream(), segment.end());
            claims.seen(segment.events());
            newest.computeIfAbsent(each.link(), l -> new LinkedHashMap<>()).put(segment.stream(), segment);
            Link link = desk.links.get(each.link());
            if (link != null) {
                link.waiting--;
            }
        }
        newest.forEach((id, segments) -> {
            Link link = desk.links.get(id);
            if (link != null) {
                segments.forEach((stream, segment) -> acknowledge(link, segment, parked(applied, stream)));
            }
        });
        for (Arrived each : inbox.toTell(desk::durable)) {
            Link link = desk.links.get(each.link());
            if (link != null) {
                known(link, each.segment(), parked(applied, each.segment().stream()));
                fetched(link, each.segment());
            }
        }
        if (!done.isEmpty()) {
            outgoing.pumpAll(done.stream().map(each -> each.segment().stream()).toList());
            done.stream()
                    .map(each -> each.segment().stream())
                    .filter(desk::isMine)
                    .distinct()
                    .forEach(outgoing::regained);
            plan();
            applyNext();
        }
    }

    private static List<Long> parked(Input.Applied applied, StreamId stream) {
        return applied.parked().stream()
                .filter(each -> each.stream().equals(stream))
                .map(Input.Parked::seq)
                .toList();
    }

    private void acknowledge(Link link, Segment segment, List<Long> kept) {
        desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), segment.end(), kept));
        fetched(link, segment);
    }

    private void fetched(Link link, Segment segment) {
        Long upTo = link.fetching.get(segment.stream());
        if (upTo != null && segment.end().seq() >= upTo) {
            link.fetching.remove(segment.stream());
        }
    }

    private static String lastId(Segment segment) {
        Event last = segment.events().get(segment.events().size() - 1);
        return last.id();
    }

    void failed(Input.ApplyFailed failure, long now) {
        if (inbox.putBack(failure.request())) {
            retryAt = now + desk.limits.retryMillis();
        }
    }

    void tick(long now) {
        if (now >= retryAt) {
            retryAt = Long.MAX_VALUE;
            applyNext();
        }
    }

    /**
     * The peer gave a sign of life. What it has and should have sent, but did not since its last one, is asked for again: a frame was
     * lost, of which a link that keeps the order should be incapable. While segments of it wait for the disk here, its window may just
     * be full.
     */
    void nudge(Link link) {
        if (!desk.takes) {
            return;
        }
        link.ahead.removeIf(
                stream -> link.theirs(stream).seq() <= desk.durable(stream).seq());
        link.stoodAt.keySet().retainAll(link.ahead);
        for (StreamId stream : link.ahead) {
            long end = inbox.end(stream, desk.durable(stream)).seq();
            boolean fetched = link.fetching.containsKey(stream);
            boolean due = !desk.isWrittenHere(stream)
                    && !link.leftAlone.contains(stream)
                    && !link.gone.contains(stream)
                    && link.theirs(stream).seq() > end
                    && (fetched || stream.origin().equals(link.peer));
            Long stood = link.stoodAt.put(stream, end);
            if (due && link.waiting == 0 && Long.valueOf(end).equals(stood)) {
                link.fetching.remove(stream);
                if (!fetched) {
                    desk.send(link, new Frame.Nack(stream, end + 1));
                }
            }
        }
    }

    /** The peer does not keep what comes next of the stream. */
    void gone(Link link, Frame.Gone gone) {
        StreamId stream = gone.stream();
        if (gone.after() >= inbox.end(stream, desk.durable(stream)).seq()) {
            link.gone.add(stream);
            link.fetching.remove(stream);
            plan();
        }
    }

    /** Asks peers for what no owner sends: the owner is away, or is this lane and lost it. One peer for each stream. */
    void plan() {
        if (!desk.takes) {
            return;
        }
        for (StreamId stream : missing()) {
            boolean comes = desk.openTo(stream.origin())
                            .filter(owner -> !owner.gone.contains(stream))
                            .isPresent()
                    || desk.open().stream().anyMatch(link -> link.fetching.containsKey(stream));
            if (!comes) {
                best(stream).ifPresentOrElse(link -> ask(link, stream), () -> nobodyHas(stream));
            }
        }
    }

    private void nobodyHas(StreamId stream) {
        for (Link link : desk.open()) {
            if (link.gone.contains(stream) && stale.add(stream)) {
                desk.alarm(
                        Effect.Reason.STALE,
                        link.peer,
                        stream + " after " + desk.durable(stream).seq());
            }
        }
    }

    private Iterable<StreamId> missing() {
        TreeSet<StreamId> missing = new TreeSet<>();
        for (Link link : desk.open()) {
            link.ahead.removeIf(
                    stream -> link.theirs(stream).seq() <= desk.durable(stream).seq());
            link.ahead.forEach(stream -> {
                boolean more = link.theirs(stream).seq()
                        > inbox.end(stream, desk.durable(stream)).seq();
                if (more && !desk.isWrittenHere(stream) && !link.leftAlone.contains(stream)) {
                    missing.add(stream);
                }
            });
        }
        return missing;
    }

    private Optional<Link> best(StreamId stream) {
        List<Link> links = new ArrayList<>(desk.open());
        links.sort(
                (a, b) -> Long.compare(b.theirs(stream).seq(), a.theirs(stream).seq()));
        return links.stream()
                .filter(link -> link.theirs(stream).seq() > desk.durable(stream).seq())
                .filter(link -> !link.gone.contains(stream) && !link.leftAlone.contains(stream))
                .findFirst();
    }

    private void ask(Link link, StreamId stream) {
        if (desk.isMine(stream)) {
            desk.alarm(Effect.Reason.ROLLED_BACK, link.peer, stream.toString());
        }
        Mark from = inbox.end(stream, desk.durable(stream));
        long upTo = link.theirs(stream).seq();
        link.fetching.put(stream, upTo);
        link.asked.add(stream);
        desk.send(link, new Frame.Fetch(stream, from, upTo));
    }
}
