package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no lane of ours sends and no owner means to type: it is refused or parked where it comes in, and stops nobody else. */
final class HardInputTest {
    private static final long HUGE = 9_000_000_000_000_000_000L;

    private final CornerShop shop = CornerShop.open();
    private final CloudDatabase database = shop.database();
    private final TestLane lane = shop.lane();

    /** A text that can't be packed. */
    private static String noise(int length) {
        Random random = new Random(7);
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf((char) ('!' + 2 + random.nextInt(55))))
                .collect(Collectors.joining());
    }

    private static String product(String field, String text) {
        String plain =
                """
                {"updatedAt":1,"actorRole":"OWNER","products":[{"id":"gin","sku":"10001","name":"ACORN GIN","category":"GIN",
                "sizeMillilitres":750,"priceCents":999,"caseSize":12,"taxCategory":"STANDARD","active":true,
                "barcodes":{"00012345678905":1},"base":""}]}""";
        return switch (field) {
            case "barcode" -> plain.replace("00012345678905", text);
            case "priceCents" -> plain.replace("999,", text + ",");
            default ->
                plain.replaceFirst(
                        "\"" + field + "\":\"[^\"]*\"", Matcher.quoteReplacement("\"" + field + "\":\"" + text + "\""));
        };
    }

    @Test
    void parksTextsThatNoLaneCouldShow() throws Exception {
        for (String field : List.of("id", "sku", "name", "category", "taxCategory", "barcode")) {
            Event event = lane.write("product:bulk_upsert", "product:bulk", product(field, noise(5_000)));

            List<String> results = database.ingest(lane, lane.batch(List.of(event)));

            assertTrue(results.get(0).startsWith("parked: "), field + ": " + results);
        }
        for (String topic : List.of("pos_config:update", "discount_rule:upsert", "employee:upsert")) {
            String thing = topic.substring(0, topic.indexOf(':'));
            Event event = lane.write(
                    topic,
                    thing + ":x",
                    """
                    {"key":"%1$s","id":"%1$s","value":1,"base":{"person":""},"parts":["person"],"firstName":"a","lastName":"b",
                    "role":"OWNER","active":true,"updatedAt":1}"""
                            .formatted(noise(5_000)));

            List<String> results = database.ingest(lane, lane.batch(List.of(event)));

            assertTrue(results.get(0).startsWith("parked: "), topic + ": " + results);
        }
        assertEquals(
                "applied", database.ingest(lane, lane.batch(lane.sell("gin"))).get(0));
    }

    @Test
    void parksASaleThatWouldBreakTheDaysSums() throws Exception {
        for (String[] change : new String[][] {
            {"\"total\":999", "\"total\":" + HUGE},
            {"\"subtotal\":999", "\"subtotal\":" + HUGE},
            {"\"completedAt\":", "\"completedAt\":" + HUGE + ",\"was\":"},
            {"\"businessDay\":\"2026-03-04\"", "\"businessDay\":\"infinity\""},
            {"\"businessDay\":\"2026-03-04\"", "\"businessDay\":\"today\""},
            {"\"businessDay\":\"2026-03-04\"", "\"businessDay\":\"2026-02-30\""},
            {"\"quantity\":1000", "\"quantity\":" + HUGE},
            {"\"extendedAmount\":999", "\"extendedAmount\":" + HUGE},
            {"\"tendered\":1000", "\"tendered\":" + HUGE}
        }) {
            for (int i = 0; i < 2; i++) {
                String id = TestLane.id(change[1] + i);
                Event event = lane.write(
                        "transaction:new",
                        "transaction:" + id,
                        TestLane.sale(id, "gin").replace(change[0], change[1]));

                List<String> results = database.ingest(lane, lane.batch(List.of(event)));

                assertTrue(results.get(0).startsWith("parked: "), change[1] + ": " + results);
            }
        }
        database.ingest(lane, lane.batch(lane.sell("gin")));

        try (Connection door = database.door()) {
            assertEquals(
                    "999",
                    CloudDatabase.text(
                            door, "SELECT pos_api.digests(?, '2026-03-01') #>> '{days,0,totalCents}'", lane.token()));
        }
    }

    @Test
    void parksWhatIsNestedTooDeepToBeRead() throws Exception {
        int depth = 20_000;
        String deep = "[".repeat(depth) + "]".repeat(depth);
        for (String topic : List.of("transaction:new", "employee:upsert", "pos_config:update", "no:such")) {
            Event event = lane.write(topic, topic.substring(0, topic.indexOf(':')) + ":x", deep);

            List<String> results = database.ingest(lane, lane.batch(List.of(event)));

            assertTrue(results.get(0).startsWith("parked: "), topic + ": " + results);
        }
        assertEquals(
                "applied", database.ingest(lane, lane.batch(lane.sell("gin"))).get(0));
    }

    @Test
    void refusesAnEventThatIsHalfHidden() throws Exception {
        Event event = lane.write("no:such", "thing:1", "{}");
        String batch = TestLane.batchOf(List.of(TestLane.json(event, ",\"redacted\":\"perhaps\"")));

        List<String> results = database.ingest(lane, batch);

        assertTrue(results.get(0).startsWith("refused: "), results.toString());
    }

    @Test
    void parksAChangeOfStockThatWouldStopTheNextOne() throws Exception {
        for (int i = 0; i < 2; i++) {
            Event event = lane.write(
                    "inventory:update", "product:gin", TestLane.change(TestLane.id("huge" + i), "gin", -HUGE, ""));

            List<String> results = database.ingest(lane, lane.batch(List.of(event)));

            assertTrue(results.get(0).startsWith("parked: "), results.toString());
        }
        assertEquals(
                "applied", database.ingest(lane, lane.batch(lane.sell("gin"))).get(0));
    }

    private String refusal(String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> database.run(sql), sql);
        assertEquals("23514", refused.getSQLState(), sql);
        return String.valueOf(refused.getMessage());
    }

    @Test
    void refusesByHandWhatNoLaneCouldTake() throws Exception {
        shop.product("gin", 999);
        String insert = "INSERT INTO pos.products (store_id, id, sku, name, price_cents, tax_category) VALUES ('"
                + shop.store() + "', ";
        assertTrue(refusal(insert + "' ', '2', 'RUM', 1, 'standard')").contains("id"));
        assertTrue(
                refusal(insert + "repeat('x', 201), '2', 'RUM', 1, 'standard')").contains("id"));
        assertTrue(refusal("UPDATE pos.products SET price_cents = -1").contains("price"));
        assertTrue(refusal("UPDATE pos.products SET price_cents = 100000001").contains("price"));
        assertTrue(refusal("UPDATE pos.products SET sku = ' '").contains("sku"));
        assertTrue(refusal("UPDATE pos.products SET name = repeat('x', 501)").contains("name"));
        assertTrue(refusal("UPDATE pos.products SET tax_category = ''").contains("tax"));
        assertTrue(refusal("UPDATE pos.products SET case_size = 3000000000").contains("case"));
        database.run("INSERT INTO pos.product_barcodes (store_id, product_id, barcode) VALUES ('" + shop.store()
                + "', 'gin', '4006381333931')");
        assertEquals(
                "04006381333931", database.ask("SELECT barcode FROM pos.product_barcodes"), "as a scan looks for it");
        assertTrue(refusal("UPDATE pos.product_barcodes SET barcode = '4006381333932'")
                .contains("no barcode"));
        assertTrue(refusal("INSERT INTO pos.product_barcodes (store_id, product_id, barcode) VALUES ('" + shop.store()
                        + "', 'gin', repeat('1', 1500))")
                .contains("barcode"));
        assertTrue(
                refusal("INSERT INTO pos.pos_config (store_id, key, value) VALUES ('" + shop.store() + "', ' ', '1')")
                        .contains("key"));
        assertTrue(refusal("INSERT INTO pos.discount_rules (store_id, id, scope) VALUES ('" + shop.store()
                        + "', repeat('r', 300), 'ALL')")
                .contains("id"));
    }
}
