package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.StreamLog.Kept;
import com.euphoriapos.store.sqlite.mapper.DeliveryMapper;
import com.euphoriapos.store.sqlite.mapper.DeliveryMapper.Marks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How far each target is, and the visible statuses, moved in the same transaction. */
final class DeliveryBook {
    private final UnitOfWork unit;
    private final DeliveryMapper mapper;
    private final StreamLog streams;

    DeliveryBook(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().delivery();
        this.streams = new StreamLog(unit);
    }

    /** The watermarks of a stream. */
    Marks marks(StreamId stream) {
        return StatusMarks.of(peers(), mapper.ofStream(stream));
    }

    private List<String> peers() {
        return unit.mappers().lanes().activePeers(unit.me());
    }

    /** The status of messages that are appended to the present stream: nobody was offered them. */
    String statusOfNew(StreamId stream) {
        EventLog log = unit.log();
        String known = log.statusOfNew();
        if (known == null) {
            known = StatusMarks.status(marks(stream), Long.MAX_VALUE - 1);
            log.statusOfNew(known);
        }
        return known;
    }

    void sent(String target, StreamId stream, long upTo) {
        moving(
                stream,
                kept -> mapper.sent(target, stream, Math.min(upTo, kept.end().seq())));
    }

    void acknowledged(String target, StreamId stream, Mark upTo, Instant at) {
        moving(stream, kept -> {
            if (fits(kept, upTo)) {
                mapper.sent(target, stream, upTo.seq());
                mapper.acknowledged(target, stream, upTo.seq(), at);
            }
        });
    }

    /** Whether the target's link is this lane's, as far as that is still known. */
    private boolean fits(Kept kept, Mark mark) {
        return mark.seq() <= kept.end().seq()
                && streams.hashAt(kept.stream(), mark.seq())
                        .map(mark.hash()::equals)
                        .orElse(true);
    }

    void reset(String target, Map<StreamId, Mark> marks, Instant at) {
        mapper.forgetOthers(target, unit.me());
        for (Kept kept : streams.all()) {
            Mark mark = marks.getOrDefault(kept.stream(), Mark.NONE);
            boolean holds = mark.seq() > 0;
            if (kept.own() ? kept.hasEvents() : holds && kept.hasEvents()) {
                long seq = held(kept, mark);
                moving(kept.stream(), present -> {
                    mapper.sent(target, kept.stream(), seq);
                    mapper.reset(target, kept.stream(), seq, at);
                });
            }
        }
    }

    /** A target that has more of a stream than this lane has all of it: this lane lost the rest. */
    private long held(Kept kept, Mark mark) {
        if (mark.seq() > kept.end().seq()) {
            return kept.end().seq();
        }
        return fits(kept, mark) ? mark.seq() : 0;
    }

    void trouble(String target, int retries, String lastError) {
        boolean before = mapper.retries(target) >= ReplicationRepository.TROUBLE_RETRIES;
        Runnable change = () -> {
            mapper.cover(target, unit.log().stream());
            mapper.trouble(target, retries, lastError);
        };
        if (before == retries >= ReplicationRepository.TROUBLE_RETRIES) {
            change.run();
        } else {
            movingAll(change);
        }
    }

    /** How many messages have that status. */
    long count(String status) {
        return streams.all().stream()
                .filter(kept -> kept.own() && kept.hasEvents())
                .mapToLong(kept -> StatusMarks.count(
                        marks(kept.stream()), kept.purged().seq(), kept.end().seq(), status))
                .sum();
    }

    /** For what changes the set of targets that count, or whether one of them is in trouble. */
    void movingAll(Runnable change) {
        Map<Kept, Marks> before = new LinkedHashMap<>();
        for (Kept kept : streams.all()) {
            if (kept.own() && kept.hasEvents()) {
                before.put(kept, marks(kept.stream()));
            }
        }
        change.run();
        unit.log().statusOfNew(null);
        before.forEach(this::restate);
    }

    private void restate(Kept kept, Marks before) {
        Marks after = marks(kept.stream());
        StatusMarks.Range range = StatusMarks.changed(
                before, after, kept.purged().seq(), kept.end().seq());
        if (!range.isEmpty()) {
            mapper.restate(kept.stream(), after, range.from(), range.to());
        }
    }

    private void moving(StreamId stream, Consumer<Kept> change) {
        // What is purged is with everybody, and nothing is known of it any longer.
        Optional<Kept> found = streams.find(stream).filter(Kept::hasEvents);
        if (found.isEmpty()) {
            return;
        }
        Kept kept = found.get();
        if (!kept.own()) {
            change.accept(kept);
            return;
        }
        Marks before = marks(stream);
        change.accept(kept);
        Marks after = marks(stream);
        StatusMarks.Range range = StatusMarks.changed(
                before, after, kept.purged().seq(), kept.end().seq());
        if (!range.isEmpty()) {
            mapper.restate(stream, after, range.from(), range.to());
        }
    }
}
