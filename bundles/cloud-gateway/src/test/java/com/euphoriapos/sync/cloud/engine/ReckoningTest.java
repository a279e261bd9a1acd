package com.euphoriapos.sync.cloud.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.cloud.gateway.OpenCloud;
import com.euphoriapos.core.cloud.StoredFeed;
import com.euphoriapos.sync.cloud.http.Address;
import com.euphoriapos.sync.cloud.http.Door;
import com.euphoriapos.sync.cloud.http.Line;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.store.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days as a lane and its cloud reckon them, one in Java and one in SQL. */
final class ReckoningTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HERE = Samples.DAY + ": 3 sales of 29.97 here";

    @TempDir
    Path home = Path.of("");

    private final OpenCloud cloud = OpenCloud.start();

    @SuppressWarnings("NullAway.Init")
    private LaneUnderTest lane;

    @BeforeEach
    void sellThreeTimes() throws Exception {
        lane = new LaneUnderTest(home.resolve("l1"), "L1");
        assertInstanceOf(EnrolResult.Enrolled.class, lane.line.enrol(cloud.address(), cloud.code()));
        for (int number = 1; number <= 3; number++) {
            lane.ringUp(number);
        }
        Await.until("the sales are in the cloud", PATIENCE, () -> cloud.sales() == 3);
    }

    @AfterEach
    void close() {
        lane.close();
        cloud.close();
    }

    /** What is said of the days, on the evening of the day. */
    private List<String> days() throws Exception {
        Setting evening = new Setting(
                lane.store,
                new StoredFeed(lane.store),
                InstantSource.fixed(Samples.NOON.plusSeconds(8 * 3600)),
                () -> 0,
                new SecureRandom(),
                LaneUnderTest.QUICK);
        String token = new String(lane.secrets.get(SecretStore.CLOUD_TOKEN).orElseThrow(), StandardCharsets.US_ASCII);
        try (Door door = new Door(new Line(Address.of(cloud.address())), token)) {
            return new Reckoning(evening)
                    .compare(door).stream()
                            .map(Finding::text)
                            .filter(text -> text.contains("sale"))
                            .toList();
        }
    }

    @Test
    void agreesWithTheCloud() throws Exception {
        assertEquals(List.of("All 3 sales of 35 days are in the cloud."), days());
    }

    @Test
    void findsASaleThatIsMissing() throws Exception {
        cloud.run("DELETE FROM pos.transactions WHERE id = '" + Samples.id("sale 2") + "'");

        assertEquals(List.of(HERE + ", 2 sales of 19.98 in the cloud."), days());
    }

    @Test
    void findsASaleThatIsThereTwice() throws Exception {
        cloud.run(
                """
                INSERT INTO pos.transactions
                SELECT store_id, gen_random_uuid(), receipt_number, workstation_id, status, opened_by, opened_at, operator_id, operator_name,
                       completed_at, business_day, subtotal_cents, tax_cents, total_cents, item_count, content_hash
                FROM pos.transactions LIMIT 1
                """);

        assertEquals(List.of(HERE + ", 4 sales of 39.96 in the cloud."), days());
    }

    @Test
    void findsASaleThatIsAnother() throws Exception {
        cloud.run("UPDATE pos.transactions SET total_cents = 1000 WHERE id = '" + Samples.id("sale 2") + "'");

        assertEquals(List.of(HERE + ", 3 sales of 29.98 in the cloud."), days());
    }

    @Test
    void findsSalesThatDifferThoughTheirSumDoesNot() throws Exception {
        cloud.run(
                "UPDATE pos.transactions SET total_cents = 1000 WHERE id = '" + Samples.id("sale 2") + "'",
                "UPDATE pos.transactions SET total_cents = 998 WHERE id = '" + Samples.id("sale 3") + "'");

        assertEquals(
                List.of(HERE + " and in the cloud, but not the same ones: numbers or totals of some differ."), days());
    }

    @Test
    void findsASaleUnderAnotherNumber() throws Exception {
        cloud.run("UPDATE pos.transactions SET id = gen_random_uuid() WHERE id = '" + Samples.id("sale 2") + "'");

        assertEquals(
                List.of(HERE + " and in the cloud, but not the same ones: numbers or totals of some differ."), days());
    }
}
