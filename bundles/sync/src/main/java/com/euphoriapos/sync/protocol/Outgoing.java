package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends streams to peers: this lane's own to everybody, others to whoever asks. */
final class Outgoing {
    private record Reading(long link, StreamId stream) {}

    /** Sorts after every epoch. */
    private static final String AFTER_ALL = "\uffff";

    private final Desk desk;
    private final Differences differences;
    private final Map<Long, Reading> reads = new TreeMap<>();

    Outgoing(Desk desk, Differences differences) {
        this.desk = desk;
        this.differences = differences;
    }

    /** A peer has said how far it is. */
    void begin(Link link) {
        if (!link.unknown.containsKey(desk.me.node())) {
            Map<StreamId, Mark> held = new TreeMap<>();
            link.theirs.forEach((stream, mark) -> {
                if (desk.isMine(stream)) {
                    held.put(stream, mark);
                }
            });
            // What the peer lost counts as lost: an older acknowledgement must not be believed any longer.
            desk.emit(new Effect.ResetDelivery(link.peer, held));
        }
        desk.before(desk.me.node(), AFTER_ALL).forEach((stream, mark) -> {
            // What the peer has whole, and what nobody writes any more, needs no sending.
            if (desk.isWrittenHere(stream) || !mark.equals(link.theirs(stream))) {
                serve(link, stream);
            }
        });
        pump(link);
    }

    /** Own streams go to everybody, as soon as it is known where they stand there. */
    private void serve(Link link, StreamId stream) {
        if (desk.isMine(stream) && !link.isUnknown(stream) && !link.leftAlone.contains(stream)) {
            link.serving.computeIfAbsent(stream, s -> new Serving(link.theirs(s), Long.MAX_VALUE));
        }
    }

    /** This lane wrote. */
    void committed(StreamId stream) {
        for (Link link : desk.open()) {
            serve(link, stream);
            pump(link);
        }
    }

    void fetch(Link link, Frame.Fetch fetch) {
        boolean sent = desk.isWrittenHere(fetch.stream()) && link.serving.containsKey(fetch.stream());
        if (sent || link.leftAlone.contains(fetch.stream())) {
            return;
        }
        link.serving.put(fetch.stream(), new Serving(fetch.after(), fetch.upTo()));
        pump(link);
    }

    /** More of some streams is durable: whoever fetches them gets it, and everybody what this lane had lost of its own. */
    void pumpAll(List<StreamId> moved) {
        for (Link link : desk.open()) {
            moved.forEach(stream -> serve(link, stream));
            pump(link);
        }
    }

    /** This lane got back events of its own: what peers had said to hold of them counts from now on. */
    void regained(StreamId stream) {
        for (Link link : desk.open()) {
            if (link.theirs(stream).seq() > 0) {
                told(link, Map.of(stream, link.theirs(stream)));
            }
        }
    }

    private void pump(Link link) {
        int room = desk.limits.windowSegments() - link.inFlight() - readsOf(link);
        for (Map.Entry<StreamId, Serving> each : link.serving.entrySet()) {
            Serving serving = each.getValue();
            Mark known = desk.durable(each.getKey());
            if (room > 0 && serving.wants(known)) {
                long request = desk.nextRequest();
                serving.reading = Optional.of(request);
                reads.put(request, new Reading(link.id, each.getKey()));
                long upTo = Math.min(serving.upTo, known.seq());
                desk.emit(
                        new Effect.Read(request, each.getKey(), serving.sent.seq(), upTo, desk.limits.segmentEvents()));
                room--;
            }
        }
    }

    private static int readsOf(Link link) {
        return (int) link.serving.values().stream()
                .filter(each -> each.reading.isPresent())
                .count();
    }

    void read(Input.ReadDone done) {
        Reading reading = reads.remove(done.request());
        Link link = reading == null ? null : desk.links.get(reading.link());
        Serving serving = link == null || reading == null ? null : link.serving.get(reading.stream());
        if (link == null || serving == null || !serving.reading.equals(Optional.of(done.request()))) {
            return;
        }
        serving.reading = Optional.empty();
        if (done.segment().isPresent()) {
            offer(link, serving, done.segment().get());
        } else {
            serving.stop();
            desk.send(link, new Frame.Gone(reading.stream(), serving.sent.seq()));
        }
        pump(link);
    }

    /** The disk did not answer; the next tick tries again. */
    void failed(Input.ReadFailed failed) {
        Reading reading = reads.remove(failed.request());
        Link link = reading == null ? null : desk.links.get(reading.link());
        Serving serving = link == null || reading == null ? null : link.serving.get(reading.stream());
        if (serving != null && serving.reading.equals(Optional.of(failed.request()))) {
            serving.reading = Optional.empty();
        }
    }

    void tick() {
        desk.open().forEach(this::pump);
    }

    private void offer(Link link, Serving serving, Segment segment) {
        if (segment.first() != serving.sent.seq() + 1) {
            return;
        }
        String there = serving.sent.hash();
        boolean known = serving.sent.seq() > 0 && !there.isEmpty();
        if (known && !there.equals(segment.previous())) {
            differences.found(link, segment.stream(), serving.sent.seq());
            return;
        }
        serving.sent = segment.end();
        serving.inFlight.add(segment.end());
        desk.send(link, new Frame.Events(segment));
    }

    void acknowledged(Link link, Frame.Ack ack) {
        Serving serving = link.serving.get(ack.stream());
        Mark mine = desk.durable(ack.stream());
        if (serving == null) {
            return;
        }
        if (ack.upTo().seq() > mine.seq() && !desk.isWrittenHere(ack.stream())) {
            // Whoever was sent others' events, or ones that this lane lost, may have got more of them elsewhere.
            serving.arrived(ack.upTo().seq());
            desk.knows(link, ack.stream(), ack.upTo());
            pump(link);
            return;
        }
        if (ack.upTo().seq() > mine.seq()) {
            desk.close(link, Effect.Reason.PROTOCOL);
            return;
        }
        durableThere(link, ack.stream(), ack.upTo());
    }

    /** The peer said with its sign of life how far it is: as good as an acknowledgement, should that be lost. */
    void told(Link link, Map<StreamId, Mark> marks) {
        marks.forEach((stream, mark) -> {
            boolean served = link.serving.containsKey(stream);
            if (served && mark.seq() <= desk.durable(stream).seq()) {
                durableThere(link, stream, mark);
            }
        });
    }

    private void durableThere(Link link, StreamId stream, Mark there) {
        Serving serving = link.serving.get(stream);
        Mark mine = desk.durable(stream);
        if (serving == null || serving.stopped) {
            return;
        }
        boolean same = serving.acknowledged(there) && (there.seq() < mine.seq() || there.equals(mine));
        if (!same) {
            differences.found(link, stream, there.seq());
            return;
        }
        if (there.seq() > link.theirs(stream).seq()) {
            desk.knows(link, stream, there);
        }
        if (desk.isMine(stream)) {
            desk.emit(new Effect.SaveDelivery(link.peer, stream, link.theirs(stream)));
        }
        pump(link);
    }

    void again(Link link, Frame.Nack nack) {
        Serving serving = link.serving.get(nack.stream());
        if (serving == null) {
            return;
        }
        if (nack.from() < 1 || nack.from() > serving.sent.seq() + 1) {
            desk.close(link, Effect.Reason.PROTOCOL);
            return;
        }
        serving.rewind(nack.from() - 1);
        pump(link);
    }
}
