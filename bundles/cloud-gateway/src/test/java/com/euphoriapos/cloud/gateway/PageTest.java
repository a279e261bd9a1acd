package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.cloud.gateway.PageShop.Person;
import com.euphoriapos.testkit.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page asks and changes, over HTTP, and a look into the database behind it. */
final class PageTest {
    private static final List<String> WRONG = List.of(
            "priceCents|-1",
            "priceCents|12.5",
            "priceCents|\"12\"",
            "priceCents|100000000",
            "priceCents|null",
            "name|\"\"",
            "name|\" GIN\"",
            "name|7",
            "sku|\"\"",
            "sku|\"sku rum\"",
            "caseSize|0",
            "sizeMillilitres|-1",
            "active|1",
            "taxCategory|\"\"",
            "barcodes|{\"012345678904\":1}",
            "barcodes|{\"012345678905\":0}",
            "barcodes|[]",
            "barcodes|{\"\":1}");

    private final AtomicReference<PageShop> opened = new AtomicReference<>();

    private PageShop shop() {
        return opened.get();
    }

    @BeforeEach
    void open() throws Exception {
        opened.set(new PageShop(InstantSource.system()));
        shop().account("Ruth", "manager");
        shop().product("gin", "ACORN GIN", 1000);
    }

    @AfterEach
    void close() {
        shop().close();
    }

    private String changed(String fields, String version) {
        return "{\"id\":\"gin\",\"version\":\"" + version + "\",\"fields\":" + fields + "}";
    }

    private String version() throws Exception {
        return shop().database().ask("SELECT hlc || ' ' || node FROM pos.versions WHERE agg = 'product:gin'");
    }

    @Test
    void changesAPriceThatALaneThenPulls() throws Exception {
        TestLane lane = shop().database().lane(shop().store(), "L1");
        Person ruth = shop().signedIn("ruth");
        String seen = ruth.get("products").body();

        HttpResponse<String> saved =
                ruth.post("save_product", changed("{\"priceCents\":1250}", shop().field(seen, "products.0.version")));

        assertEquals(200, saved.statusCode(), saved.body());
        assertEquals("1250", shop().field(saved.body(), "priceCents"));
        assertEquals("1250", shop().database().ask("SELECT price_cents FROM pos.products"));
        assertEquals(
                "1250",
                shop().database()
                        .ask("SELECT pos_api.pull_changes(?, '', 100) #>> '{changes,0,priceCents}'", lane.token()));
        assertEquals(
                "Ruth|product|ACORN GIN|{\"priceCents\": 1000}|{\"priceCents\": 1250}",
                shop().database()
                        .ask("SELECT concat_ws('|', account, what, thing, before, after) FROM pos.account_journal"));
        assertEquals("1250", shop().field(ruth.get("changes").body(), "changes.0.after.priceCents"));
    }

    @Test
    void saysSoWhereSomebodyElseChangedItMeanwhile() throws Exception {
        TestLane lane = shop().database().lane(shop().store(), "L1");
        Person ruth = shop().signedIn("Ruth");
        String seen = version();
        // A lane's clock that is ahead, so that its edit wins.
        String later = String.format(Locale.ROOT, "%012x-0000", System.currentTimeMillis() + 60_000);
        assertEquals(
                List.of("applied"),
                shop().database().ingest(lane, lane.batch(List.of(lane.product("gin", later, seen, 1100)))));

        HttpResponse<String> refused = ruth.post("save_product", changed("{\"priceCents\":1250}", seen));

        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(shop().field(refused.body(), "error").contains("lane L1"), refused.body());
        assertEquals("1100", shop().field(refused.body(), "about.current.priceCents"));
        assertEquals("1100", shop().database().ask("SELECT price_cents FROM pos.products"));
        HttpResponse<String> again = ruth.post("save_product", changed("{\"priceCents\":1250}", version()));
        assertEquals(200, again.statusCode(), again.body());
        assertTrue(version().compareTo(later) > 0, "what was changed after it wins over a clock that is ahead");
    }

    @Test
    void refusesAFieldAndSaysWhich() throws Exception {
        shop().product("rum", "RUM", 900);
        Person ruth = shop().signedIn("Ruth");
        String before = version();
        for (String wrong : WRONG) {
            String field = wrong.substring(0, wrong.indexOf('|'));
            HttpResponse<String> refused = ruth.post(
                    "save_product",
                    changed("{\"" + field + "\":" + wrong.substring(wrong.indexOf('|') + 1) + "}", before));
            assertEquals(422, refused.statusCode(), wrong + refused.body());
            assertEquals(field, shop().field(refused.body(), "about.field"));
        }
        assertEquals(before, version());
        assertEquals("0", shop().database().ask("SELECT count(*) FROM pos.account_journal"));
    }

    @Test
    void addsAProductWithItsBarcodes() throws Exception {
        Person ruth = shop().signedIn("Ruth");

        HttpResponse<String> saved = ruth.post(
                "save_product",
                """
                {"fields":{"name":"NEW RUM","sku":"77","priceCents":2099,"barcodes":{"0 12345 67890 5":1,"SHELF-7":6}}}""");

        assertEquals(200, saved.statusCode(), saved.body());
        assertEquals("{\"SHELF-7\": 6, \"00012345678905\": 1}", shop().field(saved.body(), "barcodes"));
        assertEquals("1", shop().field(ruth.get("products?q=12345678905").body(), "total"));
        assertEquals("NEW RUM", shop().field(ruth.get("products?q=rum+new").body(), "products.0.name"));
        assertEquals("0", shop().field(ruth.get("products?q=100%25").body(), "total"));
    }

    @Test
    void findsAmongManyProductsPageByPage() throws Exception {
        shop().database()
                .run("INSERT INTO pos.products (store_id, id, sku, name, price_cents, tax_category) SELECT '"
                        + shop().store()
                        + "', 'p' || n, 's' || n, 'BOTTLE ' || n, 100, 'standard' FROM generate_series(1, 50000) n");
        Person ruth = shop().signedIn("Ruth");

        String first = ruth.get("products?q=bottle").body();
        assertEquals("50000", shop().field(first, "total"));
        assertEquals("true", shop().field(first, "more"));
        assertEquals("BOTTLE 10041", shop().field(first, "products.49.name"));
        String second = ruth.get(
                        "products?q=bottle&afterName=BOTTLE+10041&afterId=" + shop().field(first, "products.49.id"))
                .body();
        assertEquals("BOTTLE 10042", shop().field(second, "products.0.name"));
        assertEquals(
                "1",
                shop().field(ruth.get("products?q=s4711").body().replace("nothing", ""), "products.0.priceCents")
                        .substring(0, 1));
    }

    @Test
    void savesADiscountRuleOfOneKind() throws Exception {
        Person ruth = shop().signedIn("Ruth");

        HttpResponse<String> both =
                ruth.post("save_rule", "{\"fields\":{\"category\":\"GIN\",\"percentPpm\":100000,\"fixedAmount\":5}}");
        HttpResponse<String> saved =
                ruth.post("save_rule", "{\"fields\":{\"category\":\"GIN\",\"percentPpm\":100000}}");

        assertEquals(422, both.statusCode(), both.body());
        assertEquals(200, saved.statusCode(), saved.body());
        assertEquals("100000", shop().field(ruth.get("rules").body(), "rules.0.percentPpm"));
        assertEquals(
                "1", shop().database().ask("SELECT count(*) FROM pos.feed WHERE kind = 'discount_rule' AND latest"));
    }

    @Test
    void tellsTheSalesOfADayByLaneAndHour() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        shop().database().ingest(lane, lane.batch(lane.sell("gin", "rum")));
        shop().database()
                .run("INSERT INTO pos.pos_config (store_id, key, value) VALUES ('" + shop().store()
                        + "', 'time_zone', '\"America/Chicago\"')");

        String sales = ruth.get("sales?day=2026-03-04&zone=Nowhere/Land").body();

        assertEquals("1998", shop().field(sales, "totalCents"));
        assertEquals("America/Chicago", shop().field(sales, "zone"));
        assertEquals("{\"hour\": 6, \"count\": 1, \"totalCents\": 1998}", shop().field(sales, "lanes.0.hours.0"));
        assertEquals("1998", shop().field(sales, "tenders.0.cents"));
        assertEquals("0", shop().field(ruth.get("sales?day=2026-03-05").body(), "count"));
        assertEquals(400, ruth.get("sales?day=no-day").statusCode());
    }

    @Test
    void tellsTheSalesOfALaneWhoseClockIsYearsOff() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        String sale = TestLane.sale(TestLane.id("sale"), "gin").replaceFirst("\"completedAt\":", "$0" + 9);
        shop().database()
                .ingest(
                        lane,
                        lane.batch(List.of(lane.write("transaction:new", "transaction:" + TestLane.id("sale"), sale))));

        String sales = ruth.get("sales?day=2026-03-04&zone=UTC").body();

        assertEquals("{\"hour\": 35, \"count\": 1, \"totalCents\": 999}", shop().field(sales, "lanes.0.hours.0"));
    }

    @Test
    void tellsWhatALaneSentAndWhatOfItIsParkedAndCutsItOff() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        shop().database().ingest(lane, lane.batch(List.of(lane.write("no:such", "thing:1", "{}"))));

        String lanes = ruth.get("lanes").body();
        assertEquals("1", shop().field(lanes, "lanes.0.parkedCount"));
        assertEquals("no:such", shop().field(lanes, "lanes.0.parked.0.type"));
        assertEquals("0", shop().field(ruth.post("retry_parked", "{}").body(), "applied"));

        HttpResponse<String> gone = ruth.post("revoke_lane", "{\"node\":\"" + lane.node() + "\"}");
        assertEquals(200, gone.statusCode(), gone.body());
        assertEquals("revoked", shop().field(ruth.get("lanes").body(), "lanes.0.state"));
        assertEquals(
                403,
                ruth.send(ruth.to("pull/changes").header("Authorization", "Bearer " + lane.token()))
                        .statusCode());
    }

    @Test
    void tellsWhatALaneHasNotSentYet() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        assertEquals("-", shop().field(ruth.get("lanes").body(), "lanes.0.waiting"));
        List<Event> sold = lane.sell("gin");
        String heads = sold.get(0).stream().epoch() + "." + sold.size();
        shop().database().ask("SELECT pos_api.pull_changes(?, '', 1, ?, '300')::text", lane.token(), heads);

        String waits = ruth.get("lanes").body();
        assertEquals(String.valueOf(sold.size()), shop().field(waits, "lanes.0.waiting"));
        long since = Long.parseLong(shop().field(waits, "lanes.0.waitingSince"));
        assertTrue(Long.parseLong(shop().field(waits, "now")) - since >= 300_000, waits);

        // Nothing has to be told anew: what has arrived is here.
        shop().database().ingest(lane, lane.batch(sold));
        String sent = ruth.get("lanes").body();
        assertEquals("0", shop().field(sent, "lanes.0.waiting"));
        assertEquals("0", shop().field(sent, "lanes.0.waitingSince"));
    }

    @Test
    void decidesOnALaneThatAnotherWantsCutOff() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        TestLane stolen = shop().database().lane(shop().store(), "L2");
        ask(lane, stolen, "1");

        assertTrue(!"0".equals(shop().field(ruth.get("lanes").body(), "lanes.1.askedAt")));
        assertEquals("L1", shop().field(ruth.get("lanes").body(), "lanes.1.askedBy"));
        shop().account("Vera", "viewer");
        String node = "{\"node\":\"" + stolen.node() + "\"}";
        assertEquals(403, shop().signedIn("Vera").post("keep_lane", node).statusCode());
        assertEquals(200, ruth.post("keep_lane", node).statusCode());
        assertEquals("0", shop().field(ruth.get("lanes").body(), "lanes.1.askedAt"));
        assertEquals(
                "Ruth L2 dismissed",
                shop().database()
                        .ask(
                                "SELECT account || ' ' || thing || ' ' || (after ->> 'request') FROM pos.account_journal"));
        assertEquals(
                404,
                ruth.post("keep_lane", "{\"node\":\"" + "0".repeat(64) + "\"}").statusCode());

        // Asked for once more, and this time it is meant.
        ask(lane, stolen, "2");
        assertEquals(200, ruth.post("revoke_lane", node).statusCode());
        String lanes = ruth.get("lanes").body();
        assertEquals("revoked", shop().field(lanes, "lanes.1.state"));
        assertEquals("0", shop().field(lanes, "lanes.1.askedAt"));
    }

    private void ask(TestLane lane, TestLane other, String counter) throws Exception {
        Event asked = lane.write(
                "lane:upsert",
                "lane:" + other.node(),
                "019cb0000000-000" + counter,
                "{\"node\":\"" + other.node() + "\",\"label\":\"L2\",\"state\":\"revoked\"}");
        assertEquals(List.of("applied"), shop().database().ingest(lane, lane.batch(List.of(asked))));
    }

    @Test
    void makesACodeThatLetsALaneIn() throws Exception {
        Person ruth = shop().signedIn("Ruth");

        String code = shop().field(ruth.post("make_code", "{}").body(), "code");

        assertEquals(
                shop().store().toString(),
                shop().database()
                        .ask(
                                "SELECT pos_api.enrol(?, ?, 'L5') ->> 'store'",
                                code,
                                TestLane.node("a new lane of the page")));
    }

    @Test
    void saysAtOnceThatALaneSoldSomething() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        String pulse = shop().field(ruth.get("live").body(), "pulse");
        assertFalse(pulse.isEmpty());

        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return ruth.get("live?pulse=" + pulse).body();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        shop().database().ingest(lane, lane.batch(lane.sell("gin")));

        Await.until("the page hears of it", Duration.ofSeconds(60), waiting::isDone);
        assertFalse(shop().field(waiting.get(), "pulse").equals(pulse));
    }
}
