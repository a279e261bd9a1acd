package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a manager changes in the database reaches the lanes, all of it and in order. */
final class FeedTest {
    private static final long PATIENCE_SECONDS = 120;

    private final CornerShop shop = CornerShop.open();
    private final CloudDatabase database = shop.database();
    private final UUID store = shop.store();
    private final TestLane lane = shop.lane();

    private List<String> pull(Connection door, String cursor, int page) throws SQLException {
        return CloudDatabase.texts(
                door,
                """
                SELECT p ->> 'cursor', p ->> 'more', c ->> 'seq', c ->> 'kind', coalesce(c ->> 'id', c ->> 'key'), c ->> 'deleted',
                       c ->> 'priceCents', c -> 'barcodes'
                FROM (SELECT pos_api.pull_changes(?, ?, ?) AS p) x
                LEFT JOIN LATERAL jsonb_array_elements(p -> 'changes') c ON true
                """,
                lane.token(),
                cursor,
                page);
    }

    private List<String> pull(String cursor) throws SQLException {
        try (Connection door = database.door()) {
            return pull(door, cursor, 500);
        }
    }

    private static String cursor(List<String> rows) {
        return rows.get(rows.size() - 1).split("\\|", -1)[0];
    }

    private static String without(String row) {
        return row.substring(row.indexOf('|') + 1);
    }

    @Test
    void showsWhatPlainSqlChanges() throws Exception {
        shop.product("gin", 999);
        database.run("INSERT INTO pos.product_barcodes (store_id, product_id, barcode) VALUES ('" + store
                + "', 'gin', '123')");
        String cursor = cursor(pull(""));

        database.run("UPDATE pos.products SET price_cents = 1099 WHERE sku = '1'");

        List<String> changed = pull(cursor);
        assertEquals(
                List.of("false|3|product|gin|false|1099|{\"123\": 1}"),
                changed.stream().map(FeedTest::without).toList());
        assertEquals(List.of("-|-|-|-|-|-|-|-"), pull(cursor(changed)));
    }

    @Test
    void showsWhatWasDeleted() throws Exception {
        shop.product("gin", 999);
        database.run("INSERT INTO pos.product_barcodes (store_id, product_id, barcode) VALUES ('" + store
                + "', 'gin', '123')");
        String cursor = cursor(pull(""));

        database.run("DELETE FROM pos.products");

        List<String> rows = pull(cursor);
        assertEquals(1, rows.size());
        assertTrue(rows.get(0).endsWith("|product|gin|true|-|-"), rows.get(0));
    }

    @Test
    void showsRulesAndSettings() throws Exception {
        database.run(
                "INSERT INTO pos.discount_rules (store_id, id, scope, percent) VALUES ('" + store
                        + "', 'r', 'ALL', 50000)",
                "INSERT INTO pos.pos_config (store_id, key, value) VALUES ('" + store + "', 'hours', '\"9-5\"')");

        List<String> kinds =
                pull("").stream().map(row -> row.split("\\|", -1)[3]).toList();

        assertEquals(List.of("discount_rule", "pos_config"), kinds);
    }

    @Test
    void readsInPagesAndOnlyTheLatestOfEachThing() throws Exception {
        for (int i = 0; i < 7; i++) {
            shop.product("p" + i, i);
        }
        database.run("UPDATE pos.products SET price_cents = 50 WHERE id IN ('p0', 'p3')");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        try (Connection door = database.door()) {
            List<String> rows = pull(door, cursor, 3);
            while (!rows.get(0).startsWith("-")) {
                rows.stream()
                        .filter(row -> !row.contains("|-|-|-|-|-|-"))
                        .forEach(row -> seen.add(row.split("\\|", -1)[4]));
                cursor = cursor(rows);
                rows = pull(door, cursor, 3);
            }
        }
        assertEquals(List.of("p1", "p2", "p4", "p5", "p6", "p0", "p3"), seen);
    }

    @Test
    void startsAnewWhenTheCloudWasRestored() throws Exception {
        shop.product("gin", 999);
        String cursor = cursor(pull(""));
        database.ask("SELECT pos_admin.renew_feed(?::uuid)", store.toString());

        List<String> rows = pull(cursor);

        assertEquals("false|1|product|gin|false|999|{}", without(rows.get(0)));
        assertEquals(rows, pull("nonsense"));
        assertEquals(rows, pull("0123456789abcdef.1"));
    }

    @Test
    void startsAnewWhenALaneKnowsMoreThanTheCloudDoes() throws Exception {
        shop.product("gin", 999);
        String before = cursor(pull(""));
        database.run("UPDATE pos.products SET price_cents = 1099");
        String lost = cursor(pull(before));

        // As after a backup was restored, and nobody said so.
        database.run("WITH gone AS (DELETE FROM pos.feed WHERE seq = 2) UPDATE pos.feed_heads SET seq = 1");
        database.run("UPDATE pos.feed SET latest = true");

        List<String> rows = pull(lost);
        assertEquals(
                List.of("false|1|product|gin|false|999|{}"),
                rows.stream().map(FeedTest::without).toList());
        // Its neighbours, who knew less, begin anew too: what has their numbers now is something else.
        assertFalse(cursor(rows).startsWith(before.substring(0, 16)), cursor(rows));
        assertEquals(rows, pull(before));
        // Nobody can have it done again and again.
        String beyond = cursor(rows).replaceFirst("[.].*", ".99");
        assertEquals(rows, pull(beyond));
    }

    @Test
    void cutsAPageBeforeItIsMoreThanALaneReads() throws Exception {
        database.run("INSERT INTO pos.pos_config (store_id, key, value) SELECT '" + store
                + "', 'key' || n, to_json(repeat('x', 131000))::text FROM generate_series(1, 40) n");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        String more = "true";
        int pages = 0;
        while (more.equals("true")) {
            List<String> rows = pull(cursor);
            rows.forEach(row -> seen.add(row.split("\\|", -1)[4]));
            cursor = cursor(rows);
            more = rows.get(0).split("\\|", -1)[1];
            pages++;
        }

        assertEquals(3, pages);
        assertEquals(40, seen.stream().distinct().count());
        assertEquals(40, seen.size());
        assertEquals(List.of("-|-|-|-|-|-|-|-"), pull(cursor));
    }

    @Test
    void letsAManagerWinAgainstALanesClockThatIsAhead() throws Exception {
        String dayAhead = String.format("%012x-0000", 4_000_000_000_000L);
        assertEquals(
                List.of("applied"), database.ingest(lane, lane.batch(List.of(lane.product("gin", dayAhead, "", 500)))));

        database.run("UPDATE pos.products SET price_cents = 700");

        String cloud = database.ask("SELECT hlc || ' ' || node FROM pos.versions");
        assertEquals(dayAhead.replace("-0000", "-0001") + " cloud", cloud);
        assertEquals(
                "f",
                database.ask("SELECT (rival > base)::text FROM pos.versions").substring(0, 1));
        // An edit of somebody who had not seen the manager's price loses, and the manager's needs no review because of
        // an older one.
        String stale = lane.batch(List.of(lane.product("gin", TestLane.hlc(1), "", 600)));
        assertEquals(List.of("applied"), database.ingest(lane, stale));
        assertEquals("700", database.ask("SELECT price_cents FROM pos.products"));
    }

    @Test
    void publishesALanesEditOnceAndItsLossNever() throws Exception {
        database.ingest(lane, lane.batch(List.of(lane.product("gin", TestLane.hlc(5), "", 500))));
        String cursor = cursor(pull(""));

        database.ingest(lane, lane.batch(List.of(lane.product("gin", TestLane.hlc(3), "", 400))));

        assertEquals(List.of("-|-|-|-|-|-|-|-"), pull(cursor));
        assertTrue(cursor.endsWith(".1"), cursor);
        assertEquals("true", database.ask("SELECT needs_review::text FROM pos.products"));
    }

    @Test
    void neverSetsStockByHandAndNeverTruncatesUnseen() throws Exception {
        database.ingest(lane, lane.batch(lane.sell("gin")));

        for (String forbidden : List.of(
                "UPDATE pos.inventory SET on_hand = 5",
                "DELETE FROM pos.inventory",
                "TRUNCATE pos.products CASCADE",
                "TRUNCATE pos.pos_config")) {
            SQLException refused = assertThrows(SQLException.class, () -> database.run(forbidden));
            assertEquals("23001", refused.getSQLState(), forbidden);
        }
        assertEquals("-1000", database.ask("SELECT on_hand FROM pos.inventory"));
    }

    @Test
    void showsEveryCommitWhoeverCommitsWhen() throws Exception {
        int writers = 4;
        int rounds = 25;
        for (int i = 0; i < writers; i++) {
            shop.product("p" + i, 0);
        }
        shop.product("shared", 0);
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                running.add(pool.submit(() -> write(number, rounds)));
            }
            Map<String, Long> seen = new HashMap<>();
            List<Long> numbers = new ArrayList<>();
            String cursor = "";
            boolean ended = false;
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            try (Connection door = database.door()) {
                while (true) {
                    assertTrue(System.nanoTime() < deadline, "the writers have not ended");
                    List<String> rows = pull(door, cursor, 2);
                    if (rows.get(0).startsWith("-")) {
                        if (ended) {
                            break;
                        }
                        ended = running.stream().allMatch(Future::isDone);
                        continue;
                    }
                    cursor = cursor(rows);
                    for (String row : rows) {
                        String[] columns = row.split("\\|", -1);
                        if (!columns[2].equals("-")) {
                            numbers.add(Long.parseLong(columns[2]));
                            seen.put(columns[4], Long.parseLong(columns[6]));
                        }
                    }
                }
            }
            for (Future<?> writer : running) {
                writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            for (int i = 0; i < writers; i++) {
                assertEquals(rounds, seen.get("p" + i), "the last price of p" + i);
            }
            assertEquals(numbers.stream().sorted().toList(), numbers);
            assertEquals(
                    "true",
                    database.ask(
                            "SELECT (max(seq) = count(*) AND max(seq) = (SELECT seq FROM pos.feed_heads))::text FROM pos.feed"));
        } finally {
            pool.shutdownNow();
        }
    }

    /** Changes its own product and one that all change, and takes every third transaction back. */
    private Void write(int number, int rounds) throws SQLException {
        Random random = new Random(number);
        try (Connection owner = database.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (int round = 1; round <= rounds; round++) {
                if (random.nextInt(3) == 0) {
                    statement.execute("UPDATE pos.products SET price_cents = 999999 WHERE id = 'p" + number + "'");
                    owner.rollback();
                }
                statement.execute("UPDATE pos.products SET price_cents = " + round + " WHERE id = 'p" + number + "'");
                statement.execute("UPDATE pos.products SET price_cents = price_cents + 1 WHERE id = 'shared'");
                owner.commit();
            }
        }
        return null;
    }

    @Test
    void takesTheSameEventsFromTwoLanesAtOnce() throws Exception {
        TestLane other = shop.lane("L2");
        List<String> batches = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            batches.add(lane.batch(lane.sell("gin", "rum")));
            batches.add(other.batch(other.sell("rum", "gin")));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (TestLane bringer : List.of(lane, other, lane, other)) {
                running.add(pool.submit(() -> {
                    for (String batch : batches) {
                        database.ingest(bringer, batch);
                    }
                    return null;
                }));
            }
            Await.until("all have brought everything", Duration.ofSeconds(PATIENCE_SECONDS), () -> running.stream()
                    .allMatch(Future::isDone));
            for (Future<?> bringer : running) {
                bringer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(
                "12|-12000|-12000",
                database.ask(
                        """
                SELECT (SELECT count(*) FROM pos.transactions) || '|' ||
                       (SELECT string_agg(on_hand::text, '|' ORDER BY product_id) FROM pos.inventory)
                """));
        assertEquals("36", database.ask("SELECT count(*) FROM pos.event_log"));
        assertEquals("0", database.ask("SELECT count(*) FROM pos.parked"));
        assertFalse(database.ask("SELECT sum(change_amount) FROM pos.inventory_changes")
                .isEmpty());
    }
}
