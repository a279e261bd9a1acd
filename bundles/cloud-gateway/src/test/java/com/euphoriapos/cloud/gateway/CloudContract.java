package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.testkit.Await;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every door does, whoever wrote it: HTTP in, HTTP out, and a look into the database behind it. */
abstract class CloudContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CornerShop shop = CornerShop.open();
    private final CloudDatabase database = shop.database();
    private final TestLane lane = shop.lane();
    /** Without the offer to go over to HTTP/2, to which Deno's server says no on an open line. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private URI door = URI.create("http://127.0.0.1/");

    /** Opens a door to the database; returns its address. */
    abstract URI open(CloudDatabase behind) throws Exception;

    abstract void close() throws Exception;

    @BeforeEach
    void openTheDoor() throws Exception {
        door = open(database);
    }

    @AfterEach
    void closeTheDoor() throws Exception {
        close();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(door.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    final HttpResponse<String> get(String path, String token) throws Exception {
        return client.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return client.send(
                request(path, token).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> packed(String token, BodyPublisher body) throws Exception {
        return client.send(
                request("ingest/batch", token)
                        .header("Content-Encoding", "gzip")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private String field(String json, String path) throws SQLException {
        return database.ask("SELECT ?::jsonb #>> string_to_array(?, '.')", json, path);
    }

    @Test
    void takesABatchAndSaysWhatBecameOfIt() throws Exception {
        List<Event> events = lane.sell("gin");

        HttpResponse<String> answer = post("ingest/batch", lane.token(), lane.batch(events));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("applied", field(answer.body(), "results.1.result"));
        assertEquals("2", field(answer.body(), "positions.0.2"));
        assertEquals(events.get(1).hash(), field(answer.body(), "positions.0.3"));
        assertEquals("1", shop.count("transactions"));
    }

    @Test
    void takesTheNamesOfTheFirstPlan() throws Exception {
        for (String name : List.of("transaction", "inventory", "employee")) {
            assertEquals(
                    200,
                    post("ingest/" + name, lane.token(), lane.batch(lane.sell("gin")))
                            .statusCode());
        }
        assertEquals("3", shop.count("transactions"));
    }

    @Test
    void takesAPackedBatchOnce() throws Exception {
        byte[] batch = gzip(lane.batch(lane.sell("gin")).getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> first = packed(lane.token(), BodyPublishers.ofByteArray(batch));
        HttpResponse<String> second = packed(lane.token(), BodyPublishers.ofByteArray(batch));

        assertEquals("applied", field(first.body(), "results.0.result"));
        assertEquals("duplicate", field(second.body(), "results.0.result"));
        assertEquals("1", shop.count("transactions"));
    }

    @Test
    void parksWithAReasonAndGoesOn() throws Exception {
        Event odd = lane.write("no:such", "thing:1", "{}");

        HttpResponse<String> answer = post("ingest/batch", lane.token(), lane.batch(List.of(odd)));

        assertEquals(200, answer.statusCode());
        assertEquals("parked", field(answer.body(), "results.0.result"));
        assertEquals("The topic no:such is not known here.", field(answer.body(), "results.0.reason"));
    }

    @Test
    void writesNothingForAStranger() throws Exception {
        String batch = lane.batch(lane.sell("gin"));
        for (String token : List.of("", "0".repeat(64), lane.token() + "0")) {
            assertEquals(401, post("ingest/batch", token, batch).statusCode());
            assertEquals(401, get("pull/changes", token).statusCode());
            assertEquals(401, get("pull/products", token).statusCode());
            assertEquals(401, get("positions", token).statusCode());
            assertEquals(401, get("digests?from=2026-03-01", token).statusCode());
        }
        assertEquals("0", shop.count("event_log"));
    }

    @Test
    void writesNothingForARevokedLane() throws Exception {
        database.ask("SELECT pos_admin.revoke(?::uuid, ?)", shop.store().toString(), lane.node());

        assertEquals(
                403,
                post("ingest/batch", lane.token(), lane.batch(lane.sell("gin"))).statusCode());
        assertEquals(403, get("pull/changes", lane.token()).statusCode());
        assertEquals(403, get("pull/changes?wait=20", lane.token()).statusCode());
        assertEquals("0", shop.count("event_log"));
    }

    @Test
    void showsAnotherStoresLaneNothing() throws Exception {
        shop.product("gin", 999);
        TestLane other = database.lane(database.store("Other Shop"), "L1");

        assertEquals(304, get("pull/changes", other.token()).statusCode());
        HttpResponse<String> brought = post("ingest/batch", other.token(), lane.batch(lane.sell("gin")));

        assertEquals("refused", field(brought.body(), "results.0.result"));
        assertEquals("0", shop.count("event_log"));
    }

    @Test
    void refusesWhatIsTooLargeBeforeItIsRead() throws Exception {
        String event = TestLane.json(lane.sell("gin").get(0), "");
        String tooMany = TestLane.batchOf(Collections.nCopies(101, event));
        byte[] tooLarge = new byte[1 << 20];

        assertEquals(413, post("ingest/batch", lane.token(), tooMany).statusCode());
        assertEquals(
                413,
                post("ingest/batch", lane.token(), new String(tooLarge, StandardCharsets.US_ASCII))
                        .statusCode());
        // Of a length that is not said beforehand, and one that unpacks to a thousand times as much.
        assertEquals(
                413,
                client.send(
                                request("ingest/batch", lane.token())
                                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode());
        assertEquals(
                413,
                packed(lane.token(), BodyPublishers.ofByteArray(gzip(new byte[64 << 20])))
                        .statusCode());
        assertEquals("0", shop.count("event_log"));
    }

    @Test
    void refusesWhatIsNoBatch() throws Exception {
        for (String bad : List.of("", "{", "[]", "{\"events\":[]}", "\"x\"", "{\"events\":{}}", "[".repeat(200_000))) {
            assertEquals(
                    400,
                    post("ingest/batch", lane.token(), bad).statusCode(),
                    bad.substring(0, Math.min(9, bad.length())));
        }
        assertEquals(
                400, packed(lane.token(), BodyPublishers.ofString("not packed")).statusCode());
        assertEquals(
                400,
                client.send(
                                request("ingest/batch", lane.token())
                                        .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode());
        assertEquals(400, get("pull/changes?limit=many", lane.token()).statusCode());
        assertEquals(
                400,
                get("digests?from=today's", lane.token().isEmpty() ? "" : lane.token())
                        .statusCode());
    }

    @Test
    void knowsNoOtherPathAndNoOtherMethod() throws Exception {
        assertEquals(404, get("nothing", lane.token()).statusCode());
        assertEquals(405, get("ingest/batch", lane.token()).statusCode());
        assertEquals(405, post("pull/changes", lane.token(), "{}").statusCode());
    }

    @Test
    void letsALaneInByItsCode() throws Exception {
        String code =
                database.ask("SELECT pos_admin.make_code(?::uuid)", shop.store().toString());
        String form = "{\"code\":\"%s\",\"node\":\"%s\",\"label\":\"L2\"}";
        String node = TestLane.node("a new lane");

        HttpResponse<String> answer = post("enrol", "", form.formatted(code, node));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("Corner Shop", field(answer.body(), "storeName"));
        assertEquals(304, get("pull/changes", field(answer.body(), "token")).statusCode());
        assertEquals(
                403,
                post("enrol", "", form.formatted(code, TestLane.node("another")))
                        .statusCode());
        assertEquals(401, post("enrol", "", form.formatted("AAAA", node)).statusCode());
        assertEquals(400, post("enrol", "", "{}").statusCode());
        assertEquals(400, post("enrol", "", "no JSON").statusCode());
    }

    @Test
    void slowsDownWhoGuesses() throws Exception {
        int status = 401;
        HttpResponse<String> answer = get("pull/changes", "0".repeat(64));
        for (int i = 0; i < 100 && answer.statusCode() == status; i++) {
            answer = get("pull/changes", "0".repeat(64));
        }

        assertEquals(429, answer.statusCode());
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")) >= 1);
    }

    @Test
    void letsAKnownLaneInBesideOneThatGuesses() throws Exception {
        assertEquals(304, get("pull/changes", lane.token()).statusCode());
        int last = 0;
        for (int i = 0; i < 100 && last != 429; i++) {
            last = get("pull/changes", "0".repeat(64)).statusCode();
        }

        assertEquals(429, last);
        assertEquals(304, get("pull/changes", lane.token()).statusCode());
    }

    @Test
    void answersAnIdlePullWithNothing() throws Exception {
        shop.product("gin", 999);
        HttpResponse<String> first = get("pull/changes?cursor=", lane.token());
        assertEquals(200, first.statusCode());
        assertEquals("999", field(first.body(), "changes.0.priceCents"));

        HttpResponse<String> idle = get("pull/changes?cursor=" + field(first.body(), "cursor"), lane.token());

        assertEquals(304, idle.statusCode());
        assertEquals("", idle.body());
        assertEquals(200, get("pull/products?since=", lane.token()).statusCode());
    }

    @Test
    void wakesWhoWaitsForAPrice() throws Exception {
        shop.product("gin", 999);
        String cursor = field(get("pull/changes?cursor=", lane.token()).body(), "cursor");
        CompletableFuture<HttpResponse<String>> waiting = waits(cursor, lane.token());

        // Whether it waits already or not, it hears of the change.
        database.run("UPDATE pos.products SET price_cents = 1099");
        HttpResponse<String> answer = heard(waiting, cursor, lane);
        assertEquals(200, answer.statusCode());
        assertEquals("1099", field(answer.body(), "changes.0.priceCents"));
    }

    private CompletableFuture<HttpResponse<String>> waits(String cursor, String token) {
        return client.sendAsync(
                request("pull/changes?wait=25&cursor=" + cursor, token).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> heard(CompletableFuture<HttpResponse<String>> waiting, String cursor, TestLane waiter)
            throws Exception {
        Await.until("the lane hears of the price", PATIENCE, waiting::isDone);
        // A door that only now begins to listen wakes all once, perhaps before the change.
        return waiting.get().statusCode() == 304
                ? get("pull/changes?wait=25&cursor=" + cursor, waiter.token())
                : waiting.get();
    }

    @Test
    void letsALaneWaitFourTimesAtOnceAndAnotherBesideIt() throws Exception {
        shop.product("gin", 999);
        TestLane modest = shop.lane("L2");
        String cursor = field(get("pull/changes?cursor=", lane.token()).body(), "cursor");
        List<CompletableFuture<HttpResponse<String>>> greedy =
                Stream.generate(() -> waits(cursor, lane.token())).limit(40).toList();
        // Sooner than any of them has waited to the end.
        Await.until("those over the cap have their answer", Duration.ofSeconds(20), () -> count(greedy, 304) >= 36);

        CompletableFuture<HttpResponse<String>> other = waits(cursor, modest.token());
        database.run("UPDATE pos.products SET price_cents = 1099");

        assertEquals(200, heard(other, cursor, modest).statusCode());
        Await.until("nobody waits", PATIENCE, () -> count(greedy, 200) + count(greedy, 304) == 40);
        assertTrue(count(greedy, 200) <= 4, "more than four waited");
    }

    /** How many are answered, with that status. */
    private static long count(List<CompletableFuture<HttpResponse<String>>> all, int status) {
        return all.stream()
                .filter(each -> each.isDone() && each.join().statusCode() == status)
                .count();
    }

    @Test
    void waitsNoLongerThanItWasAsked() throws Exception {
        shop.product("gin", 999);
        String cursor = field(get("pull/changes?cursor=", lane.token()).body(), "cursor");

        HttpResponse<String> answer = get("pull/changes?wait=1&cursor=" + cursor, lane.token());

        assertEquals(304, answer.statusCode());
    }

    @Test
    void packsALongAnswerForWhoCanReadIt() throws Exception {
        for (int i = 0; i < 20; i++) {
            shop.product("p" + i, i);
        }
        HttpResponse<byte[]> packed = client.send(
                request("pull/changes?cursor=", lane.token())
                        .header("Accept-Encoding", "gzip")
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());

        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        String plain = new String(
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("19", field(plain, "changes.19.priceCents"));
        assertFalse(get("pull/changes?cursor=", lane.token())
                .headers()
                .firstValue("Content-Encoding")
                .isPresent());
    }

    @Test
    void comparesPositionsAndDays() throws Exception {
        post("ingest/batch", lane.token(), lane.batch(lane.sell("gin")));

        assertEquals("2", field(get("positions", lane.token()).body(), "positions.0.2"));
        assertEquals("999", field(get("digests?from=2026-03-01", lane.token()).body(), "days.0.totalCents"));
    }

    @Test
    void tellsPositionsAThousandAtATime() throws Exception {
        database.run("INSERT INTO pos.stream SELECT '" + shop.store()
                + "', lpad(to_hex(n), 64, '0'), repeat('E', 26), n, '', '', 0, n" + " FROM generate_series(1, 2100) n");

        String first = get("positions", lane.token()).body();
        String last = get(
                        "positions?origin=" + field(first, "positions.999.0") + "&epoch=" + "E".repeat(26),
                        lane.token())
                .body();
        String taken =
                post("ingest/batch", lane.token(), lane.batch(lane.sell("gin"))).body();

        assertEquals("1000", field(first, "positions.999.2"));
        assertEquals("1000", database.ask("SELECT jsonb_array_length(?::jsonb -> 'positions')", first));
        assertEquals("1001", field(last, "positions.0.2"));
        assertEquals("1001", database.ask("SELECT jsonb_array_length(?::jsonb -> 'positions')", taken));
        assertTrue(taken.contains(lane.node()), "what the batch named is told in any case");
    }

    @Test
    void keepsWhatALaneTellsOfItself() throws Exception {
        List<Event> events = lane.sell("gin");
        post("ingest/batch", lane.token(), lane.batch(events));
        String epoch = events.get(0).stream().epoch();
        String lanes = "SELECT pos.backlog(store_id, node_id, heads) || ' ' || (told_at > 0) || ' ' || (oldest_at > 0)"
                + " FROM pos.lanes WHERE node_id = '" + lane.node() + "'";
        assertEquals("0 false false", database.ask(lanes));

        for (String nonsense : List.of("x", epoch + ".x", epoch + ".-1", epoch + "." + "9".repeat(13))) {
            get("pull/changes?waits=5&heads=" + nonsense, lane.token());
        }
        assertEquals("0 false false", database.ask(lanes));
        get("pull/changes?heads=" + epoch + ".7,01ZZZZZZZZZZZZZZZZZZZZZZZZ.3&waits=125", lane.token());
        assertEquals("8 true true", database.ask(lanes));
        get("pull/changes?heads=" + epoch + ".2", lane.token());
        assertEquals("0 true false", database.ask(lanes));
        get("pull/changes?heads=" + epoch + ".999999999999&waits=999999999", lane.token());
        assertEquals("1000000 true true", database.ask(lanes));
    }

    @Test
    void saysWhetherItIsThere() throws Exception {
        assertEquals(200, get("health", "").statusCode());
    }
}
