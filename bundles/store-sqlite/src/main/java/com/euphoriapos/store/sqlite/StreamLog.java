package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The streams that are kept here: the lane's own in {@code outbox}, those of others in {@code foreign_log}, how far both are in
 * {@code stream}. Plain statements in place of mappers: a lane that catches up passes here a hundred thousand times.
 */
final class StreamLog {
    private static final String STREAM =
            """
            SELECT origin, epoch, own, applied_seq, applied_hash, purged_seq, purged_hash, previous
            FROM stream
            """;
    private static final String ONE = STREAM + "WHERE origin = ? AND epoch = ?";
    private static final String MOVE =
            """
            INSERT INTO stream (origin, epoch, applied_seq, applied_hash, own, previous)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (origin, epoch) DO UPDATE SET
              applied_seq = excluded.applied_seq, applied_hash = excluded.applied_hash
            """;
    private static final String COLUMNS =
            "SELECT seq, id, type, createdAt, txg, agg, hlc, actor, schema, hash, bytes, payload\n";
    private static final String AFTER = "WHERE origin = ? AND epoch = ? AND seq > ? ORDER BY seq";
    private static final String READ_OWN = COLUMNS + "FROM outbox " + AFTER;
    private static final String READ_OTHER = COLUMNS + "FROM foreign_log " + AFTER;
    private static final String AT = "WHERE origin = ? AND epoch = ? AND seq = ?";
    private static final String HASH_OWN = "SELECT hash FROM outbox " + AT;
    private static final String HASH_OTHER = "SELECT hash FROM foreign_log " + AT;
    private static final String KEEP =
            """
            INSERT INTO foreign_log (origin, epoch, seq, id, type, createdAt, txg, agg, hlc, actor, schema, hash, bytes,
                                     arrived_at, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SEEN =
            """
            INSERT INTO inbox_processed (id, createdAt, origin, epoch, seq)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    /** Those that name rows of tables that grow; a test reads their plans. */
    static final List<String> STATEMENTS = List.of(ONE, MOVE, READ_OWN, READ_OTHER, HASH_OWN, HASH_OTHER, KEEP, SEEN);

    private final UnitOfWork unit;

    StreamLog(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * A row of {@code stream}.
     *
     * @param own whether this lane wrote it
     * @param end how far it is held
     * @param purged up to where its events are not kept any longer
     * @param previous the link that its first event continues
     */
    record Kept(StreamId stream, boolean own, Mark end, Mark purged, String previous) {
        boolean hasEvents() {
            return end.seq() > purged.seq();
        }

        /** The link before the first event that is kept. */
        String before() {
            return purged.seq() == 0 ? previous : purged.hash();
        }
    }

    /** All of them, by origin and epoch. */
    List<Kept> all() {
        return unit.sql(session -> {
            List<Kept> all = new ArrayList<>();
            try (ResultSet row =
                    session.statement(STREAM + "ORDER BY origin, epoch").executeQuery()) {
                while (row.next()) {
                    all.add(kept(row));
                }
            }
            return all;
        });
    }

    /** As {@link #all}, with the ends of own streams as their last events say, should a disk have changed what stands beside them. */
    List<Kept> proven() {
        return all().stream()
                .map(kept -> kept.own() && kept.hasEvents() ? proven(kept) : kept)
                .toList();
    }

    private Kept proven(Kept kept) {
        Optional<Mark> end = event(kept.stream(), kept.end().seq())
                .filter(event -> !event.mark().equals(kept.end()))
                .filter(event -> hashAt(kept.stream(), event.seq() - 1)
                        .filter(before -> event.linkAfter(before).equals(event.hash()))
                        .isPresent())
                .map(Event::mark);
        return end.map(mark -> new Kept(kept.stream(), true, mark, kept.purged(), kept.previous()))
                .orElse(kept);
    }

    Optional<Kept> find(StreamId stream) {
        return unit.sql(session -> {
            PreparedStatement statement = session.statement(ONE);
            place(statement, stream);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(kept(row)) : Optional.empty();
            }
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new StreamId(row.getString(1), row.getString(2)),
                row.getInt(3) == 1,
                new Mark(row.getLong(4), row.getString(5)),
                new Mark(row.getLong(6), row.getString(7)),
                row.getString(8));
    }

    private static void place(PreparedStatement statement, StreamId stream) throws SQLException {
        statement.setString(1, stream.origin());
        statement.setString(2, stream.epoch());
    }

    /** The stream goes up to there; {@code previous} counts only for its first event. */
    void move(StreamId stream, Mark end, boolean own, String previous) {
        unit.sql(session -> {
            PreparedStatement statement = session.statement(MOVE);
            place(statement, stream);
            statement.setLong(3, end.seq());
            statement.setString(4, end.hash());
            statement.setInt(5, own ? 1 : 0);
            statement.setString(6, previous);
            return statement.executeUpdate();
        });
    }

    /** See {@link com.euphoriapos.api.store.ReplicationRepository#read}. */
    Optional<Segment> read(StreamId stream, long after, long upTo, int eventsMax, int bytesMax) {
        Optional<Kept> found =
                find(stream).filter(kept -> after >= kept.purged().seq());
        if (found.isEmpty() || after >= Math.min(upTo, found.get().end().seq())) {
            return Optional.empty();
        }
        Kept kept = found.get();
        Optional<String> previous = hashAt(stream, after);
        GroupCut cut = new GroupCut(upTo, eventsMax, bytesMax);
        List<Event> events = unit.sql(session -> {
            PreparedStatement statement = session.statement(kept.own() ? READ_OWN : READ_OTHER);
            place(statement, stream);
            statement.setLong(3, after);
            try (ResultSet row = statement.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = cut.offer(row.getLong(1), row.getLong(5), row.getInt(11), () -> event(stream, row));
                }
                return cut.taken(!more);
            }
        });
        return events.isEmpty() || previous.isEmpty()
                ? Optional.empty()
                : Optional.of(new Segment(stream, previous.get(), events));
    }

    private static Event event(StreamId stream, ResultSet row) throws SQLException {
        return new Event(
                row.getString(2),
                row.getString(3),
                stream,
                row.getLong(1),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getLong(4),
                row.getString(8),
                row.getInt(9),
                row.getString(12),
                row.getString(10));
    }

    /** Every event that is kept, in order, until the visitor has seen enough. */
    void walk(Kept kept, Predicate<Event> visitor) {
        unit.sql(session -> {
            PreparedStatement statement = session.statement(kept.own() ? READ_OWN : READ_OTHER);
            place(statement, kept.stream());
            statement.setLong(3, kept.purged().seq());
            try (ResultSet row = statement.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = visitor.test(event(kept.stream(), row));
                }
            }
            return true;
        });
    }

    /** The event of that number, if it is kept. */
    Optional<Event> event(StreamId stream, long seq) {
        Optional<Kept> found = find(stream);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return unit.sql(session -> {
            PreparedStatement statement = session.statement(found.get().own() ? READ_OWN : READ_OTHER);
            place(statement, stream);
            statement.setLong(3, seq - 1);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getLong(1) == seq ? Optional.of(event(stream, row)) : Optional.empty();
            }
        });
    }

    /** The link at a position, if that is known. */
    Optional<String> hashAt(StreamId stream, long seq) {
        Optional<Kept> found = find(stream);
        if (found.isEmpty()) {
            return seq == 0 ? Optional.of(HashChain.START) : Optional.empty();
        }
        Kept kept = found.get();
        if (seq == kept.end().seq()) {
            return Optional.of(kept.end().hash());
        }
        if (seq == kept.purged().seq()) {
            return Optional.of(kept.before());
        }
        return unit.sql(session -> {
            PreparedStatement statement = session.statement(kept.own() ? HASH_OWN : HASH_OTHER);
            place(statement, stream);
            statement.setLong(3, seq);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    /** Keeps events of another lane as they came. */
    void insert(List<Event> events, long arrivedAt) {
        unit.sql(session -> {
            PreparedStatement keep = session.statement(KEEP);
            PreparedStatement seen = session.statement(SEEN);
            for (Event event : events) {
                bind(keep, event, arrivedAt);
                keep.executeUpdate();
                seen.setString(1, event.id());
                seen.setLong(2, arrivedAt);
                seen.setString(3, event.stream().origin());
                seen.setString(4, event.stream().epoch());
                seen.setLong(5, event.seq());
                seen.executeUpdate();
            }
            return events.size();
        });
    }

    private static void bind(PreparedStatement keep, Event event, long arrivedAt) throws SQLException {
        place(keep, event.stream());
        keep.setLong(3, event.seq());
        keep.setString(4, event.id());
        keep.setString(5, event.topic());
        keep.setLong(6, event.ts());
        keep.setLong(7, event.txg());
        keep.setString(8, event.aggregate());
        keep.setString(9, event.hlc());
        keep.setString(10, event.actor());
        keep.setInt(11, event.schema());
        keep.setString(12, event.hash());
        keep.setInt(13, Utf8.bytes(event.payload()));
        keep.setLong(14, arrivedAt);
        keep.setString(15, event.payload());
    }
}
