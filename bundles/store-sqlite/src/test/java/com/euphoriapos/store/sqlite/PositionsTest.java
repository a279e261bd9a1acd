package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.store.sqlite.mapper.MapperSet;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

/** How far a lane is stands beside its events: asking for it looks at none of them. */
class PositionsTest {
    private static final String EVENTS =
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO foreign_log (origin, epoch, seq, id, type, createdAt, txg, agg, hlc, actor, schema, hash, bytes,
                                     arrived_at, payload)
            SELECT 'a', 'e', i, i, 't', 0, i, '', '', '', 1, '', 2, 0, '{}' FROM n
            """;
    private static final String POSITION =
            "INSERT INTO stream (origin, epoch, applied_seq, applied_hash) VALUES ('a', 'e', ?, 'h')";

    @TempDir
    Path folder;

    @Test
    void readsHowFarTheLaneIsInAsManyStepsHoweverManyEventsThereAre() throws SQLException {
        long few = stepsWith(folder.resolve("few"), 10);
        assertTrue(few > 0);
        assertEquals(few, stepsWith(folder.resolve("many"), 10_000));
    }

    /** Steps of the engine's machine. */
    private static long stepsWith(Path home, int events) throws SQLException {
        SqliteSettings settings = SqliteSettings.of(home, Clock.systemUTC());
        SqliteStore store = new SqliteStore(settings);
        store.open();
        store.close();
        DatabaseFile file = new DatabaseFile(settings.file());
        AtomicLong steps = new AtomicLong();
        try (Session session = Session.writer(file, MapperSet.configuration())) {
            for (String sql : new String[] {EVENTS, POSITION}) {
                PreparedStatement insert = session.statement(sql);
                insert.setInt(1, events);
                insert.executeUpdate();
            }
            ProgressHandler.setHandler(session.connection(), 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps.incrementAndGet();
                    return 0;
                }
            });
            UnitOfWork unit =
                    UnitOfWork.reading(session, new UnitOfWork.Position("me", Epoch.random(new Random(1), 0)));
            assertEquals(1, new SqliteReplication(unit).vector().size());
            ProgressHandler.clearHandler(session.connection());
        }
        return steps.get();
    }
}
