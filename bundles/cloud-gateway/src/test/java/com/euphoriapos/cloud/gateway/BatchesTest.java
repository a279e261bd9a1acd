package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.sync.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Batches are taken in with a statement a table, or event by event: both ways come to the same. */
final class BatchesTest {
    private static final String REFUSAL = "LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''event by event''; END'";

    /** A database with the same two lanes as another one; what is compared has no store's id. */
    private record Shop(CloudDatabase database, List<TestLane> lanes) {
        static Shop of(List<String> nodes) throws SQLException {
            CloudDatabase database = CloudDatabase.create();
            String store = database.store("Corner Shop").toString();
            List<TestLane> lanes = new ArrayList<>();
            for (String node : nodes) {
                String code = database.ask("SELECT pos_admin.make_code(?::uuid)", store);
                try (Connection door = database.door()) {
                    String token = CloudDatabase.text(
                            door, "SELECT pos_api.enrol(?, ?, ?) ->> 'token'", code, node, "L" + lanes.size());
                    lanes.add(new TestLane(node, token));
                }
            }
            return new Shop(database, lanes);
        }

        /** Without the short ways. */
        Shop eventByEvent() throws SQLException {
            database.run(
                    "CREATE OR REPLACE FUNCTION pos.take_all(store uuid, bringer text, events jsonb) RETURNS text[]"
                            + " LANGUAGE sql AS 'SELECT NULL::text[]'",
                    "CREATE OR REPLACE FUNCTION pos.apply_plain(store uuid, events jsonb[], payloads text[]) RETURNS boolean"
                            + " LANGUAGE sql AS 'SELECT false'");
            return this;
        }

        String ingest(int bringer, String batch) throws SQLException {
            try (Connection door = database.door()) {
                return CloudDatabase.text(
                        door,
                        "SELECT pos_api.ingest(?, ?::jsonb)",
                        lanes.get(bringer).token(),
                        batch);
            }
        }

        Map<String, List<String>> tables() throws SQLException {
            Map<String, List<String>> rows = new TreeMap<>();
            try (Connection owner = database.owner()) {
                for (String table : List.of(
                        "event_log",
                        "stream",
                        "lanes",
                        "parked",
                        "transactions",
                        "transaction_items",
                        "transaction_taxes",
                        "transaction_tenders",
                        "inventory_changes",
                        "inventory",
                        "products",
                        "versions",
                        "employees",
                        "feed")) {
                    rows.put(
                            table,
                            CloudDatabase.texts(
                                    owner,
                                    "SELECT (to_jsonb(t) - '{store_id,arrived_at,first_at,enrolled_at,at}'::text[]"
                                            + (table.equals("stream") ? " - 'updated_at'" : "") + ")::text FROM pos."
                                            + table + " t ORDER BY 1"));
                }
            }
            return rows;
        }
    }

    private static List<String> nodes() {
        return List.of(TestLane.node("one of the batches"), TestLane.node("two of the batches"));
    }

    @Test
    void takesAnOrdinaryBatchWithAStatementATable() throws Exception {
        Shop shop = Shop.of(nodes());
        shop.database.run(
                "CREATE OR REPLACE FUNCTION pos.take(store uuid, bringer text, e jsonb, OUT outcome text, OUT reason text, OUT kept text) "
                        + REFUSAL,
                "CREATE OR REPLACE FUNCTION pos.apply(store uuid, event jsonb, payload text) RETURNS text " + REFUSAL);
        TestLane lane = shop.lanes.get(0);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.addAll(lane.sell("gin", "rum", "gin"));
        }
        events.add(lane.write("journal:head", "journal:1", "{}"));

        List<String> answers = shop.database.ingest(lane, lane.batch(events));

        assertEquals(Collections.nCopies(81, "applied"), answers);
        assertEquals(
                "gin|-40000|40",
                shop.database.ask(
                        "SELECT product_id || '|' || on_hand || '|' || sold_count FROM pos.inventory WHERE product_id = 'gin'"));
        assertEquals("20", shop.database.ask("SELECT count(*) FROM pos.transactions"));
    }

    @Test
    void comesToTheSameAsEventByEvent() throws Exception {
        for (int seed = 0; seed < 4; seed++) {
            Shop whole = Shop.of(nodes());
            Shop single = Shop.of(nodes()).eventByEvent();
            Day day = new Day(seed, whole.lanes);
            for (int i = 0; i < 12; i++) {
                int bringer = day.random.nextInt(2);
                String batch = day.batch();
                assertEquals(
                        single.ingest(bringer, batch), whole.ingest(bringer, batch), "seed " + seed + ": " + batch);
            }
            assertEquals(single.tables(), whole.tables(), "seed " + seed);
        }
    }

    /** What two lanes write, and what becomes of it on the way. */
    private static final class Day {
        private static final List<String> PRODUCTS = List.of("gin", "rum", "sake");
        private static final int BATCH = 30;

        private final Random random;
        private final List<TestLane> lanes;
        private final List<List<String>> unsent = List.of(new ArrayList<>(), new ArrayList<>());
        private final List<String> sales = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private int epochs = 1;

        Day(int seed, List<TestLane> lanes) {
            this.random = new Random(seed);
            this.lanes = lanes;
        }

        private String product() {
            return PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        }

        /** Most are sales, and most are sent as they were written. */
        String batch() {
            for (int lane = 0; lane < 2; lane++) {
                for (int i = 0; i < 4; i++) {
                    write(lane);
                }
            }
            List<String> events = new ArrayList<>();
            for (List<String> some : unsent) {
                List<String> now = some.subList(0, Math.min(some.size(), random.nextInt(BATCH)));
                events.addAll(now);
                sent.addAll(now);
                now.clear();
            }
            if (random.nextInt(4) == 0 && !sent.isEmpty()) {
                events.addAll(random.nextInt(events.size() + 1), sent.subList(sent.size() / 2, sent.size() / 2 + 1));
            }
            if (random.nextInt(6) == 0 && events.size() > 2) {
                int place = random.nextInt(events.size());
                events.set(place, spoilt(events.get(place)));
            }
            if (events.isEmpty()) {
                events.add("{}");
            }
            return TestLane.batchOf(events);
        }

        private String spoilt(String event) {
            return switch (random.nextInt(4)) {
                case 0 -> "{}";
                case 1 -> event.replace("\"schema\":1", "\"schema\":\"1\"");
                case 2 -> event.replace("GIN", "RUM").replace("\"ts\":17", "\"ts\":18");
                default -> event.replace("\"topic\"", "\"redacted\":true,\"topic\"");
            };
        }

        private void write(int number) {
            TestLane lane = lanes.get(number);
            if (random.nextInt(15) == 0) {
                lane.reopen(++epochs);
            }
            List<Event> events =
                    switch (random.nextInt(14)) {
                        case 0 ->
                            List.of(lane.product(product(), TestLane.hlc(random.nextInt(9)), "", random.nextInt(900)));
                        case 1 -> List.of(lane.write("no:such", "thing:1", "{}"));
                        case 2 -> List.of(lane.write("journal:head", "journal:1", random.nextBoolean() ? "{}" : "[]"));
                        case 3 -> List.of(lane.write("inventory:update", "product:gin", "no JSON"));
                        case 4 -> sales.isEmpty() ? lane.sell("gin") : lane.sellAs(sales.get(0), "gin", product());
                        case 5 ->
                            lane.together(() -> List.of(
                                    lane.product(product(), TestLane.hlc(random.nextInt(9)), "", 7),
                                    lane.write("inventory:update", "product:gin", "{}")));
                        default -> {
                            String id = TestLane.id("sale " + random.nextInt(60));
                            sales.add(id);
                            yield lane.sellAs(id, product(), product());
                        }
                    };
            for (Event event : events) {
                String batch = lane.batch(List.of(event));
                unsent.get(number).add(batch.substring("{\"events\":[".length(), batch.length() - "]}".length()));
            }
        }
    }
}
