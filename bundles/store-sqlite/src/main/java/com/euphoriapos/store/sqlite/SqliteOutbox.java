package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.store.sqlite.StreamLog.Kept;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper;
import com.euphoriapos.store.sqlite.mapper.OutboxMapper.Logged;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lane's own event log. */
final class SqliteOutbox implements OutboxRepository {
    private static final int SLICE = 500;

    private final UnitOfWork unit;
    private final OutboxMapper mapper;

    SqliteOutbox(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().outbox();
    }

    @Override
    public void append(List<Message> messages) {
        unit.checkActing();
        if (messages.isEmpty()) {
            return;
        }
        unit.change(() -> {
            EventLog log = unit.log();
            StreamLog streams = new StreamLog(unit);
            if (log.end().seq() == 0) {
                unit.mappers().delivery().begin(log.stream());
            }
            String before = log.end().hash();
            String status = new DeliveryBook(unit).statusOfNew(log.stream());
            for (Message message : messages) {
                append(message, status);
            }
            streams.move(log.stream(), log.end(), true, before);
        });
    }

    private void append(Message message, String status) {
        EventLog log = unit.log();
        Map<Part, Optional<Version>> seen = seen(message.edits());
        for (Optional<Version> version : seen.values()) {
            version.ifPresent(each -> log.observe(each.hlc(), true));
        }
        Event event = log.append(message);
        mapper.insert(log.position(event), event, status);
        SqliteVersions versions = new SqliteVersions(unit);
        seen.forEach((part, version) -> versions.put(
                part.aggregate(),
                part.name(),
                winner(event, version.map(Version::stamp).orElse(""))));
        unit.written(event);
    }

    /** What was shown before has lost, and its author has seen it. */
    private static Version winner(Event event, String seen) {
        return new Version(event.hlc(), event.stream().author(), seen, seen);
    }

    /** What the author saw of the parts that the message edits. */
    private Map<Part, Optional<Version>> seen(List<Part> edits) {
        if (edits.isEmpty()) {
            return Map.of();
        }
        SqliteVersions versions = new SqliteVersions(unit);
        Map<Part, Optional<Version>> seen = new HashMap<>();
        for (Part part : edits) {
            seen.put(part, versions.of(part.aggregate(), part.name()));
        }
        return seen;
    }

    @Override
    public Stamp stamp(String messageId) {
        return unit.query(() -> {
            Stamp stamp = mapper.stamp(messageId);
            if (stamp == null) {
                throw new IllegalArgumentException("no message " + messageId);
            }
            return stamp;
        });
    }

    @Override
    public long count(String status) {
        return unit.query(() -> new DeliveryBook(unit).count(status));
    }

    @Override
    public long count() {
        return unit.query(mapper::countAll);
    }

    @Override
    public List<Row> after(long sequence, int limit) {
        UnitOfWork.Position position = unit.position();
        StreamId stream = new StreamId(position.origin(), position.epoch().id());
        return unit.query(() -> mapper.after(stream, sequence, limit)).stream()
                .map(SqliteOutbox::row)
                .toList();
    }

    private static Row row(Logged logged) {
        Event event = logged.event();
        Message message = new Message(
                event.id(),
                event.topic(),
                event.aggregate(),
                event.payload(),
                event.actor(),
                Instant.ofEpochMilli(event.ts()));
        return new Row(
                message,
                event.stream().origin(),
                event.stream().epoch(),
                event.seq(),
                event.txg(),
                event.hash(),
                logged.status());
    }

    @Override
    public Optional<String> firstBroken() {
        return unit.query(() -> {
            List<Kept> own =
                    new StreamLog(unit).all().stream().filter(Kept::own).toList();
            Set<String> links = new HashSet<>(Set.of(HashChain.START));
            own.forEach(kept -> {
                links.add(kept.end().hash());
                links.add(kept.purged().hash());
            });
            for (Kept kept : own) {
                String broken = firstBroken(kept, links);
                if (broken != null) {
                    return Optional.of(broken);
                }
            }
            return Optional.empty();
        });
    }

    /**
     * The first row of a stream that is not as it was written; the last one where the end is missing.
     *
     * @param links those that a stream may continue: of what is gone, and of what was walked
     */
    private @Nullable String firstBroken(Kept kept, Set<String> links) {
        String hash = kept.before();
        long seq = kept.purged().seq();
        String id = kept.stream().epoch();
        List<Logged> slice = mapper.after(kept.stream(), seq, SLICE);
        while (!slice.isEmpty()) {
            for (Logged logged : slice) {
                Event event = logged.event();
                boolean follows = seq > 0 || links.contains(hash);
                if (!follows || event.seq() != seq + 1 || !event.linkAfter(hash).equals(event.hash())) {
                    return event.id();
                }
                id = event.id();
                hash = event.hash();
                seq = event.seq();
                links.add(hash);
            }
            slice = mapper.after(kept.stream(), seq, SLICE);
        }
        return seq == kept.end().seq() && (seq == 0 || hash.equals(kept.end().hash())) ? null : id;
    }
}
