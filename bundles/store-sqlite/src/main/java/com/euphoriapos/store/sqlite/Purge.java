package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.StreamLog.Kept;
import com.euphoriapos.store.sqlite.mapper.DeliveryMapper.Standing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes events that are old and that everybody has. */
final class Purge {
    private static final String WALK_OWN =
            """
            SELECT seq, txg, hash, createdAt
            FROM outbox
            WHERE origin = ? AND epoch = ? AND seq > ?
            ORDER BY seq
            """;
    private static final String WALK_OTHER =
            WALK_OWN.replace("outbox", "foreign_log").replace("createdAt", "arrived_at");
    private static final String DROP_OWN = "DELETE FROM outbox WHERE origin = ? AND epoch = ? AND seq <= ?";
    private static final String DROP_SEEN =
            """
            DELETE FROM inbox_processed
            WHERE id IN (SELECT id FROM foreign_log WHERE origin = ? AND epoch = ? AND seq <= ?)
            """;
    private static final String DROP_OTHER = "DELETE FROM foreign_log WHERE origin = ? AND epoch = ? AND seq <= ?";
    private static final String FIRST_PARKED =
            "SELECT MIN(seq) FROM parked WHERE origin = ? AND epoch = ? AND discarded_at = 0";
    private static final String DROP_DISCARDED = "DELETE FROM parked WHERE origin = ? AND epoch = ? AND seq <= ?";
    private static final String MOVE =
            "UPDATE stream SET purged_seq = ?, purged_hash = ? WHERE origin = ? AND epoch = ?";

    /** A test reads their plans. */
    static final List<String> STATEMENTS =
            List.of(WALK_OWN, WALK_OTHER, DROP_OWN, DROP_SEEN, DROP_OTHER, FIRST_PARKED, DROP_DISCARDED, MOVE);

    private final UnitOfWork unit;
    private final StreamLog streams;
    private final List<String> targets;

    Purge(UnitOfWork unit, StreamLog streams) {
        this.unit = unit;
        this.streams = streams;
        this.targets = new ArrayList<>(unit.mappers().lanes().activePeers(unit.me()));
        if (unit.mappers().delivery().isKnown(ReplicationRepository.CLOUD)) {
            targets.add(ReplicationRepository.CLOUD);
        }
    }

    /** Returns how many are gone. */
    int run(Instant before, int limit) {
        List<Kept> all = streams.all();
        Optional<StreamId> newest = all.stream()
                .filter(kept -> kept.own() && kept.end().seq() > 0)
                .map(Kept::stream)
                .max(Comparator.comparing(StreamId::epoch));
        int gone = 0;
        for (Kept kept : all) {
            if (gone < limit && kept.hasEvents()) {
                long floor = floor(kept);
                if (newest.equals(Optional.of(kept.stream()))) {
                    // The next event continues the chain and the time of this one.
                    floor = Math.min(floor, kept.end().seq() - 1);
                }
                gone += purge(kept, floor, before, limit - gone);
            }
        }
        return gone;
    }

    /** Everybody has everything up to there. */
    private long floor(Kept kept) {
        Map<String, Long> acked = new HashMap<>();
        for (Standing each : unit.mappers().delivery().ofStream(kept.stream())) {
            acked.put(each.target(), each.acked());
        }
        long floor = kept.end().seq();
        for (String target : targets) {
            if (!target.equals(kept.stream().origin())) {
                floor = Math.min(floor, acked.getOrDefault(target, 0L));
            }
        }
        return Math.min(floor, beforeParked(kept.stream()));
    }

    private long beforeParked(StreamId stream) {
        return unit.sql(session -> {
            PreparedStatement statement = session.statement(FIRST_PARKED);
            statement.setString(1, stream.origin());
            statement.setString(2, stream.epoch());
            try (ResultSet row = statement.executeQuery()) {
                long first = row.next() ? row.getLong(1) : 0;
                return first == 0 ? Long.MAX_VALUE : first - 1;
            }
        });
    }

    private int purge(Kept kept, long floor, Instant before, int limit) {
        Mark upTo = upTo(kept, floor, before, limit);
        if (upTo.seq() <= kept.purged().seq()) {
            return 0;
        }
        if (kept.own()) {
            unit.update(DROP_OWN, kept.stream(), upTo.seq());
        } else {
            unit.update(DROP_SEEN, kept.stream(), upTo.seq());
            unit.update(DROP_OTHER, kept.stream(), upTo.seq());
        }
        unit.update(DROP_DISCARDED, kept.stream(), upTo.seq());
        unit.sql(session -> {
            PreparedStatement statement = session.statement(MOVE);
            statement.setLong(1, upTo.seq());
            statement.setString(2, upTo.hash());
            statement.setString(3, kept.stream().origin());
            statement.setString(4, kept.stream().epoch());
            return statement.executeUpdate();
        });
        if (upTo.seq() == kept.end().seq()) {
            unit.mappers().delivery().forget(kept.stream());
        }
        return (int) (upTo.seq() - kept.purged().seq());
    }

    /** The last event of the last whole group that is old enough. */
    private Mark upTo(Kept kept, long floor, Instant before, int limit) {
        return unit.sql(session -> {
            Mark whole = kept.purged();
            Mark last = whole;
            long group = Long.MIN_VALUE;
            PreparedStatement walk = session.statement(kept.own() ? WALK_OWN : WALK_OTHER);
            walk.setString(1, kept.stream().origin());
            walk.setString(2, kept.stream().epoch());
            walk.setLong(3, kept.purged().seq());
            try (ResultSet row = walk.executeQuery()) {
                while (row.next()) {
                    boolean begins = row.getLong(2) != group;
                    if (begins) {
                        whole = last;
                    }
                    boolean enough = begins && last.seq() - kept.purged().seq() >= limit;
                    if (enough || row.getLong(1) > floor || row.getLong(4) >= before.toEpochMilli()) {
                        return whole;
                    }
                    group = row.getLong(2);
                    last = new Mark(row.getLong(1), row.getString(3));
                }
            }
            return last;
        });
    }
}
