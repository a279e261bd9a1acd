package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.cloud.gateway.PageShop.Person;
import com.euphoriapos.testkit.ManualClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody gets from the page: without a session, with another store's, with a role that is too low, from another page. */
final class PageSafetyTest {
    private static final String DENIED = "42501";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-04T12:00:00Z"));
    private final List<PageShop> opened = new ArrayList<>();

    private PageShop shop() {
        return opened.get(0);
    }

    @BeforeEach
    void open() throws Exception {
        opened.add(new PageShop(clock));
        shop().account("Ruth", "owner");
        shop().product("gin", "ACORN GIN", 1000);
    }

    @AfterEach
    void close() {
        shop().close();
    }

    private static List<String> asked() {
        List<String> all = new ArrayList<>(PageFunctions.LOOK);
        all.add("live");
        return all;
    }

    private int change(Person person, String what) throws Exception {
        return what.equals("save_account")
                ? person.form(
                                what,
                                "store",
                                shop().store().toString(),
                                "name",
                                "Eve",
                                "role",
                                "owner",
                                "password",
                                "0123456789")
                        .statusCode()
                : person.post(what, "{}").statusCode();
    }

    @Test
    void answersNobodyWithoutASession() throws Exception {
        Person nobody = shop().person();
        for (String what : asked()) {
            assertEquals(401, nobody.get(what).statusCode(), what);
        }
        for (String what : PageFunctions.CHANGE) {
            assertEquals(401, change(nobody, what), what);
        }
        assertEquals(401, change(nobody, "save_account"));
        String forged = "pos_session=" + "0".repeat(64);
        for (String cookie : List.of(forged, "pos_session=", "pos_session=' OR true --")) {
            HttpResponse<String> answer = nobody.send(
                    nobody.to("web/api/products?store=" + shop().store()).header("Cookie", cookie));
            assertEquals(401, answer.statusCode(), cookie);
        }
        assertEquals("1000", shop().database().ask("SELECT price_cents FROM pos.products"));
    }

    @Test
    void showsAndChangesNothingOfAnotherStore() throws Exception {
        UUID other = shop().database().store("Other Shop");
        Person ruth = shop().signedIn("Ruth");
        for (String what : asked()) {
            HttpResponse<String> answer = ruth.send(ruth.to("web/api/" + what + "?store=" + other));
            assertEquals(403, answer.statusCode(), what + ": " + answer.body());
        }
        for (String what : PageFunctions.CHANGE) {
            HttpResponse<String> answer = ruth.send(ruth.to("web/api/" + what + "?store=" + other)
                    .header("X-Pos-Page", "1")
                    .POST(BodyPublishers.ofString("{}")));
            assertEquals(403, answer.statusCode(), what + ": " + answer.body());
        }
        assertEquals(
                403,
                ruth.form(
                                "save_account",
                                "store",
                                other.toString(),
                                "name",
                                "Eve",
                                "role",
                                "owner",
                                "password",
                                "0123456789")
                        .statusCode());
        assertEquals(1, shop().field(ruth.get("me").body(), "stores").split("Shop", -1).length - 1);
    }

    @Test
    void letsAViewerLookOnly() throws Exception {
        shop().account("Vera", "viewer");
        Person vera = shop().signedIn("Vera");
        for (String what : PageFunctions.LOOK) {
            assertEquals(what.equals("accounts") ? 403 : 200, vera.get(what).statusCode(), what);
        }
        for (String what : PageFunctions.CHANGE) {
            assertEquals(403, change(vera, what), what);
        }
        shop().account("Max", "manager");
        assertEquals(403, change(shop().signedIn("Max"), "save_account"));
    }

    @Test
    void endsASession() throws Exception {
        Person here = shop().signedIn("Ruth");
        Person there = shop().signedIn("Ruth");
        assertEquals(200, here.form("sign_out", "everywhere", "false").statusCode());
        assertEquals(401, here.get("rules").statusCode());
        assertEquals(200, there.get("rules").statusCode());

        Person again = shop().signedIn("Ruth");
        assertEquals(200, again.form("sign_out", "everywhere", "true").statusCode());
        assertEquals(401, there.get("rules").statusCode());
        for (String over : List.of("ends_at = 0", "used_at = used_at - 7200001")) {
            Person late = shop().signedIn("Ruth");
            shop().database().run("UPDATE pos.sessions SET " + over);
            assertEquals(401, late.get("rules").statusCode(), over);
        }
    }

    @Test
    void endsTheOtherSessionsWithTheOldPassword() throws Exception {
        Person here = shop().signedIn("Ruth");
        Person there = shop().signedIn("Ruth");
        String fresh = "another long password";
        assertEquals(
                422,
                here.form("change_password", "name", "Ruth", "old", "wrong", "new", fresh)
                        .statusCode());
        assertEquals(
                422,
                here.form("change_password", "name", "Ruth", "old", PageShop.PASSWORD, "new", "short")
                        .statusCode());
        assertEquals(
                200,
                here.form("change_password", "name", "Ruth", "old", PageShop.PASSWORD, "new", fresh)
                        .statusCode());
        assertEquals(200, here.get("rules").statusCode());
        assertEquals(401, there.get("rules").statusCode());
        assertEquals(401, shop().person().signIn("Ruth", PageShop.PASSWORD).statusCode());
        assertEquals(200, shop().person().signIn("Ruth", fresh).statusCode());
    }

    @Test
    void givesAnAccountToSomebodyAndTakesItAway() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        String store = shop().store().toString();
        assertEquals(
                200,
                ruth.form(
                                "save_account",
                                "store",
                                store,
                                "name",
                                "Max",
                                "role",
                                "manager",
                                "password",
                                PageShop.PASSWORD)
                        .statusCode());
        Person max = shop().signedIn("max");
        assertEquals(200, max.get("products").statusCode());
        assertEquals(
                422,
                ruth.form("save_account", "store", store, "name", "MAX", "role", "owner", "password", "some other one")
                        .statusCode(),
                "nobody gets into an account that is there by giving it a password");
        assertEquals(
                422,
                ruth.form("save_account", "store", store, "name", "Ruth", "role", "viewer")
                        .statusCode());
        assertEquals(
                200,
                ruth.form("save_account", "store", store, "name", "Max", "role", "none")
                        .statusCode());
        assertEquals(401, max.get("products").statusCode());
    }

    @Test
    void takesNoChangeFromAnotherPage() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        String path = "web/api/make_code?store=" + shop().store();
        assertEquals(
                403,
                ruth.send(ruth.to(path).POST(BodyPublishers.ofString("{}"))).statusCode());
        for (String[] header : new String[][] {
            {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "::"}, {"Sec-Fetch-Site", "cross-site"}
        }) {
            HttpResponse<String> answer = ruth.send(ruth.to(path)
                    .header("X-Pos-Page", "1")
                    .header(header[0], header[1])
                    .POST(BodyPublishers.ofString("{}")));
            assertEquals(403, answer.statusCode(), header[1]);
        }
        assertEquals("0", shop().database().ask("SELECT count(*) FROM pos.store_codes"));
        String own = shop().address().toString();
        HttpResponse<String> fine = ruth.send(ruth.to(path)
                .header("X-Pos-Page", "1")
                .header("Origin", own.substring(0, own.length() - 1))
                .POST(BodyPublishers.ofString("{}")));
        assertEquals(200, fine.statusCode(), fine.body());
    }

    @Test
    void letsNobodyTryPasswordsForLong() throws Exception {
        Person eve = shop().person();
        for (int attempt = 0; attempt < 8; attempt++) {
            assertEquals(401, eve.signIn("Ruth", "guess " + attempt).statusCode());
        }
        HttpResponse<String> waiting = eve.signIn("RUTH", PageShop.PASSWORD);
        assertEquals(429, waiting.statusCode());
        assertTrue(waiting.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        clock.advance(Duration.ofSeconds(21));
        assertEquals(200, eve.signIn("Ruth", PageShop.PASSWORD).statusCode());
    }

    @Test
    void believesAProxyOnlyWhereThereIsOne() throws Exception {
        try (PageShop proxied = new PageShop(clock, true)) {
            proxied.account("Ruth", "owner");
            for (PageShop one : List.of(shop(), proxied)) {
                Person ruth = one.person();
                HttpResponse<String> in = ruth.send(ruth.to("web/api/sign_in")
                        .header("X-Pos-Page", "1")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "cloud.example")
                        .header(
                                "Origin",
                                one == proxied
                                        ? "https://cloud.example"
                                        : "http://127.0.0.1:" + one.address().getPort())
                        .POST(BodyPublishers.ofString("name=Ruth&password=" + PageShop.PASSWORD.replace(' ', '+'))));
                assertEquals(200, in.statusCode(), in.body());
                assertEquals(
                        one == proxied,
                        in.headers().firstValue("Set-Cookie").orElse("").endsWith("; Secure"));
            }
            int[] last = new int[2];
            for (int attempt = 0; attempt < 31; attempt++) {
                for (PageShop one : List.of(shop(), proxied)) {
                    // The visitor's own words come first; the proxy adds what it saw.
                    last[one == proxied ? 1 : 0] = one.person()
                            .send(one.person()
                                    .to("enrol")
                                    .header("X-Forwarded-For", "10.9.9.9, 10.0.0." + attempt)
                                    .POST(BodyPublishers.ofString(
                                            "{\"code\":\"x\",\"node\":\"" + "ab".repeat(32) + "\",\"label\":\"L1\"}")))
                            .statusCode();
                }
            }
            assertEquals(429, last[0], "one address");
            assertEquals(401, last[1], "many");
        }
    }

    @Test
    void saysTheSameToAWrongNameAndAWrongPassword() throws Exception {
        Person eve = shop().person();
        HttpResponse<String> name = eve.signIn("Nobody", "some password");
        HttpResponse<String> password = eve.signIn("Ruth", "some password");
        assertEquals(401, name.statusCode());
        assertEquals(name.body(), password.body());
        String salt = shop().database().ask("SELECT pos_web.salt('Nobody')");
        assertEquals(salt, shop().database().ask("SELECT pos_web.salt('NOBODY')"));
        assertEquals(60, Proofs.proof("x", salt).length(), "it costs what a real one costs");
        assertTrue(salt.startsWith(Proofs.newSalt().substring(0, 7)), salt);
    }

    @Test
    void keepsNoPasswordAndNoSession() throws Exception {
        Person ruth = shop().person();
        HttpResponse<String> in = ruth.signIn("Ruth", PageShop.PASSWORD);
        String cookie = in.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(
                cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("Secure"),
                cookie);
        String token = cookie.substring("pos_session=".length(), "pos_session=".length() + 64);
        for (String table : List.of("accounts", "sessions")) {
            assertEquals(
                    "0",
                    shop().database()
                            .ask(
                                    "SELECT count(*) FROM pos." + table
                                            + " t WHERE position(? IN t::text) + position(? IN t::text) > 0",
                                    token,
                                    PageShop.PASSWORD));
        }
        String salt = shop().database().ask("SELECT salt FROM pos.accounts");
        assertFalse(
                shop().database()
                        .ask("SELECT encode(proof, 'escape') FROM pos.accounts")
                        .contains(Proofs.proof(PageShop.PASSWORD, salt).substring(29)),
                "who reads the table can't show what he read");
    }

    @Test
    void boundsWhatIsSent() throws Exception {
        Person ruth = shop().signedIn("Ruth");
        assertEquals(413, ruth.post("save_product", " ".repeat(70_000)).statusCode());
        assertEquals(400, ruth.post("save_product", "no json").statusCode());
        assertEquals(422, ruth.post("save_product", "[]").statusCode());
        assertEquals(404, ruth.post("enter", "{}").statusCode());
        assertEquals(404, ruth.get("save_product").statusCode());
        assertEquals(400, ruth.send(ruth.to("web/api/products?store=x")).statusCode());
        assertEquals(
                405,
                ruth.send(ruth.to("web/api/me").method("DELETE", BodyPublishers.noBody()))
                        .statusCode());
    }

    @Test
    void servesItsOwnFilesOnly() throws Exception {
        Person anybody = shop().person();
        HttpResponse<String> page = anybody.send(anybody.to("web/"));
        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertFalse(page.body().contains("<script>")
                || page.body().contains("http://")
                || page.body().contains("https://"));
        String tag = page.headers().firstValue("ETag").orElse("");
        assertEquals(
                304,
                anybody.send(anybody.to("web/").header("If-None-Match", tag)).statusCode());
        for (String elsewhere : List.of("web/../db/cloud/V0001__tables.sql", "web/%2e%2e/x", "web/nothing.js")) {
            int status = anybody.send(anybody.to(elsewhere)).statusCode();
            assertTrue(status == 404 || status == 400, elsewhere + ": " + status);
        }
        assertEquals(302, anybody.send(anybody.to("")).statusCode());
    }

    @Test
    void knowsEveryFileOfThePage() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/web"))) {
            assertEquals(
                    PageFiles.OWN,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String theme = Files.readString(Path.of("src/main/resources/web/theme.css"));
        for (String shared : PageFiles.SHARED) {
            assertTrue(theme.contains("/web/" + shared), shared);
        }
    }

    @Test
    void opensNoTableAndNoOtherFunctionToThePagesDoor() throws Exception {
        try (Connection door = shop().database().as(Gateway.PAGE_ROLE).getConnection();
                Connection owner = shop().database().owner()) {
            for (String table : CloudDatabase.texts(
                    owner,
                    "SELECT relname FROM pg_class WHERE relnamespace = 'pos'::regnamespace AND relkind IN ('r', 'p')")) {
                denied(door, "SELECT 1 FROM pos." + table);
                denied(door, "DELETE FROM pos." + table);
            }
            for (String call : List.of(
                    "SELECT pos.enter('" + shop().store() + "', 'x')",
                    "SELECT pos_web.enter('x', '" + shop().store() + "', 'viewer', true)",
                    "SELECT pos_api.authenticate('x')",
                    "SELECT pos_admin.create_store('x')")) {
                denied(door, call);
            }
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            owner,
                            """
                            SELECT p.oid::regprocedure FROM pg_proc p
                            WHERE has_function_privilege('pos_web', p.oid, 'EXECUTE') AND NOT p.prosecdef
                              AND p.pronamespace IN ('pos'::regnamespace, 'pos_web'::regnamespace, 'pos_admin'::regnamespace)
                            """));
            assertEquals(
                    List.of(),
                    CloudDatabase.texts(
                            owner,
                            """
                            SELECT p.oid::regprocedure FROM pg_proc p
                            WHERE p.pronamespace = 'pos_web'::regnamespace AND p.prosecdef
                              AND (p.proconfig IS NULL OR NOT 'search_path=pos, pg_temp' = ANY (p.proconfig)
                                   OR p.proowner::regrole::text NOT IN ('pos_keeper', 'pos_clerk'))
                            """));
        }
        for (String role : List.of("pos_gateway", "pos_edge")) {
            assertEquals(
                    "0",
                    shop().database()
                            .ask(
                                    "SELECT count(*) FROM pg_proc WHERE pronamespace = 'pos_web'::regnamespace AND"
                                            + " has_function_privilege(?, oid, 'EXECUTE')",
                                    role));
        }
    }

    private static void denied(Connection door, String sql) throws SQLException {
        try (Statement statement = door.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            assertEquals(DENIED, refused.getSQLState(), sql);
        }
    }

    @Test
    void showsAClerkTheRowsOfItsStoreAlone() throws Exception {
        UUID other = shop().database().store("Other Shop");
        TestLane lane = shop().database().lane(shop().store(), "L1");
        TestLane otherLane = shop().database().lane(other, "L1");
        for (TestLane one : List.of(lane, otherLane)) {
            shop().database().ingest(one, one.batch(one.sell("gin")));
        }
        try (Connection root = shop().database().as("postgres").getConnection();
                Statement statement = root.createStatement()) {
            root.setAutoCommit(false);
            for (String table : CloudDatabase.texts(
                    root,
                    """
                    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'pos'::regnamespace AND c.relkind IN ('r', 'p')
                      AND NOT c.relispartition AND has_table_privilege('pos_clerk', c.oid, 'SELECT')
                    """)) {
                CloudDatabase.texts(root, "SELECT pos.enter(?, 'page')", shop().store());
                statement.execute("SET LOCAL ROLE pos_clerk");
                assertEquals(
                        "0",
                        CloudDatabase.text(
                                root,
                                "SELECT count(*) FROM pos." + table + " WHERE store_id <> '" + shop().store() + "'"),
                        table);
                root.rollback();
                statement.execute("SET LOCAL ROLE pos_clerk");
                assertEquals("0", CloudDatabase.text(root, "SELECT count(*) FROM pos." + table), table);
                root.rollback();
            }
        }
    }
}
