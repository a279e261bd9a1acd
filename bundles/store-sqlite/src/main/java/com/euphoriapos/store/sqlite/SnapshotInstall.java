package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.store.sqlite.SnapshotPlan.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Takes a file into the lane, a few milliseconds at a time. */
final class SnapshotInstall {
    private static final int THOUSAND = 1_000;
    private static final int KEYS_FIRST = 200;
    private static final int KEYS_MIN = 20;
    private static final int KEYS_MAX = 5_000;
    private static final long NANOS_SHORT = 4_000_000;
    private static final long NANOS_LONG = 9_000_000;

    private final SqliteStore store;
    private final SnapshotFile file;
    private final SnapshotPart part;
    private final List<Step> steps;
    private int keys = KEYS_FIRST;
    private long rowsBefore;
    private long rowsOfStep;

    SnapshotInstall(SqliteStore store, SnapshotFile file) {
        this.store = store;
        this.file = file;
        this.part = file.part();
        this.steps = SnapshotPlan.steps(part);
    }

    void run(IntConsumer progress) {
        try {
            SnapshotProgress at = store.slice(this::begin);
            rowsBefore = steps.subList(0, Math.min(at.step(), steps.size())).stream()
                    .mapToLong(this::rows)
                    .sum();
            while (!at.isDone(part)) {
                SnapshotProgress from = at;
                at = store.slice(unit -> slice(unit, from));
                progress.accept(thousandths(at));
            }
        } finally {
            store.bare(this::detach);
        }
    }

    private long rows(Step step) {
        return file.rows().getOrDefault(step.table(), 0L);
    }

    private int thousandths(SnapshotProgress at) {
        long all = Math.max(1, steps.stream().mapToLong(this::rows).sum());
        return at.isDone(part) ? THOUSAND : (int) Math.min(THOUSAND - 1, (rowsBefore + rowsOfStep) * THOUSAND / all);
    }

    /** Where to go on; a snapshot of another moment begins anew. */
    private SnapshotProgress begin(UnitOfWork unit) {
        if (part == SnapshotPart.HISTORY) {
            requireCatalog(unit);
        }
        Optional<SnapshotProgress> known = SnapshotProgress.read(unit, part);
        if (known.isPresent() && known.get().moment().equals(file.moment())) {
            return known.get();
        }
        if (part == SnapshotPart.CATALOG) {
            unit.change(() -> unit.sql(
                    session -> session.statement(SnapshotPlan.FORGET_BASE).executeUpdate()));
        }
        SnapshotProgress start = SnapshotProgress.start(file.moment());
        start.write(unit, part);
        return start;
    }

    private void requireCatalog(UnitOfWork unit) {
        Optional<SnapshotProgress> catalog = SnapshotProgress.read(unit, SnapshotPart.CATALOG);
        if (catalog.isEmpty()
                || !catalog.get().moment().equals(file.moment())
                || !catalog.get().isDone(SnapshotPart.CATALOG)) {
            throw new StoreException(Reason.OTHER, "the history needs the catalog of the same snapshot before");
        }
    }

    private SnapshotProgress slice(UnitOfWork unit, SnapshotProgress from) {
        long start = System.nanoTime();
        SnapshotProgress to = unit.sql(session -> {
            attach(session);
            return from.step() < steps.size()
                    ? take(unit, session, steps.get(from.step()), from)
                    : finish(unit, session, from);
        });
        to.write(unit, part);
        adapt(System.nanoTime() - start);
        return to;
    }

    private SnapshotProgress take(UnitOfWork unit, Session session, Step step, SnapshotProgress from)
            throws SQLException {
        Bound bound = bound(session, step, from.key());
        if (bound.rows() == 0) {
            rowsBefore += rows(step);
            rowsOfStep = 0;
            return from.next();
        }
        if (step.table().equals("lanes")) {
            // Who is active decides what counts as delivered.
            new DeliveryBook(unit).movingAll(() -> unit.sql(open -> run(unit, open, step, from.key(), bound.key())));
        } else {
            run(unit, session, step, from.key(), bound.key());
        }
        rowsOfStep += bound.rows();
        return new SnapshotProgress(from.moment(), from.step(), bound.key());
    }

    private static boolean run(UnitOfWork unit, Session session, Step step, String after, String upTo)
            throws SQLException {
        for (String sql : step.statements()) {
            PreparedStatement statement = session.statement(sql);
            statement.setString(1, after);
            statement.setString(2, upTo);
            if (sql.contains("?3")) {
                statement.setString(3, unit.me());
            }
            statement.executeUpdate();
        }
        return true;
    }

    private record Bound(String key, long rows) {}

    private Bound bound(Session session, Step step, String after) throws SQLException {
        PreparedStatement statement = session.statement("SELECT MAX(k), COUNT(*) FROM (SELECT " + step.key()
                + " AS k FROM snap." + step.table() + " WHERE " + step.key() + " > ? ORDER BY 1 LIMIT ?)");
        statement.setString(1, after);
        statement.setInt(2, keys);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            long rows = row.getLong(2);
            return new Bound(rows == 0 ? "" : row.getString(1), rows);
        }
    }

    private SnapshotProgress finish(UnitOfWork unit, Session session, SnapshotProgress from) throws SQLException {
        if (part == SnapshotPart.HISTORY) {
            for (String sql : SnapshotPlan.ADOPT) {
                PreparedStatement statement = session.statement(sql);
                statement.setString(1, unit.me());
                statement.executeUpdate();
            }
        }
        SnapshotPlan.topics(part).forEach(unit::appliedAll);
        return from.next();
    }

    private void adapt(long nanos) {
        if (nanos < NANOS_SHORT) {
            keys = Math.min(KEYS_MAX, keys * 3 / 2);
        } else if (nanos > NANOS_LONG) {
            keys = Math.max(KEYS_MIN, keys / 2);
        }
    }

    /** The connection may be another one than at the last slice. */
    private void attach(Session session) throws SQLException {
        try (ResultSet row = session.statement("SELECT file FROM pragma_database_list WHERE name = 'snap'")
                .executeQuery()) {
            if (row.next()) {
                return;
            }
        }
        PreparedStatement attach = session.statement("ATTACH ? AS snap");
        attach.setString(1, file.path().toString());
        attach.execute();
    }

    private boolean detach(UnitOfWork unit) {
        return unit.sql(session -> {
            String attached = DatabaseFile.query(
                    session.connection(), "SELECT COUNT(*) FROM pragma_database_list WHERE name = 'snap'");
            if (!"0".equals(attached)) {
                DatabaseFile.execute(session.connection(), "DETACH snap");
            }
            return true;
        });
    }
}
