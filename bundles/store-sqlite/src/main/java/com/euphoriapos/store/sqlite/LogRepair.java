package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.StreamLog.Kept;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through all events that are kept, and puts right or aside those that are not what their lane wrote. */
final class LogRepair {
    /** What was applied, in the order of that: a lane's own is there from the beginning. Parked events changed nothing. */
    private static final String FIND =
            """
            WITH kept AS (
              SELECT origin, epoch, seq, hlc, 0 AS at, %s AS text FROM outbox %s
              UNION ALL SELECT origin, epoch, seq, hlc, 1 + arrived_at, %s FROM foreign_log %s
            )
            SELECT origin, epoch, seq, text FROM kept
            WHERE NOT EXISTS (SELECT 1 FROM parked p
                WHERE p.origin = kept.origin AND p.epoch = kept.epoch AND p.seq = kept.seq)
            ORDER BY at, hlc, origin, epoch, seq
            """;

    private static final String UPDATE_OWN =
            """
            UPDATE outbox
            SET id = ?, type = ?, createdAt = ?, txg = ?, agg = ?, hlc = ?, actor = ?, schema = ?, hash = ?, bytes = ?,
                payload = ?
            WHERE origin = ? AND epoch = ? AND seq = ?
            """;
    private static final String DROP = "DELETE FROM foreign_log WHERE origin = ? AND epoch = ? AND seq > ?";
    private static final String DROP_ONE = "DELETE FROM foreign_log WHERE origin = ? AND epoch = ? AND seq = ?";
    private static final String UNSEE =
            """
            DELETE FROM inbox_processed
            WHERE id IN (SELECT id FROM foreign_log WHERE origin = ? AND epoch = ? AND seq > ?)
            """;
    private static final String UNPARK = "DELETE FROM parked WHERE origin = ? AND epoch = ? AND seq > ?";
    private static final String FORGET = "DELETE FROM stream WHERE origin = ? AND epoch = ? AND ? = 0";

    /** A test reads their plans. */
    static final List<String> STATEMENTS = List.of(UPDATE_OWN, DROP, DROP_ONE, UNSEE, UNPARK, FORGET);

    private final UnitOfWork unit;
    private final StreamLog streams;

    LogRepair(UnitOfWork unit, StreamLog streams) {
        this.unit = unit;
        this.streams = streams;
    }

    private record Found(StreamId stream, long seq, String text) {}

    List<Event> stamped(Set<String> stamps) {
        return find("hlc || ' ' || origin || ':' || epoch", "", stamps).stream()
                .flatMap(each -> streams.event(each.stream(), each.seq()).stream())
                .toList();
    }

    Map<String, Event> naming(String topic, String field, Set<String> texts) {
        if (!field.matches("[A-Za-z]+") || !topic.matches("[a-z_:]+")) {
            throw new IllegalArgumentException("no field of a payload: " + topic + " " + field);
        }
        String value = "CASE WHEN json_valid(payload) THEN json_extract(payload, '$." + field + "') END";
        Map<String, Event> first = new LinkedHashMap<>();
        for (Found each : find(value, "WHERE type = '" + topic + "'", texts)) {
            if (!first.containsKey(each.text())) {
                streams.event(each.stream(), each.seq()).ifPresent(event -> first.put(each.text(), event));
            }
        }
        return first;
    }

    private List<Found> find(String value, String where, Set<String> wanted) {
        return unit.sql(session -> {
            List<Found> all = new ArrayList<>();
            try (ResultSet row = session.statement(FIND.formatted(value, where, value, where))
                    .executeQuery()) {
                while (row.next()) {
                    String text = row.getString(4);
                    if (text != null && wanted.contains(text)) {
                        all.add(new Found(new StreamId(row.getString(1), row.getString(2)), row.getLong(3), text));
                    }
                }
            }
            return all;
        });
    }

    Map<StreamId, Mark> damaged() {
        Map<StreamId, Mark> damaged = new LinkedHashMap<>();
        for (Kept kept : streams.all()) {
            if (kept.hasEvents()) {
                Mark good = lastGood(kept);
                if (!good.equals(kept.end())) {
                    damaged.put(kept.stream(), good);
                }
            }
        }
        return damaged;
    }

    private Mark lastGood(Kept kept) {
        Mark[] good = {new Mark(kept.purged().seq(), kept.before())};
        streams.walk(kept, event -> {
            boolean follows = event.seq() == good[0].seq() + 1
                    && event.linkAfter(good[0].hash()).equals(event.hash());
            if (follows) {
                good[0] = event.mark();
            }
            return follows;
        });
        return good[0];
    }

    int mend(Segment segment, Instant at) {
        Kept kept = streams.find(segment.stream()).orElseThrow(() -> new IllegalArgumentException("no such stream"));
        int written = 0;
        for (Event event : segment.events()) {
            Optional<Event> stored = streams.event(segment.stream(), event.seq());
            if (!stored.equals(Optional.of(event))) {
                stored.ifPresent(other -> quarantine(other, "not as it was written", at));
                unit.change(() -> write(kept, event, stored.isPresent(), at));
                written++;
            }
        }
        return written;
    }

    private void write(Kept kept, Event event, boolean there, Instant at) {
        if (!kept.own()) {
            unit.update(DROP_ONE, event.stream(), event.seq());
            streams.insert(List.of(event), at.toEpochMilli());
        } else if (there) {
            unit.sql(session -> update(session, event));
        } else {
            String status = StatusMarks.status(new DeliveryBook(unit).marks(event.stream()), event.seq());
            unit.mappers().outbox().insert(unit.log().position(event), event, status);
        }
    }

    private static int update(Session session, Event event) throws SQLException {
        PreparedStatement update = session.statement(UPDATE_OWN);
        update.setString(1, event.id());
        update.setString(2, event.topic());
        update.setLong(3, event.ts());
        update.setLong(4, event.txg());
        update.setString(5, event.aggregate());
        update.setString(6, event.hlc());
        update.setString(7, event.actor());
        update.setInt(8, event.schema());
        update.setString(9, event.hash());
        update.setInt(10, Utf8.bytes(event.payload()));
        update.setString(11, event.payload());
        update.setString(12, event.stream().origin());
        update.setString(13, event.stream().epoch());
        update.setLong(14, event.seq());
        return update.executeUpdate();
    }

    void mendEnd(StreamId stream, Mark end) {
        Kept kept = streams.find(stream)
                .filter(known -> known.end().seq() == end.seq())
                .orElseThrow(() -> new IllegalArgumentException(stream + " does not end at " + end.seq()));
        unit.change(() -> streams.move(stream, end, kept.own(), kept.previous()));
    }

    List<Event> setAside(StreamId stream, long after, String reason, Instant at) {
        Kept kept = streams.find(stream)
                .filter(known -> !known.own() && after >= known.purged().seq())
                .orElseThrow(() -> new IllegalArgumentException("nothing to set aside of " + stream));
        String hash =
                streams.hashAt(stream, after).orElseThrow(() -> new IllegalArgumentException("no link at " + after));
        List<Event> events = new ArrayList<>();
        streams.walk(kept, event -> event.seq() <= after || events.add(event));
        unit.change(() -> {
            events.forEach(event -> quarantine(event, reason, at));
            for (String sql : List.of(UNSEE, DROP, UNPARK)) {
                unit.update(sql, stream, after);
            }
            streams.move(stream, new Mark(after, hash), false, kept.previous());
            // Of a stream that begins anew the link before its first event may be another one, too.
            unit.update(FORGET, stream, after);
            unit.mappers().delivery().forget(stream);
        });
        return events;
    }

    private void quarantine(Event event, String reason, Instant at) {
        String what = "event " + event.stream().origin() + " " + event.stream().epoch() + " " + event.seq();
        new SqliteAudit(unit).quarantine(what, reason, event.toString(), at);
    }
}
