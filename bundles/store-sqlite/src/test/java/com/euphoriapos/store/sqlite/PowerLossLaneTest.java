package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.PowerCut.Outcome;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As {@link PowerLossTest}, for all else that a lane writes: its first start with the migrations, a snapshot that is taken in, another
 * lane's events, its own sales, and the purge of old events. More: {@code -Dpower.rounds=300 -Dpower.lane.images=5000 -Dpower.seed=1}.
 */
class PowerLossLaneTest {
    private static final int ROUNDS = Integer.getInteger("power.rounds", 25);
    private static final int IMAGES = Integer.getInteger("power.lane.images", 300);
    /** Each so many disks the shipped store is opened on one, and goes on with what was interrupted. */
    private static final int OPENED_EACH = 8;

    private static final int PRODUCTS = 40;
    private static final int PAST_SALES = 30;

    /** What has to be nothing at every moment, by what it is. */
    private static final List<String> ALWAYS = List.of(
            // A stream's position and its events move together.
            """
            SELECT 'events of ' || s.epoch || ' up to ' || s.applied_seq FROM stream s
            WHERE s.own = 0 AND s.applied_seq - s.purged_seq <> (SELECT COUNT(*) FROM foreign_log f
                WHERE f.origin = s.origin AND f.epoch = s.epoch AND f.seq BETWEEN s.purged_seq + 1 AND s.applied_seq)
            """,
            """
            SELECT 'own events of ' || s.epoch || ' up to ' || s.applied_seq FROM stream s
            WHERE s.own = 1 AND s.applied_seq - s.purged_seq <> (SELECT COUNT(*) FROM outbox o
                WHERE o.origin = s.origin AND o.epoch = s.epoch AND o.seq BETWEEN s.purged_seq + 1 AND s.applied_seq)
            """,
            "SELECT 'purged event ' || f.seq FROM foreign_log f JOIN stream s USING (origin, epoch) WHERE f.seq <= s.purged_seq",
            // What is kept is applied, in the same transaction, and nothing else is.
            """
            SELECT 'not applied ' || f.seq FROM foreign_log f
            WHERE NOT EXISTS (SELECT 1 FROM pos_config c WHERE c.key = 'applied-' || f.seq)
            """,
            """
            SELECT 'applied and not kept ' || c.key FROM pos_config c WHERE c.key LIKE 'applied-%'
              AND CAST(SUBSTR(c.key, 9) AS INTEGER) > (SELECT COALESCE(MAX(applied_seq), 0) FROM stream WHERE own = 0)
            """,
            // Stock is the sum of its changes, and of what has none here yet.
            """
            SELECT 'stock of ' || i.product_id FROM inventory i
            WHERE on_hand - base <> (SELECT COALESCE(SUM(changeAmount), 0) FROM inventory_changes c
                                     WHERE c.product_id = i.product_id)
            """,
            """
            SELECT 'sale without lines ' || t.id FROM transactions t
            WHERE NOT EXISTS (SELECT 1 FROM transaction_items i WHERE i.transaction_id = t.id)
            """);

    @TempDir
    Path folder;

    private int looked;

    @Test
    void losesNothingThatWasSaidAndHoldsNothingHalf() throws Exception {
        PowerCut cut = new PowerCut(folder, "lane");
        DiskTrace trace = cut.record(Keeper.class, folder.resolve("other").toString());

        Outcome outcome = cut.images(trace, IMAGES, false, this::wrong);

        System.out.println("power: a lane's life, " + trace.calls().size() + " calls, " + outcome);
        assertEquals(0, outcome.lost(), outcome.first());
        assertEquals(0, outcome.damaged(), outcome.first());
    }

    private Set<String> wrong(Path image, Set<String> said) {
        Set<String> wrong = new TreeSet<>();
        Set<String> facts = new TreeSet<>(said);
        looked++;
        if (looked % OPENED_EACH == 0) {
            goesOn(image, facts, wrong);
        }
        if (!said.isEmpty()) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + image.resolve("pos.sqlite"));
                    Statement statement = connection.createStatement()) {
                lacks(statement, facts, wrong);
            } catch (SQLException e) {
                wrong.add(PowerCut.DAMAGED);
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        return wrong;
    }

    private static void lacks(Statement statement, Set<String> said, Set<String> wrong) throws SQLException {
        if (!"ok".equals(text(statement, "PRAGMA quick_check"))) {
            wrong.add(PowerCut.DAMAGED);
        }
        for (String sql : ALWAYS) {
            String found = text(statement, sql + " LIMIT 1");
            if (!found.isEmpty()) {
                wrong.add(found);
            }
        }
        for (String fact : said) {
            String sql = fact.startsWith(DiskTrace.FACT) ? sql(fact.split(" ")) : sold(fact);
            if (!"1".equals(text(statement, sql))) {
                wrong.add(fact);
            }
        }
    }

    private static String sold(String id) {
        return "SELECT COUNT(*) FROM transactions WHERE id = '" + id + "'";
    }

    /** What answers 1 where that was said with right. */
    private static String sql(String[] fact) {
        return switch (fact[1]) {
            case "applied" -> "SELECT COUNT(*) FROM stream WHERE own = 0 AND applied_seq >= " + fact[2];
            case "purged" -> "SELECT COUNT(*) FROM stream WHERE own = 0 AND purged_seq >= " + fact[2];
            case "catalog" -> "SELECT COUNT(*) = " + PRODUCTS + " FROM products";
            case "history" -> "SELECT COUNT(*) >= " + PAST_SALES + " FROM transactions";
            case "joined" -> "SELECT COUNT(*) FROM lane_local WHERE key = 'node_id' AND value = 'me'";
            default -> throw new IllegalArgumentException(String.join(" ", fact));
        };
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** The shipped store starts on the disk, migrates what is not migrated, and takes the rest of the snapshot in. */
    private void goesOn(Path image, Set<String> facts, Set<String> wrong) {
        try (SqliteStore store = RealStores.sqlite(image)) {
            if (store.read(handle -> handle.outbox().firstBroken()).isPresent()) {
                wrong.add("the lane's own log");
            }
            if (facts.contains(DiskTrace.FACT + "joined") && !facts.contains(DiskTrace.FACT + "history")) {
                Keeper.install(store, folder.resolve("other"), part -> facts.add(fact(part)));
            }
        } catch (RuntimeException e) {
            wrong.add("the store does not open: " + e);
        }
    }

    private static String fact(SnapshotPart part) {
        return DiskTrace.FACT + part.name().toLowerCase(Locale.ROOT);
    }

    /** The process whose calls are recorded; another lane lives in it, too, in a folder of its own. */
    static final class Keeper {
        private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

        private Keeper() {}

        /** Takes the snapshot in that the other lane wrote. */
        static void install(SqliteStore store, Path other, Consumer<SnapshotPart> taken) {
            try (SqliteSnapshots into = new SqliteSnapshots(store, Clock.systemUTC())) {
                for (SnapshotPart part : SnapshotPart.values()) {
                    into.install(part, other.resolve(part.name()), done -> {});
                    taken.accept(part);
                }
            }
        }

        public static void main(String[] arguments) {
            Faults small = new Faults() {
                @Override
                public void opened(Connection writer) throws SQLException {
                    try (Statement statement = writer.createStatement()) {
                        statement.execute("PRAGMA wal_autocheckpoint = 60");
                    }
                }
            };
            Mortal process = new Mortal();
            Path away = Path.of(arguments[1]);
            SqliteStore other = lane(RealStores.sqlite(away), "other");
            SqliteStore store = lane(
                    RealStores.opened(RealStores.settings(Path.of(arguments[0])).withFaults(small)), "me");
            process.say(DiskTrace.FACT + "joined");
            past(other, away);
            install(store, away, part -> process.say(fact(part)));
            StreamId theirs = new StreamId("other", other.facts().epoch());
            for (int i = 0; i < ROUNDS; i++) {
                sell(other, "news " + i);
                take(other, store, theirs);
                process.say(DiskTrace.FACT + "applied " + end(store, theirs).seq());
                process.sell(store, Samples.id("power " + i));
                if (i % 5 == 4) {
                    process.say(DiskTrace.FACT + "purged " + purge(store, theirs));
                }
            }
            Runtime.getRuntime().halt(0);
        }

        private static SqliteStore lane(SqliteStore store, String node) {
            store.write(h -> {
                h.lane().put("node_id", node);
                h.lanes().save(new PairedLane("other", "L2", PairedLane.State.ACTIVE, ""));
                h.lanes().save(new PairedLane("me", "L1", PairedLane.State.ACTIVE, ""));
                return true;
            });
            return store;
        }

        private static void past(SqliteStore other, Path away) {
            other.write(h -> {
                for (int i = 0; i < PRODUCTS; i++) {
                    Samples.offer(h, i);
                }
                return true;
            });
            for (int i = 0; i < PAST_SALES; i++) {
                sell(other, "past " + i);
            }
            try (SqliteSnapshots from = new SqliteSnapshots(other, Clock.systemUTC())) {
                for (SnapshotPart part : SnapshotPart.values()) {
                    from.write("one", part, away.resolve(part.name()));
                }
            }
        }

        private static void sell(SqliteStore store, String name) {
            store.write(h -> Samples.complete(
                    h, Samples.sale(Samples.id(name), "R-" + name, List.of(Samples.product(1), Samples.product(2)))));
        }

        private static Mark end(SqliteStore store, StreamId stream) {
            return store.read(h -> h.replication().vector()).getOrDefault(stream, Mark.NONE);
        }

        private static void take(SqliteStore from, SqliteStore to, StreamId stream) {
            long after = end(to, stream).seq();
            Segment news = from.read(h -> h.replication().read(stream, after, Long.MAX_VALUE, 1_000, 1 << 20))
                    .orElseThrow();
            to.apply(Priority.BACKGROUND, h -> {
                h.replication().keep(news);
                for (Event event : news.events()) {
                    h.settings().put("applied-" + event.seq(), "1", Samples.NOON);
                }
                return true;
            });
        }

        /** As after thirty days; returns up to where the other lane's events are gone. */
        private static long purge(SqliteStore store, StreamId theirs) {
            StreamId own = new StreamId("me", store.facts().epoch());
            Mark mine = end(store, own);
            store.write(h -> {
                h.replication().acknowledged("other", own, mine, Samples.NOON);
                return h.replication().purge(LATER, 10);
            });
            return store.read(h -> h.replication().kept())
                            .getOrDefault(theirs, end(store, theirs).seq() + 1)
                    - 1;
        }
    }
}
