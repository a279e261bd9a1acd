package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page as somebody uses it, in a real browser, on a phone and on a desk. */
final class PageBrowserTest {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final String ENTER = "\uE007";
    private static final String DAY = "2026-03-04";

    private PageShop shop(TestLane[] lanes) throws SQLException {
        PageShop shop = new PageShop(InstantSource.system());
        shop.account("Ruth", "owner");
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = shop.database().lane(shop.store(), "L" + (i + 1));
        }
        shop.product("gin", "ACORN GIN", 2999);
        shop.product("rum", "BACARDI SUPERIOR", 1425);
        shop.product("bourbon", "BUFFALO TRACE BOURBON", 1950);
        shop.product("tequila", "ESPOLON TEQUILA BLANCO", 2400);
        shop.product("cognac", "HENNESSY VSOP", 5399);
        shop.product("vodka", "TITOS HANDMADE VODKA", 0);
        shop.database()
                .run(
                        """
                        UPDATE pos.products p SET sku = v.sku, category = v.category, size_millilitres = v.size
                        FROM (VALUES ('gin', '10418', 'GIN', 750), ('rum', '20077', 'RUM', 1000), ('bourbon', '87355', 'BOURBON', 1750),
                          ('tequila', '61202', 'TEQUILA', 750), ('cognac', '33019', 'COGNAC', 700), ('vodka', '45110', 'VODKA', 1750))
                          AS v (id, sku, category, size) WHERE p.id = v.id
                        """,
                        "UPDATE pos.products SET is_active = false WHERE id = 'cognac'",
                        "INSERT INTO pos.pos_config (store_id, key, value) VALUES ('" + shop.store()
                                + "', 'time_zone', '\"America/Chicago\"')",
                        "INSERT INTO pos.discount_rules (store_id, scope, category, size, percent) VALUES ('"
                                + shop.store() + "', 'category', 'BOURBON', '', 100000), ('" + shop.store()
                                + "', 'item', '', '750 ml', 50000)",
                        """
                        INSERT INTO pos.transactions (store_id, id, receipt_number, workstation_id, status, opened_by, opened_at, operator_id,
                          operator_name, completed_at, business_day, subtotal_cents, tax_cents, total_cents, item_count, content_hash)
                        SELECT '%s', gen_random_uuid(), 'R' || n, 'L' || (1 + n %% 3), 'COMPLETED', 'dana', 0, 'dana', 'Dana R.',
                          1772636400000 + (n * 2654435761 %% 39600000), '2026-03-04', 0, 150, 1200 + n * 7919 %% 6000, 2000, ''
                        FROM generate_series(1, 180) n
                        """
                                .formatted(shop.store()));
        shop.database().ingest(lanes[0], lanes[0].batch(lanes[0].sell("gin", "rum")));
        List<Event> delivered = new ArrayList<>();
        for (String product : List.of("gin", "rum", "bourbon", "tequila", "vodka")) {
            String change = TestLane.change(TestLane.id(product), product, 1000L * (7 + product.length()), "");
            delivered.add(lanes[0].write("inventory:update", "product:" + product, change));
        }
        shop.database().ingest(lanes[0], lanes[0].batch(delivered));
        shop.database().ingest(lanes[1], lanes[1].batch(List.of(lanes[1].write("no:such", "thing:1", "{}"))));
        // L2 sold three times and is behind; L1 wants L3 cut off.
        tellsThatItIsBehind(shop, lanes[1]);
        Event asked = lanes[0].write(
                "lane:upsert",
                "lane:" + lanes[2].node(),
                "019cb0000000-0001",
                "{\"node\":\"" + lanes[2].node() + "\",\"label\":\"L3\",\"state\":\"revoked\"}");
        shop.database().ingest(lanes[0], lanes[0].batch(List.of(asked)));
        return shop;
    }

    /** For fourteen minutes, of which it is told now: every minute that goes by makes them more. */
    private static void tellsThatItIsBehind(PageShop shop, TestLane lane) throws SQLException {
        shop.database()
                .ask(
                        """
                        SELECT pos_api.pull_changes(?, '', 1, (SELECT max(epoch) FROM pos.stream WHERE origin = ?) || '.7', '840')::text
                        """,
                        lane.token(),
                        lane.node());
    }

    private static URI at(PageShop shop, String part) {
        return shop.address().resolve("web/#" + part);
    }

    private static void signIn(Chromium browser, PageShop shop) {
        browser.go(shop.address());
        browser.type("input[name=name]", "ruth");
        browser.type("input[name=password]", PageShop.PASSWORD);
        browser.click("button[type=submit]");
        browser.awaitText("h1", "Sales");
    }

    private static void fits(Chromium browser, String where) {
        assertTrue(
                browser.run("return document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean(),
                where + " scrolls sideways: "
                        + browser.run(
                                """
                                return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                                  .map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')"""));
    }

    /** Out from below the bars. */
    private static void centre(Chromium browser, String css) {
        browser.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css);
    }

    private static void day(Chromium browser) {
        browser.run(
                """
                const e = document.querySelector('input[type=date]'); e.value = arguments[0];
                e.dispatchEvent(new Event('change', {bubbles: true}));""",
                DAY);
        browser.awaitText(".legend", "L3");
    }

    @Test
    void changesAPriceAndSeesASaleComeIn() throws Exception {
        TestLane[] lanes = new TestLane[3];
        try (PageShop shop = shop(lanes);
                Chromium browser = Chromium.start()) {
            browser.screen(390, 844, false);
            signIn(browser, shop);

            browser.go(at(shop, "products"));
            browser.type("input[type=search]", "acorn");
            browser.awaitText(".title", "1 product");
            browser.replace(".price-cell input", "31.50" + ENTER);
            browser.awaitText(".price-cell", "Saved");
            assertEquals("3150", shop.database().ask("SELECT price_cents FROM pos.products WHERE id = 'gin'"));
            assertTrue(
                    shop.database()
                            .ask("SELECT pos_api.pull_changes(?, '', 100)::text", lanes[0].token())
                            .contains("\"priceCents\": 3150"),
                    "a lane gets it");

            browser.replace(".price-cell input", "nonsense" + ENTER);
            browser.awaitText(".price-cell", "Not an amount");
            browser.replace(".price-cell input", "32.00");
            shop.database().run("UPDATE pos.products SET price_cents = 3000 WHERE id = 'gin'");
            browser.type(".price-cell input", ENTER);
            browser.awaitText(".price-cell", "changed meanwhile by somebody in the cloud");
            browser.picture(PICTURES.resolve("page-conflict-390-light.png"));
            assertEquals("3000", shop.database().ask("SELECT price_cents FROM pos.products WHERE id = 'gin'"));
            browser.click(".price-cell button");
            browser.awaitText(".price-cell", "Saved");
            assertEquals("3200", shop.database().ask("SELECT price_cents FROM pos.products WHERE id = 'gin'"));
            // The browser itself notes that a request was refused.
            browser.console();

            browser.go(at(shop, "sales"));
            day(browser);
            String before = browser.text(".figure.wide .value");
            shop.database().ingest(lanes[2], lanes[2].batch(lanes[2].sell("rum")));
            browser.awaitText(".figures", "182");
            assertFalse(before.equals(browser.text(".figure.wide .value")), before);
            assertEquals(List.of(), browser.console());
        }
    }

    @Test
    void showsWhatALaneHasNotSentAndDecidesOnARequest() throws Exception {
        TestLane[] lanes = new TestLane[3];
        try (PageShop shop = shop(lanes);
                Chromium browser = Chromium.start()) {
            browser.screen(390, 844, false);
            signIn(browser, shop);
            tellsThatItIsBehind(shop, lanes[1]);
            browser.go(at(shop, "lanes"));
            browser.awaitText("[aria-label=L2]", "Behind by 14 min");
            browser.awaitText("[aria-label=L2]", "6 events, for 14 min");
            browser.awaitText("[aria-label=L3]", "L1 asked to cut off L3");

            centre(browser, ".request button:not(.danger)");
            browser.picture(PICTURES.resolve("page-request-390-light.png"));
            browser.click(".request button:not(.danger)");
            browser.awaitText("#toasts", "L3 stays.");
            browser.awaitText("[aria-label=L3]", "Cut off");
            assertEquals("0", shop.database().ask("SELECT max(asked_at) FROM pos.lanes"));

            shop.database()
                    .run("UPDATE pos.lanes SET asked_at = pos.now_millis(), asked_by = '" + lanes[1].node()
                            + "' WHERE node_id = '" + lanes[2].node() + "'");
            browser.awaitText("[aria-label=L3]", "L2 asked to cut off L3");
            centre(browser, ".request button.danger");
            browser.click(".request button.danger");
            browser.awaitText("dialog", "Cut off L3?");
            browser.click("dialog button.danger");
            browser.awaitText("#toasts", "L3 is cut off.");
            assertEquals(
                    "revoked", shop.database().ask("SELECT state FROM pos.lanes WHERE node_id = ?", lanes[2].node()));
            assertEquals(List.of(), browser.console());
        }
    }

    @Test
    void fitsAPhoneAndADeskInBothThemes() throws Exception {
        TestLane[] lanes = new TestLane[3];
        try (PageShop shop = shop(lanes);
                Chromium browser = Chromium.start()) {
            browser.screen(360, 740, false);
            browser.go(shop.address());
            browser.awaitText("h1", "Euphoria POS");
            browser.picture(PICTURES.resolve("page-signin-360.png"));
            fits(browser, "sign-in");
            signIn(browser, shop);
            for (boolean dark : new boolean[] {false, true}) {
                for (int[] size : new int[][] {{390, 844}, {1280, 800}, {360, 740}}) {
                    browser.screen(size[0], size[1], dark);
                    look(browser, shop, size[0] + (dark ? "-dark" : "-light"));
                }
            }
            assertEquals(List.of(), browser.console());
        }
    }

    private static void look(Chromium browser, PageShop shop, String name) {
        for (String part : List.of("sales", "products", "discounts", "lanes", "changes", "accounts")) {
            browser.go(at(shop, part));
            browser.awaitText("h1", part.substring(1));
            if (part.equals("sales")) {
                day(browser);
            } else {
                browser.awaitText(
                        "main",
                        List.of("Hennessy", "10 % off", "Cut off", "", "Ruth")
                                .get(List.of("products", "discounts", "lanes", "changes", "accounts")
                                        .indexOf(part)));
            }
            fits(browser, part + " " + name);
            browser.picture(PICTURES.resolve("page-" + part + "-" + name + ".png"));
        }
        browser.go(at(shop, "products"));
        browser.awaitText("main", "Hennessy");
        browser.click("tbody tr:nth-child(3) .link");
        browser.awaitText("dialog", "Barcodes");
        fits(browser, "a product");
        browser.picture(PICTURES.resolve("page-product-" + name + ".png"));
        browser.click("dialog header button");
    }
}
