package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.sync.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one transaction of a lane wrote is applied together or not at all, and is never taken for more than it is. */
final class GroupsTest {
    private final CornerShop shop = CornerShop.open();
    private final CloudDatabase database = shop.database();
    private final TestLane lane = shop.lane();

    private List<Event> saleWithAStockChangeThatIsNone(String saleId) {
        return lane.together(() -> List.of(
                lane.write("transaction:new", "transaction:" + saleId, TestLane.sale(saleId, "gin")),
                lane.write(
                        "inventory:update",
                        "product:gin",
                        TestLane.change(TestLane.id(saleId), "gin", -1000, saleId)
                                .replace("-1000", "\"-1000\""))));
    }

    @Test
    void parksASaleWithItsStock() throws Exception {
        List<Event> events = new ArrayList<>(saleWithAStockChangeThatIsNone(TestLane.id("a sale")));
        events.addAll(lane.sell("rum"));

        List<String> answers = database.ingest(lane, lane.batch(events));

        assertEquals(
                List.of(
                        "parked: group: the event 2 of the same transaction is parked",
                        "parked: change is not a number",
                        "applied",
                        "applied"),
                answers);
        assertEquals("1", shop.count("transactions"));
        assertEquals("rum|-1000", database.ask("SELECT product_id || '|' || on_hand FROM pos.inventory"));
        assertEquals("4", shop.count("event_log"));
        assertEquals("2", shop.count("parked"));
    }

    @Test
    void parksTheRestOfAGroupThatComesLater() throws Exception {
        String sale = TestLane.id("a sale");
        List<Event> events = lane.together(() -> List.of(
                lane.write("transaction:new", "transaction:" + sale, "{}"),
                lane.write("inventory:update", "product:gin", TestLane.change(TestLane.id("c"), "gin", -1000, sale))));
        database.ingest(lane, lane.batch(events.subList(0, 1)));

        List<String> answers = database.ingest(lane, lane.batch(events.subList(1, 2)));

        assertEquals(List.of("parked: group: the event 1 of the same transaction is parked"), answers);
        assertEquals("0", shop.count("inventory"));
    }

    @Test
    void triesAGroupAgainAsAWhole() throws Exception {
        database.ingest(lane, lane.batch(saleWithAStockChangeThatIsNone(TestLane.id("a sale"))));
        String retry = "SELECT pos_admin.retry_parked('" + shop.store() + "')";
        assertEquals("0", database.ask(retry));
        assertEquals("2|2", database.ask("SELECT min(attempts) || '|' || max(attempts) FROM pos.parked"));
        assertEquals("0", shop.count("transactions"));

        // As if a newer version of the functions could read it.
        database.run("UPDATE pos.event_log SET payload = replace(payload, '\"-1000\"', '-1000')");

        assertEquals("2", database.ask(retry));
        assertEquals("1", shop.count("transactions"));
        assertEquals("-1000", database.ask("SELECT on_hand FROM pos.inventory"));
        assertEquals("0", shop.count("parked"));
    }

    @Test
    void takesARevocationForARequestAndCutsNobodyOff() throws Exception {
        TestLane neighbour = shop.lane("L2");
        Event revoke = lane.write(
                "lane:upsert",
                "lane:" + neighbour.node(),
                "{\"node\":\"" + neighbour.node() + "\",\"label\":\"L2\",\"state\":\"revoked\",\"address\":\"\"}");

        assertEquals(List.of("applied"), database.ingest(lane, lane.batch(List.of(revoke))));

        assertEquals(List.of("applied", "applied"), database.ingest(neighbour, neighbour.batch(neighbour.sell("gin"))));
        assertEquals(
                neighbour.node() + "|L2|L1",
                database.ask("SELECT node || '|' || label || '|' || asked_by FROM pos_admin.asked_revocations()"));
        database.ask("SELECT pos_admin.revoke(?::uuid, ?)::text", shop.store().toString(), neighbour.node());
        assertEquals("0", database.ask("SELECT count(*) FROM pos_admin.asked_revocations()"));
    }

    @Test
    void givesPagesOfFiveHundredAtMost() throws Exception {
        database.run("INSERT INTO pos.products (store_id, sku, name, price_cents, tax_category) SELECT '" + shop.store()
                + "', n::text, 'GIN', n, 'STANDARD' FROM generate_series(1, 600) n");
        for (String function : List.of("pull_changes", "pull_products")) {
            for (String asked : List.of("1000000", "500", "NULL")) {
                assertEquals("500", pageOf(function, asked), function + " " + asked);
            }
            for (String asked : List.of("1", "0", "-7")) {
                assertEquals("1", pageOf(function, asked), function + " " + asked);
            }
        }
    }

    private String pageOf(String function, String asked) throws Exception {
        return database.ask("SELECT jsonb_array_length(pos_api." + function + "('" + lane.token() + "', NULL, " + asked
                + ") -> 'changes')");
    }
}
