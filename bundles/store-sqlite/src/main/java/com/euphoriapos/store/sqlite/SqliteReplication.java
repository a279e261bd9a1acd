package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.StreamLog.Kept;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the replication keeps. */
final class SqliteReplication implements ReplicationRepository {
    private final UnitOfWork unit;
    private final StreamLog streams;
    private final DeliveryBook book;
    private final ParkedEvents parked;

    SqliteReplication(UnitOfWork unit) {
        this.unit = unit;
        this.streams = new StreamLog(unit);
        this.book = new DeliveryBook(unit);
        this.parked = new ParkedEvents(unit, streams);
    }

    @Override
    public Map<StreamId, Mark> vector() {
        Map<StreamId, Mark> vector = new LinkedHashMap<>();
        for (Kept kept : streams.all()) {
            if (kept.end().seq() > 0) {
                vector.put(kept.stream(), kept.end());
            }
        }
        return vector;
    }

    @Override
    public Optional<Segment> read(StreamId stream, long after, long upTo, int eventsMax, int bytesMax) {
        return streams.read(stream, after, upTo, eventsMax, bytesMax);
    }

    @Override
    public void keep(Segment segment) {
        EventLog log = unit.log();
        StreamId stream = segment.stream();
        Optional<Kept> known = streams.find(stream);
        Mark end = known.map(Kept::end).orElse(Mark.NONE);
        boolean continues = segment.first() == end.seq() + 1
                && (end.seq() == 0 || segment.previous().equals(end.hash()));
        if (!continues || log.isPresent(stream)) {
            throw new IllegalArgumentException(
                    stream + " is held up to " + end.seq() + ", " + segment.first() + " does not continue it");
        }
        boolean own = known.map(Kept::own).orElse(stream.origin().equals(log.origin()));
        streams.move(stream, segment.end(), own, segment.previous());
        if (own) {
            restore(segment, known.isEmpty());
        } else {
            streams.insert(segment.events(), log.now().toEpochMilli());
        }
        for (Event event : segment.events()) {
            log.observe(event.hlc(), own);
            unit.applied(event);
        }
    }

    /** Events that this lane once wrote and lost. */
    private void restore(Segment segment, boolean newHere) {
        unit.change(() -> {
            if (newHere) {
                unit.mappers().delivery().begin(segment.stream());
            }
            var marks = book.marks(segment.stream());
            for (Event event : segment.events()) {
                String status = StatusMarks.status(marks, event.seq());
                unit.mappers().outbox().insert(unit.log().position(event), event, status);
            }
        });
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
        return unit.attempt(work);
    }

    @Override
    public void park(Event event, String reason, Instant at) {
        parked.park(event, reason, at);
    }

    @Override
    public boolean isParked(String origin, String aggregate) {
        return parked.isParked(origin, aggregate);
    }

    @Override
    public boolean isParked(StreamId stream, long seq) {
        return parked.isParked(stream, seq);
    }

    @Override
    public List<Parked> parked(int limit, int skip) {
        return parked.list(limit, skip);
    }

    @Override
    public long parkedCount() {
        return parked.count();
    }

    @Override
    public boolean discard(StreamId stream, long seq, Instant at) {
        return parked.discard(stream, seq, at);
    }

    @Override
    public void unpark(StreamId stream, long seq) {
        parked.unpark(stream, seq);
    }

    @Override
    public void resetDelivery(String target, Map<StreamId, Mark> marks, Instant at) {
        unit.change(() -> book.reset(target, marks, at));
    }

    @Override
    public void sent(String target, StreamId stream, long upTo) {
        unit.change(() -> book.sent(target, stream, upTo));
    }

    @Override
    public void acknowledged(String target, StreamId stream, Mark upTo, Instant at) {
        unit.change(() -> book.acknowledged(target, stream, upTo, at));
    }

    @Override
    public void trouble(String target, int retries, String lastError) {
        unit.change(() -> book.trouble(target, retries, lastError));
    }

    @Override
    public List<Delivery> deliveries() {
        return unit.query(() -> unit.mappers().delivery().ofOwn());
    }

    @Override
    public Map<StreamId, Long> acknowledged(String target) {
        Map<StreamId, Long> acked = new LinkedHashMap<>();
        for (Delivery each : unit.query(() -> unit.mappers().delivery().ofTarget(target))) {
            acked.put(each.stream(), each.ackedSeq());
        }
        return acked;
    }

    @Override
    public long backlog(String target) {
        return unit.query(() -> unit.mappers().delivery().backlog(target));
    }

    @Override
    public int purge(Instant before, int limit) {
        return unit.change(() -> new Purge(unit, streams).run(before, limit));
    }

    @Override
    public Map<StreamId, Long> kept() {
        Map<StreamId, Long> first = new LinkedHashMap<>();
        for (Kept each : streams.all()) {
            if (each.hasEvents()) {
                first.put(each.stream(), each.purged().seq() + 1);
            }
        }
        return first;
    }

    @Override
    public Optional<String> hashAt(StreamId stream, long seq) {
        return streams.hashAt(stream, seq);
    }

    @Override
    public List<Event> stamped(Set<String> stamps) {
        return new LogRepair(unit, streams).stamped(stamps);
    }

    @Override
    public Map<String, Event> naming(String topic, String field, Set<String> texts) {
        return new LogRepair(unit, streams).naming(topic, field, texts);
    }

    @Override
    public Map<StreamId, Mark> damaged() {
        return new LogRepair(unit, streams).damaged();
    }

    @Override
    public int mend(Segment segment, Instant at) {
        return new LogRepair(unit, streams).mend(segment, at);
    }

    @Override
    public void mendEnd(StreamId stream, Mark end) {
        new LogRepair(unit, streams).mendEnd(stream, end);
    }

    @Override
    public List<Event> setAside(StreamId stream, long after, String reason, Instant at) {
        return new LogRepair(unit, streams).setAside(stream, after, reason, at);
    }
}
