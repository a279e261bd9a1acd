package com.euphoriapos.sync.cloud.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.cloud.gateway.OpenCloud;
import com.euphoriapos.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real store and its line, a real gateway and its PostgreSQL. */
final class CloudLineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home = Path.of("");

    private final OpenCloud cloud = OpenCloud.start();

    @SuppressWarnings("NullAway.Init")
    private LaneUnderTest lane;

    @BeforeEach
    void open() {
        lane = new LaneUnderTest(home.resolve("l1"), "L1");
    }

    @AfterEach
    void close() {
        lane.close();
        cloud.close();
    }

    private void enrol(LaneUnderTest one) throws SQLException {
        EnrolResult result = one.line.enrol(cloud.address(), cloud.code());
        assertEquals(new EnrolResult.Enrolled("Corner Shop"), result);
    }

    private static String name(LaneUnderTest one, String product) {
        return one.read(handle -> handle.catalog().byId(product))
                .map(match ->
                        match.product().name() + " " + match.product().price().cents())
                .orElse("");
    }

    private void product(String id, long cents) throws SQLException {
        cloud.run("INSERT INTO pos.products (store_id, id, sku, name, price_cents, tax_category) VALUES ('"
                + cloud.store() + "', '" + id + "', '" + id + "', 'GIN', " + cents + ", 'STANDARD')");
    }

    @Test
    void isQuietWithoutACloud() {
        assertEquals(State.NONE, lane.line.status().state());
        assertTrue(lane.line.push().isPresent());
    }

    @Test
    void sendsWhatWasSoldBeforeAndAfterTheEnrolment() throws Exception {
        lane.sell("gin");
        enrol(lane);
        lane.sell("gin");

        Await.until("both sales are in the cloud", PATIENCE, () -> cloud.sales() == 2);
        Await.until("nothing waits", PATIENCE, () -> lane.line.push().isEmpty());
        Await.until(
                "the store knows",
                PATIENCE,
                () -> lane.read(handle -> handle.replication().backlog("cloud")) == 0);
        Await.until(
                "both are acknowledged",
                PATIENCE,
                () -> lane.read(handle -> handle.outbox().count("cloud_ack")) == 2);
        Await.until("all is well", PATIENCE, () -> lane.line.status().state() == State.FINE);
    }

    @Test
    void showsAPriceThatWasChangedCentrally() throws Exception {
        enrol(lane);
        product("gin", 999);
        Await.until("the product is here", PATIENCE, () -> name(lane, "gin").equals("GIN 999"));

        cloud.run("UPDATE pos.products SET price_cents = 1099");

        Await.until("the price is here", PATIENCE, () -> name(lane, "gin").equals("GIN 1099"));
        assertEquals(
                cloud.ask("SELECT concat_ws('|', hlc, node, base, rival) FROM pos.versions"),
                lane.read(handle -> handle.versions().of("product:gin", ""))
                        .map(version ->
                                String.join("|", version.hlc(), version.node(), version.base(), version.rival()))
                        .orElse(""));
        cloud.run("DELETE FROM pos.products");
        Await.until("it is sold no longer", PATIENCE, () -> lane.read(
                        handle -> handle.catalog().byId("gin"))
                .filter(match -> !match.product().active())
                .isPresent());
    }

    @Test
    void takesPricesOfACloudThatWasRestored() throws Exception {
        product("gin", 999);
        enrol(lane);
        for (int price = 1001; price <= 1009; price++) {
            cloud.run("UPDATE pos.products SET price_cents = " + price);
        }
        Await.until("the last price", PATIENCE, () -> name(lane, "gin").equals("GIN 1009"));

        // As after a backup from before the prices, and nobody said so.
        cloud.run("WITH gone AS (DELETE FROM pos.feed) UPDATE pos.feed_heads SET seq = 0");
        product("rum", 500);
        cloud.run("UPDATE pos.products SET price_cents = 1100 WHERE id = 'gin'");

        Await.until("the price of afterwards", PATIENCE, () -> name(lane, "gin").equals("GIN 1100"));
        assertEquals("GIN 500", name(lane, "rum"));
    }

    @Test
    void losesNothingWhileTheDoorIsShut() throws Exception {
        enrol(lane);
        lane.sell("gin");
        Await.until("the sale is in the cloud", PATIENCE, () -> cloud.sales() == 1);
        cloud.shut();
        lane.sell("gin");
        Await.until("it is said", PATIENCE, () -> lane.line.status().state() == State.TROUBLE);
        Await.until(
                "it says how much waits",
                PATIENCE,
                () -> lane.line.push().orElse("").startsWith("1 event waits."));

        cloud.reopen();

        Await.until("the second, too", PATIENCE, () -> cloud.sales() == 2);
    }

    @Test
    void stopsWhenItIsRevokedAndGoesOnWhenItIsLetInAnew() throws Exception {
        enrol(lane);
        lane.sell("gin");
        Await.until("the sale is in the cloud", PATIENCE, () -> cloud.sales() == 1);
        cloud.run("UPDATE pos.tokens SET revoked_at = 1");
        lane.sell("gin");
        Await.until("it is said", PATIENCE, () -> lane.line.status().state() == State.GONE);
        assertEquals(1, cloud.sales());

        enrol(lane);

        Await.until("the second, too", PATIENCE, () -> cloud.sales() == 2);
    }

    @Test
    void keepsTheTokenInTheSecretStoreAlone() throws Exception {
        enrol(lane);

        String token = new String(lane.secrets.get(SecretStore.CLOUD_TOKEN).orElseThrow(), StandardCharsets.US_ASCII);
        assertEquals(64, token.length());
        lane.close();
        for (Path file : (Iterable<Path>) Files.walk(home).filter(Files::isRegularFile)::iterator) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertTrue(!text.contains(token), file.toString());
        }
        lane = new LaneUnderTest(home.resolve("other"), "L9");
    }

    @Test
    void refusesAWrongCodeAndChangesNothing() {
        EnrolResult result = lane.line.enrol(cloud.address(), "NO-SUCH-CODE");

        assertInstanceOf(EnrolResult.Refused.class, result);
        assertEquals(State.NONE, lane.line.status().state());
        assertInstanceOf(EnrolResult.Refused.class, lane.line.enrol("http://cloud.example", "x"));
    }

    @Test
    void findsThatBothHoldTheSame() throws Exception {
        lane.sell("gin");
        enrol(lane);
        Await.until("the sale is in the cloud", PATIENCE, () -> cloud.sales() == 1);

        Await.until("both say so", PATIENCE, () -> lane.line.reconcile().get(0).good());
    }
}
