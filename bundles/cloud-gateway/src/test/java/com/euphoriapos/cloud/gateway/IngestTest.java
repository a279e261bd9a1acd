package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.domain.HashChain;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a batch: each event once, whatever is sent how often. */
final class IngestTest {
    private final CornerShop shop = CornerShop.open();
    private final CloudDatabase database = shop.database();
    private final UUID store = shop.store();
    private final TestLane lane = shop.lane();

    private String onHand(String product) throws SQLException {
        return database.ask("SELECT on_hand FROM pos.inventory WHERE product_id = ?", product);
    }

    @Test
    void takesASaleWithItsLinesAndItsStock() throws Exception {
        assertEquals(
                List.of("applied", "applied", "applied"), database.ingest(lane, lane.batch(lane.sell("gin", "rum"))));

        assertEquals(
                "L1|COMPLETED|2026-03-04|1998|2000",
                database.ask(
                        """
                        SELECT workstation_id || '|' || status || '|' || business_day || '|' || total_cents || '|' || item_count
                        FROM pos.transactions
                        """));
        assertEquals("2", shop.count("transaction_items"));
        assertEquals("1", shop.count("transaction_taxes"));
        assertEquals("1998", database.ask("SELECT tendered_cents - change_cents FROM pos.transaction_tenders"));
        assertEquals("-1000", onHand("gin"));
        assertEquals("3", shop.count("event_log"));
    }

    @Test
    void takesABatchOnceHoweverOftenItComes() throws Exception {
        String batch = lane.batch(lane.sell("gin"));
        database.ingest(lane, batch);

        List<String> again = database.ingest(lane, batch);

        assertEquals(List.of("duplicate", "duplicate"), again);
        assertEquals("1", shop.count("transactions"));
        assertEquals("-1000", onHand("gin"));
        assertEquals("2", shop.count("event_log"));
    }

    @Test
    void takesASaleOnceAlsoAsAnotherEvent() throws Exception {
        String sale = TestLane.id("the sale");
        database.ingest(lane, lane.batch(lane.sellAs(sale, "gin")));

        List<String> again = database.ingest(lane, lane.batch(lane.sellAs(sale, "gin")));

        assertEquals(List.of("duplicate", "duplicate"), again);
        assertEquals("-1000", onHand("gin"));
    }

    @Test
    void parksASaleWhoseIdHasAnotherContent() throws Exception {
        String sale = TestLane.id("the sale");
        database.ingest(lane, lane.batch(lane.sellAs(sale, "gin")));

        Event other = lane.write("transaction:new", "transaction:" + sale, TestLane.sale(sale, "gin", "rum"));
        String answer = database.ingest(lane, lane.batch(List.of(other))).get(0);

        assertTrue(answer.startsWith("parked: The sale " + sale), answer);
        assertEquals("1", shop.count("parked"));
        assertEquals("999", database.ask("SELECT total_cents FROM pos.transactions"));
        assertEquals("1", shop.count("transaction_items"));
    }

    @Test
    void parksAChangeOfStockWhoseIdHasAnotherContent() throws Exception {
        String change = TestLane.id("change");
        Event one = lane.write("inventory:update", "product:gin", TestLane.change(change, "gin", 5000, ""));
        Event other = lane.write("inventory:update", "product:gin", TestLane.change(change, "gin", 6000, ""));

        List<String> answers = database.ingest(lane, lane.batch(List.of(one, other)));

        assertEquals("applied", answers.get(0));
        assertTrue(answers.get(1).startsWith("parked: The change "), answers.get(1));
        assertEquals("5000", onHand("gin"));
    }

    @Test
    void parksWhatBreaksARuleAndGoesOn() throws Exception {
        String sale = TestLane.id("a sale");
        List<Event> events = new ArrayList<>();
        events.add(lane.write("transaction:new", "transaction:" + sale, "{\"id\":\"" + sale + "\"}"));
        events.add(lane.write("transaction:new", "transaction:other", TestLane.sale(sale, "gin")));
        events.add(lane.write(
                "transaction:new",
                "transaction:" + sale,
                TestLane.sale(sale, "gin").replace("\"quantity\":1000", "\"quantity\":\"1000\"")));
        events.add(lane.write(
                "transaction:new",
                "transaction:" + sale,
                TestLane.sale(sale, "gin").replace("2026-03-04", "2026-02-30")));
        events.add(lane.write(
                "transaction:new",
                "transaction:" + sale,
                TestLane.sale(sale, "gin").replace("999,", "9.99,")));
        events.add(lane.write("no:such", "thing:1", "{}"));
        events.add(lane.write("inventory:update", "product:gin", "no JSON"));
        events.add(lane.write("inventory:update", "product:gin", "[]"));
        events.add(lane.write(
                "pos_config:update",
                "pos_config:recovery_verifier",
                "{\"key\":\"recovery_verifier\",\"value\":1,\"base\":\"\"}"));
        events.add(lane.write("inventory:update", "product:gin", "{\"productId\":\"g\\u0000\"}"));
        events.addAll(lane.sell("gin"));

        List<String> answers = database.ingest(lane, lane.batch(events));

        assertEquals(10, answers.stream().filter(a -> a.startsWith("parked: ")).count(), answers.toString());
        assertTrue(answers.get(0).contains("items is missing"), answers.get(0));
        assertEquals("parked: The topic no:such is not known here.", answers.get(5));
        assertEquals(List.of("applied", "applied"), answers.subList(10, 12));
        assertEquals("10", shop.count("parked"));
        assertEquals("1", shop.count("transactions"));
    }

    @Test
    void parksAFormOfALaterProgram() throws Exception {
        Event later = lane.write("inventory:update", "product:gin", TestLane.change(TestLane.id("c"), "gin", 1000, ""));
        String event = TestLane.json(newForm(later), "");

        List<String> answers = database.ingest(lane, TestLane.batchOf(List.of(event)));

        assertEquals(List.of("parked: The form 2 of inventory:update is not known here."), answers);
    }

    private static Event newForm(Event event) {
        return new Event(
                        event.id(),
                        event.topic(),
                        event.stream(),
                        event.seq(),
                        event.txg(),
                        event.aggregate(),
                        event.hlc(),
                        event.ts(),
                        event.actor(),
                        2,
                        event.payload(),
                        "")
                .linked(HashChain.START);
    }

    @Test
    void appliesParkedEventsOnceTheirRuleHolds() throws Exception {
        String change = TestLane.id("change");
        Event one = lane.write("inventory:update", "product:gin", TestLane.change(change, "gin", 5000, ""));
        Event other = lane.write("inventory:update", "product:gin", TestLane.change(change, "gin", 6000, ""));
        database.ingest(lane, lane.batch(List.of(one, other)));
        assertEquals("0", database.ask("SELECT pos_admin.retry_parked(?::uuid)", store.toString()));
        assertEquals("2", database.ask("SELECT attempts FROM pos.parked"));
        database.run("DELETE FROM pos.inventory_changes");

        String retried = database.ask("SELECT pos_admin.retry_parked(?::uuid)", store.toString());

        assertEquals("1", retried);
        assertEquals("0", shop.count("parked"));
        assertEquals("6000", database.ask("SELECT change_amount FROM pos.inventory_changes"));
    }

    @Test
    void stampsAnEditThatIsAppliedOnlyLaterAsAllOthers() throws Exception {
        String change = TestLane.id("delivery");
        Event one = lane.write("inventory:update", "product:gin", TestLane.change(change, "gin", 5000, ""));
        List<Event> group = lane.together(() -> List.of(
                lane.product("gin", TestLane.hlc(5), "", 700),
                lane.write("inventory:update", "product:gin", TestLane.change(change, "gin", 6000, ""))));
        database.ingest(lane, lane.batch(List.of(one)));
        database.ingest(lane, lane.batch(group));
        database.run("DELETE FROM pos.inventory_changes");

        assertEquals("2", database.ask("SELECT pos_admin.retry_parked(?::uuid)", store.toString()));

        assertEquals(
                group.get(0).stamp(),
                database.ask("SELECT hlc || ' ' || node FROM pos.versions WHERE agg = 'product:gin'"));
    }

    @Test
    void refusesAGapAndGoesOnWhereItIs() throws Exception {
        List<Event> events = lane.sell("gin", "rum", "sake");
        database.ingest(lane, lane.batch(events.subList(0, 1)));

        List<String> gap = database.ingest(lane, lane.batch(events.subList(2, 4)));
        List<String> whole = database.ingest(lane, lane.batch(events));

        assertEquals(List.of("refused: gap: 1 is the last one here", "refused: gap: 1 is the last one here"), gap);
        assertEquals(List.of("duplicate", "applied", "applied", "applied"), whole);
    }

    @Test
    void refusesWhatDoesNotContinueTheChain() throws Exception {
        List<Event> events = lane.sell("gin");
        String forged = TestLane.json(events.get(1), "").replace("-1000", "-9000");

        List<String> answers =
                database.ingest(lane, TestLane.batchOf(List.of(TestLane.json(events.get(0), ""), forged)));

        assertEquals(List.of("applied", "refused: hash: the event does not continue the chain"), answers);
        assertEquals("0", shop.count("inventory"));
        assertEquals("1", database.ask("SELECT applied_seq FROM pos.stream"));
    }

    @Test
    void refusesAnotherEventOfAKnownNumber() throws Exception {
        TestLane copy = new TestLane(lane.node(), lane.token());
        database.ingest(lane, lane.batch(lane.sell("gin")));

        List<String> answers = database.ingest(copy, copy.batch(copy.sell("rum")));

        assertEquals("refused: differs: another event has this number", answers.get(0));
        assertEquals("1", shop.count("transactions"));
    }

    @Test
    void followsALaneThroughItsEpochs() throws Exception {
        database.ingest(lane, lane.batch(lane.sell("gin")));
        lane.reopen(2);

        assertEquals(List.of("applied", "applied"), database.ingest(lane, lane.batch(lane.sell("gin"))));
        assertEquals("-2000", onHand("gin"));
    }

    @Test
    void beginsALogWhereItsLaneHasPurgedTheBeginning() throws Exception {
        List<Event> events = lane.sell("gin", "rum");
        String second =
                TestLane.json(events.get(1), ",\"previous\":\"" + events.get(0).hash() + "\"");

        List<String> answers =
                database.ingest(lane, TestLane.batchOf(List.of(second, TestLane.json(events.get(2), ""))));

        assertEquals(List.of("applied", "applied"), answers);
        assertEquals("1|3", database.ask("SELECT since_seq || '|' || applied_seq FROM pos.stream"));
    }

    @Test
    void takesTheEventsOfALaneFromItsNeighbour() throws Exception {
        TestLane burned = shop.lane("L2");
        List<Event> events = burned.sell("gin");

        List<String> brought = database.ingest(lane, burned.batch(events));
        List<String> late = database.ingest(burned, burned.batch(events));

        assertEquals(List.of("applied", "applied"), brought);
        assertEquals(List.of("duplicate", "duplicate"), late);
        assertEquals(lane.node(), database.ask("SELECT DISTINCT brought_by FROM pos.event_log"));
    }

    @Test
    void takesNoEventsOfAnotherStoresLane() throws Exception {
        TestLane foreign = database.lane(database.store("Other Shop"), "L1");

        List<String> answers = database.ingest(lane, foreign.batch(foreign.sell("gin")));

        assertEquals(
                List.of("refused: origin: a lane of another store", "refused: origin: a lane of another store"),
                answers);
        assertEquals("0", shop.count("event_log"));
    }

    @Test
    void keepsNothingOfWhatPeopleSignInWith() throws Exception {
        String person =
                """
                {"id":"dana","firstName":"Dana","lastName":"R","role":"MANAGER","active":true,"pinLength":6,"pinLookup":"SECRET1",
                "pinHash":"SECRET2","badgeLookup":"SECRET3","parts":["person","pin","badge","active"],
                "base":{"person":"","pin":"","badge":"","active":""},"actorRole":"OWNER","updatedAt":5}""";
        List<Event> events = List.of(lane.write("employee:upsert", "employee:dana", person));

        assertEquals(List.of("applied"), database.ingest(lane, lane.batch(events)));

        assertEquals("MANAGER|true", database.ask("SELECT role || '|' || is_active FROM pos.employees"));
        assertEquals("true", database.ask("SELECT redacted::text FROM pos.event_log"));
        assertFalse(database.ask("SELECT payload FROM pos.event_log").contains("SECRET"));
    }

    @Test
    void goesOnAfterAMessageThatWasSentWithoutItsSecrets() throws Exception {
        String secret =
                "{\"id\":\"dana\",\"firstName\":\"Dana\",\"lastName\":\"R\",\"role\":\"MANAGER\",\"active\":false,"
                        + "\"parts\":[\"active\"],\"base\":{\"active\":\"\"},\"updatedAt\":5,\"pinHash\":\"SECRET\"}";
        Event whole = lane.write("employee:upsert", "employee:dana", secret);
        String redacted = TestLane.json(whole, ",\"redacted\":true").replace(",\\\"pinHash\\\":\\\"SECRET\\\"", "");
        List<Event> sale = lane.sell("gin");
        List<String> batch = new ArrayList<>(List.of(redacted));
        sale.forEach(event -> batch.add(TestLane.json(event, "")));

        List<String> answers = database.ingest(lane, TestLane.batchOf(batch));

        assertEquals(List.of("applied", "applied", "applied"), answers);
        assertEquals("false", database.ask("SELECT is_active::text FROM pos.employees"));
        TestLane other = shop.lane("L2");
        String hidden = TestLane.json(other.sell("gin").get(0), ",\"redacted\":true");
        assertEquals(
                List.of("refused: redacted: only what tells of people may be"),
                database.ingest(other, TestLane.batchOf(List.of(hidden))));
    }

    @Test
    void keepsSomebodyWhoWasSentAwayOut() throws Exception {
        String form =
                """
                {"id":"dana","firstName":"Dana","lastName":"R","role":"CASHIER","active":%s,"parts":["active"],
                "base":{"active":"%s"},"actorRole":"OWNER","updatedAt":5}""";
        List<Event> events = List.of(
                lane.write("employee:upsert", "employee:dana", TestLane.hlc(5), form.formatted("false", "")),
                lane.write("employee:upsert", "employee:dana", TestLane.hlc(9), form.formatted("true", "")));
        database.ingest(lane, lane.batch(events));
        assertEquals("false", database.ask("SELECT is_active::text FROM pos.employees"));

        Event seen = lane.write(
                "employee:upsert",
                "employee:dana",
                TestLane.hlc(7),
                form.formatted("true", TestLane.hlc(5) + " " + lane.stream().author()));
        database.ingest(lane, lane.batch(List.of(seen)));

        assertEquals("true", database.ask("SELECT is_active::text FROM pos.employees"));
    }

    @Test
    void keepsASettingCharacterByCharacter() throws Exception {
        String value = "{\"rates\" : [1.50, 2e1],  \"b\":1,\"a\":2}";
        Event event = lane.write(
                "pos_config:update",
                "pos_config:tax_rates",
                "{\"key\":\"tax_rates\",\"value\":" + value
                        + ",\"base\":\"\",\"actorRole\":\"OWNER\",\"updatedAt\":5}");

        assertEquals(List.of("applied"), database.ingest(lane, lane.batch(List.of(event))));

        assertEquals(value, database.ask("SELECT value FROM pos.pos_config"));
    }

    @Test
    void takesASetUpThatSaysWhetherTheLaneIsADemo() throws Exception {
        String setting = "{\"key\":\"%s\",\"value\":%s,\"base\":\"\",\"actorRole\":\"OWNER\",\"updatedAt\":5}";
        List<Event> setUp = List.of(
                lane.write("pos_config:update", "pos_config:demo", setting.formatted("demo", "false")),
                lane.write(
                        "pos_config:update", "pos_config:store_name", setting.formatted("store_name", "\"Corner\"")));

        assertEquals(List.of("applied", "applied"), database.ingest(lane, lane.batch(setUp)));

        assertEquals("store_name", database.ask("SELECT string_agg(key, ' ') FROM pos.pos_config"));
    }

    @Test
    void comesToTheSameWinnerInAnyOrder() throws Exception {
        List<TestLane> authors = List.of(lane, shop.lane("L2"), shop.lane("L3"));
        List<Event> edits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            edits.add(authors.get(i).product("gin", TestLane.hlc(i == 2 ? 1 : 2), "", 100 + i));
        }
        String winner = "";
        for (int seed = 0; seed < 6; seed++) {
            CloudDatabase fresh = CloudDatabase.create();
            UUID again = fresh.store("Corner Shop");
            TestLane bringer = fresh.lane(again, "L9");
            List<Event> order = new ArrayList<>(edits);
            Collections.shuffle(order, new Random(seed));
            for (Event edit : order) {
                assertEquals(
                        List.of("applied"), fresh.ingest(bringer, TestLane.batchOf(List.of(TestLane.json(edit, "")))));
            }
            String shown = fresh.ask(
                    """
                    SELECT concat_ws('|', p.price_cents, p.needs_review, v.hlc, v.node, v.base, v.rival)
                    FROM pos.products p JOIN pos.versions v ON v.agg = 'product:' || p.id
                    """);
            winner = winner.isEmpty() ? shown : winner;
            assertEquals(winner, shown);
        }
        assertTrue(winner.contains("|t|"), winner);
    }

    @Test
    void refusesMalformedEventsOneByOne() throws Exception {
        String good = TestLane.json(lane.sell("gin").get(0), "");
        List<String> events = List.of(
                "1",
                "{}",
                good.replace("\"seq\":1", "\"seq\":0"),
                good.replace("\"seq\":1", "\"seq\":\"1\""),
                good.replace("\"schema\":1", "\"schema\":1.5"),
                good.replace("\"hash\":\"", "\"hash\":\"X"),
                good.replace("\"topic\":\"transaction:new\"", "\"topic\":\"\""),
                good.replaceFirst("\"payload\":\"", "\"payload\":null,\"x\":\""),
                good);

        List<String> answers = database.ingest(lane, TestLane.batchOf(events));

        assertEquals(
                8,
                answers.stream().filter(a -> a.startsWith("refused: The event")).count(),
                answers.toString());
        assertEquals("applied", answers.get(8));
    }

    @Test
    void refusesABatchThatIsTooLargeOrNone() throws Exception {
        String event = TestLane.json(lane.sell("gin").get(0), "");
        String tooMany = TestLane.batchOf(Collections.nCopies(101, event));
        String tooLarge = TestLane.batchOf(List.of(event.replace("ACORN GIN", "A".repeat(263_000))));

        for (String bad : List.of(tooMany, tooLarge)) {
            assertEquals(
                    "PT413",
                    assertThrows(SQLException.class, () -> database.ingest(lane, bad))
                            .getSQLState());
        }
        for (String bad : List.of("[]", "1", "{}", "{\"events\":1}", "{\"events\":[]}")) {
            assertEquals(
                    "PT400",
                    assertThrows(SQLException.class, () -> database.ingest(lane, bad))
                            .getSQLState());
        }
        assertEquals("0", shop.count("event_log"));
    }

    @Test
    void saysWhereTheCloudIs() throws Exception {
        List<Event> events = lane.sell("gin");
        database.ingest(lane, lane.batch(events));
        Event last = events.get(1);
        try (Connection door = database.door()) {
            String positions =
                    CloudDatabase.text(door, "SELECT pos_api.positions(?, '', '') -> 'positions'", lane.token());
            assertEquals(
                    "[[\"" + lane.node() + "\", \"" + last.stream().epoch() + "\", 2, \"" + last.hash() + "\"]]",
                    positions);
        }
    }

    @Test
    void digestsADayOfSales() throws Exception {
        database.ingest(lane, lane.batch(lane.sellAs("00000000-0000-0000-0000-000000000001", "gin")));
        database.ingest(lane, lane.batch(lane.sellAs("00000000-0000-0000-0000-000000000002", "gin")));
        String expected = sha256(
                """
                00000000-0000-0000-0000-000000000001 999
                00000000-0000-0000-0000-000000000002 999
                """);
        try (Connection door = database.door()) {
            assertEquals(
                    List.of("2026-03-04|2|" + expected + "|1998"),
                    CloudDatabase.texts(
                            door,
                            """
                            SELECT d ->> 'day', d ->> 'count', d ->> 'digest', d ->> 'totalCents'
                            FROM jsonb_array_elements(pos_api.digests(?, '2026-02-20') -> 'days') d
                            """,
                            lane.token()));
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
