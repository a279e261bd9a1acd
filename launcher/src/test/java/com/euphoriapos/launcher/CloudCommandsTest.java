package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.launcher.RudeDoor.Manner;
import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the lane's cloud, typed into the shipped product beside the shipped cloud end: what they do, and what they say when they can't. */
final class CloudCommandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CloudHost cloud;

    @SuppressWarnings("NullAway.Init")
    private RudeDoor line;

    @SuppressWarnings("NullAway.Init")
    private Running lane;

    private String store = "";

    @BeforeEach
    void open() throws Exception {
        cloud = new CloudHost(folder.resolve("cloud"));
        cloud.start();
        lane = product().start(Map.of());
        asks("cloud:enrol " + NOBODY + " CODE", "{\"error\":\"This lane is not set up yet.\"}");
        Ceremony.setUp(lane, Shop.PIN);
        Path prices = Files.writeString(folder.resolve("book.csv"), Shop.PRICE_BOOK);
        lane.command("pos:import-products " + prices);
        line = new RudeDoor(cloud.awaitOpen());
        store = cloud.createStore();
    }

    @AfterEach
    void close() throws Exception {
        if (lane != null) {
            lane.close();
        }
        if (line != null) {
            line.close();
        }
        if (cloud != null) {
            cloud.close();
        }
    }

    private Product product() {
        return new Product(folder.resolve("lane"));
    }

    private String address() {
        return "http://127.0.0.1:" + line.address().getPort();
    }

    /** Types a command and waits until it has answered with a line that has all of this in it; returns that line. */
    private String asks(String command, String... parts) throws IOException {
        int from = lane.lines().size();
        lane.command(command + " --json");
        return awaits(from, command, parts);
    }

    private String awaits(int from, String what, String... parts) {
        try {
            Await.until("an answer to " + what, PATIENCE, () -> answer(from, parts)
                    .findFirst()
                    .isPresent());
        } catch (AssertionError other) {
            throw new AssertionError(
                    other.getMessage() + ": "
                            + lane.lines().subList(from, lane.lines().size()),
                    other);
        }
        return answer(from, parts).findFirst().orElseThrow();
    }

    private Stream<String> answer(int from, String... parts) {
        return lane.lines().stream().skip(from).filter(said -> Stream.of(parts).allMatch(said::contains));
    }

    /** Types it again with each answer, until one has all of this in it. */
    private void becomes(String command, String... parts) {
        int from = lane.lines().size();
        int[] asked = {0};
        Await.until(command + " says " + List.of(parts), PATIENCE, () -> {
            if (answer(from, parts).findFirst().isPresent()) {
                return true;
            }
            if (answer(from, "\"id\":\"cloud\"").count() == asked[0]) {
                asked[0]++;
                try {
                    lane.command(command + " --json");
                } catch (IOException ended) {
                    throw new UncheckedIOException(ended);
                }
            }
            return false;
        });
    }

    @Test
    void doAndSayWhatScriptsNeed() throws Exception {
        refusesAndChangesNothing();
        lane.command("cloud:enrol " + address() + " --json");
        int from = lane.lines().size();
        lane.command(cloud.ask("SELECT pos_admin.make_code('" + store + "')"));
        awaits(from, "the enrolment", "{\"enrolled\":true,\"store\":\"Corner Shop\"}");
        exchanges();
        findsWhatDiffers();
        saysThatSomebodyElseAnswers();
        endsWithTheEnrolment();
    }

    private void refusesAndChangesNothing() throws Exception {
        String none = "\"state\":\"NONE\",\"address\":\"\"";
        asks("cloud:status", none, "\"backlog\":0");
        asks("cloud:push", "{\"error\":\"This lane is not enrolled with a cloud.\"}");
        asks("cloud:pull", "{\"error\":\"This lane is not enrolled with a cloud.\"}");
        asks("cloud:reconcile", "\"good\":true", "This lane is not enrolled with a cloud.");

        asks("cloud:enrol " + address() + " AAAA-BBBB", "{\"error\":\"The cloud says: The code is not known.\"}");
        asks("cloud:enrol " + NOBODY + " AAAA-BBBB", "{\"error\":\"The cloud could not be asked. No connection.\"}");
        asks("cloud:enrol http://shop.example AAAA-BBBB", "{\"error\":", "https");
        String door = line.address().getPort() + "/nothing";
        asks("cloud:enrol http://127.0.0.1:" + door + " AAAA-BBBB", "There is no such cloud at that address.");
        line.manner(Manner.SIGN_IN_PAGE);
        asks("cloud:enrol " + address() + " AAAA-BBBB", "Something else answers at its address");
        line.manner(Manner.SENDS_ELSEWHERE);
        asks("cloud:enrol " + address() + " AAAA-BBBB", "Something else answers at its address");
        line.manner(Manner.PASSES_ON);
        asks("cloud:status", none);
        assertEquals(0, cloud.number("SELECT count(*) FROM pos.lanes"));
    }

    private void exchanges() throws Exception {
        asks("cloud:push", "{\"done\":true,\"backlog\":0,");
        assertTrue(cloud.number("SELECT count(*) FROM pos.event_log") > 0, "what the set-up wrote is there");
        assertEquals(2, cloud.number("SELECT count(*) FROM pos.products"));

        cloud.run("UPDATE pos.products SET price_cents = 2599 WHERE name = 'NORTH COVE GIN'");
        asks("cloud:pull", "{\"done\":true,");
        asks("pos:products GIN", "NORTH COVE GIN", "2599");
        becomes("cloud:status", "\"state\":\"FINE\"", "\"storeName\":\"Corner Shop\"", "\"backlog\":0", address());
    }

    private void findsWhatDiffers() throws Exception {
        asks("cloud:reconcile", "\"good\":true", "All 0 sales of 35 days are in the cloud.");
        cloud.run(
                """
                INSERT INTO pos.transactions (store_id, id, receipt_number, workstation_id, status, opened_by, opened_at, operator_id,
                  operator_name, completed_at, business_day, subtotal_cents, tax_cents, total_cents, item_count, content_hash)
                SELECT id, gen_random_uuid(), 'R1', 'L1', 'COMPLETED', 'x', 0, 'x', 'X', 0, current_date, 500, 0, 500, 1000, ''
                FROM pos.stores
                """);
        int from = lane.lines().size();
        asks("cloud:reconcile", "\"good\":false", "0 sales of 0.00 here, 1 sale of 5.00 in the cloud.");
        awaits(from, "the failure", "{\"error\":\"the cloud does not hold the same, or could not be asked\"}");
        cloud.run("DELETE FROM pos.transactions");
    }

    private void saysThatSomebodyElseAnswers() throws Exception {
        line.manner(Manner.SIGN_IN_PAGE);
        String portal = "Something else answers at its address: a sign-in page of the network, or another service.";
        asks("cloud:pull", "{\"error\":\"The cloud could not be asked. " + portal);
        asks("cloud:push", "{\"error\":", portal);
        asks("cloud:reconcile", "\"good\":false", portal);
        asks("cloud:status", "\"state\":\"TROUBLE\"", portal);
        line.manner(Manner.PASSES_ON);
        asks("cloud:push", "{\"done\":true,\"backlog\":0,");
        becomes("cloud:status", "\"state\":\"FINE\"", "\"trouble\":\"\"");
    }

    private void endsWithTheEnrolment() throws Exception {
        cloud.ask("SELECT pos_admin.revoke('" + store + "', node_id) FROM pos.lanes WHERE enrolled_at > 0");
        asks("cloud:pull", "{\"error\":\"The cloud says: The lane was revoked.\"}");
        becomes("cloud:status", "\"state\":\"GONE\"");
        lane.end();

        Product.Run again = product().commands("cloud:pull --json");
        assertEquals(1, again.exitCode(), again.text());
        assertTrue(again.text().contains("{\"error\":\"The cloud says: The lane was revoked.\"}"), again.text());
    }
}
