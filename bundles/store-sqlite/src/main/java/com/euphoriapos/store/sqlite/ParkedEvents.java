package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReplicationRepository.Parked;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events that are kept but not applied: table {@code parked}, where those that were discarded stay, because they were not applied. */
final class ParkedEvents {
    private static final String PARK =
            """
            INSERT INTO parked (origin, epoch, seq, agg, reason, first_at, attempts)
            VALUES (?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (origin, epoch, seq) DO UPDATE SET reason = excluded.reason, attempts = attempts + 1
            """;
    private static final String IS_PARKED =
            "SELECT 1 FROM parked WHERE origin = ? AND agg = ? AND discarded_at = 0 LIMIT 1";
    private static final String IS_PARKED_AT =
            "SELECT 1 FROM parked WHERE origin = ? AND epoch = ? AND seq = ? AND discarded_at = 0";
    private static final String LIST =
            """
            SELECT origin, epoch, seq, reason, first_at, attempts
            FROM parked
            WHERE discarded_at = 0
            ORDER BY first_at, origin, epoch, seq
            LIMIT ? OFFSET ?
            """;
    private static final String DISCARD =
            "UPDATE parked SET discarded_at = ? WHERE origin = ? AND epoch = ? AND seq = ? AND discarded_at = 0";
    private static final String UNPARK = "DELETE FROM parked WHERE origin = ? AND epoch = ? AND seq = ?";

    /** Those whose plan a test reads; all parked events are few. */
    static final List<String> STATEMENTS = List.of(PARK, IS_PARKED, IS_PARKED_AT, DISCARD, UNPARK);

    private record Row(StreamId stream, long seq, String reason, Instant firstAt, int attempts) {}

    private final UnitOfWork unit;
    private final StreamLog streams;

    ParkedEvents(UnitOfWork unit, StreamLog streams) {
        this.unit = unit;
        this.streams = streams;
    }

    void park(Event event, String reason, Instant at) {
        unit.write(session -> {
            PreparedStatement statement = session.statement(PARK);
            statement.setString(1, event.stream().origin());
            statement.setString(2, event.stream().epoch());
            statement.setLong(3, event.seq());
            statement.setString(4, event.aggregate());
            statement.setString(5, reason);
            statement.setLong(6, at.toEpochMilli());
            return statement.executeUpdate();
        });
        unit.notApplied(event);
    }

    boolean isParked(String origin, String aggregate) {
        return unit.first(IS_PARKED, row -> true, origin, aggregate).isPresent();
    }

    boolean isParked(StreamId stream, long seq) {
        return unit.sql(session -> {
            PreparedStatement statement = session.statement(IS_PARKED_AT);
            statement.setString(1, stream.origin());
            statement.setString(2, stream.epoch());
            statement.setLong(3, seq);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    List<Parked> list(int limit, int skip) {
        List<Row> rows = unit.sql(session -> {
            List<Row> found = new ArrayList<>();
            PreparedStatement statement = session.statement(LIST);
            statement.setInt(1, limit);
            statement.setInt(2, skip);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Row(
                            new StreamId(row.getString(1), row.getString(2)),
                            row.getLong(3),
                            row.getString(4),
                            Instant.ofEpochMilli(row.getLong(5)),
                            row.getInt(6)));
                }
            }
            return found;
        });
        List<Parked> parked = new ArrayList<>();
        for (Row row : rows) {
            streams.event(row.stream(), row.seq())
                    .ifPresent(event -> parked.add(new Parked(event, row.reason(), row.firstAt(), row.attempts())));
        }
        return parked;
    }

    long count() {
        return unit.sql(session -> {
            try (ResultSet row = session.statement("SELECT COUNT(*) FROM parked WHERE discarded_at = 0")
                    .executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    boolean discard(StreamId stream, long seq, Instant at) {
        return unit.change(() -> unit.sql(session -> {
            PreparedStatement statement = session.statement(DISCARD);
            statement.setLong(1, at.toEpochMilli());
            statement.setString(2, stream.origin());
            statement.setString(3, stream.epoch());
            statement.setLong(4, seq);
            return statement.executeUpdate() > 0;
        }));
    }

    void unpark(StreamId stream, long seq) {
        unit.log();
        if (unit.update(UNPARK, stream, seq) > 0) {
            streams.event(stream, seq).ifPresent(unit::applied);
        }
    }
}
