package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.catalog.WrittenProduct;
import com.euphoriapos.core.checkout.WrittenSale;
import com.euphoriapos.domain.Product;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.store.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows and events that a disk lost or changed, on real stores with the shipped handlers: what a comparison makes of them. */
class HealingTest extends SellingLanes {
    @Test
    void writesAProductAnewFromTheLogAndKeepsWhatStoodThere() {
        open("1a", "2b");
        Product product = Samples.product(1);
        lanes.get(0).with(handle -> WrittenProduct.write(handle, product, Samples.NOON));
        agree();
        assertHealed();
        TestLane hurt = lanes.get(1);
        damage(hurt, "UPDATE products SET price_cents = 1");

        List<Finding> findings = compare(lanes.get(0));

        assertFalse(findings.get(findings.size() - 1).good());
        assertEquals(
                product,
                hurt.read(h -> h.catalog().byId(product.id())).orElseThrow().product());
        assertEquals(List.of(Repair.MENDED), reviews(hurt));
        assertEquals(List.of(), reviews(lanes.get(0)), "nothing was wrong there");
        assertEquals(1, setAside(hurt));
        assertTrue(value(hurt, "SELECT raw FROM quarantine").contains("\"price_cents\":1"), "what stood there is kept");
        assertHealed();
    }

    @Test
    void bringsBackASaleWithItsLinesAndItsStock() {
        open("1a", "2b");
        String lost = sell(lanes.get(0));
        String changed = sell(lanes.get(0));
        String kept = sell(lanes.get(1));
        agree();
        TestLane hurt = lanes.get(1);
        String before = value(hurt, "SELECT SUM(on_hand) FROM inventory");
        damage(hurt, "DELETE FROM transaction_items WHERE transaction_id = '" + lost + "'");
        damage(hurt, "DELETE FROM transaction_tenders WHERE transaction_id = '" + lost + "'");
        damage(hurt, "DELETE FROM inventory_changes WHERE transaction_id = '" + lost + "'");
        damage(hurt, "UPDATE transactions SET total_cents = 1 WHERE id = '" + changed + "'");
        damage(hurt, "UPDATE inventory_changes SET changeAmount = -9000 WHERE transaction_id = '" + changed + "'");

        compare(hurt);

        for (String id : List.of(lost, changed, kept)) {
            assertEquals(
                    lanes.get(0).<Object>read(h -> h.transactions().byId(id)),
                    hurt.<Object>read(h -> h.transactions().byId(id)),
                    "the sale " + id);
        }
        assertEquals(before, value(hurt, "SELECT SUM(on_hand) FROM inventory"));
        assertHealed();
    }

    @Test
    void leavesASaleAsItWasAppliedWhateverALaneSaidOfItLater() {
        open("1a", "2b", "3c");
        TestLane owner = lanes.get(1);
        String id = sell(owner);
        agree();
        Object sold = owner.<Object>read(h -> h.transactions().byId(id));
        TestLane bad = lanes.get(0);
        bad.with(handle -> WrittenSale.claim(
                handle,
                Samples.sale(
                        handle.lane().nextReceiptNumber("L1"),
                        Samples.openSale(id, List.of(Samples.product(2), Samples.product(3))),
                        Samples.NOON)));
        agree();
        assertTrue(owner.parked() > 0 && lanes.get(2).parked() > 0, "it is refused, and kept");

        for (TestLane lane : List.of(owner, lanes.get(2))) {
            assertEquals(0, bad.engine.questions().mend(lane.node, "transactions", List.of(id)), lane.node);
            assertEquals(sold, lane.<Object>read(h -> h.transactions().byId(id)), lane.node);
            assertEquals(0, setAside(lane), lane.node);
        }
    }

    @Test
    void healsByTheLogWhileEventsAreParkedThatNobodyCanApply() {
        open("1a", "2b");
        String id = sell(lanes.get(0));
        lanes.get(1).with(h -> h.outbox()
                .append(List.of(
                        new Message(Samples.id("unknown"), "loyalty:new", "loyalty:1", "{}", "", Samples.NOON))));
        agree();
        assertEquals(1, lanes.get(0).parked());
        damage(lanes.get(0), "UPDATE transactions SET total_cents = 1 WHERE id = '" + id + "'");

        List<Finding> findings = compare(lanes.get(1));

        assertEquals(
                lanes.get(1).<Object>read(h -> h.transactions().byId(id)),
                lanes.get(0).<Object>read(h -> h.transactions().byId(id)));
        String text = findings.get(findings.size() - 1).text();
        assertTrue(text.contains("not applied") && text.contains("put right"), text);
    }

    @Test
    void goesByWhatMostLanesHoldWhereNoLogSaysIt() {
        open("1a", "2b", "3c");
        for (TestLane lane : lanes) {
            lane.with(handle -> handle.catalog().save(Samples.product(1), Samples.NOON));
        }
        agree();
        assertHealed();
        TestLane hurt = lanes.get(2);
        damage(hurt, "UPDATE products SET name = 'something else'");

        compare(lanes.get(0));
        assertEquals("something else", value(hurt, "SELECT name FROM products"), "each lane heals itself only");
        compare(hurt);

        assertEquals(Samples.product(1).name(), value(hurt, "SELECT name FROM products"));
        assertTrue(reviews(hurt).contains(Repair.MENDED), reviews(hurt).toString());
        assertEquals(1, setAside(hurt));
        assertHealed();
    }

    @Test
    void leavesBothAsTheyAreWhereNothingDecidesAndPutsItUpForReview() {
        open("1a", "2b");
        lanes.forEach(lane -> lane.with(handle -> handle.catalog().save(Samples.product(1), Samples.NOON)));
        damage(lanes.get(1), "UPDATE products SET name = 'something else'");

        List<Finding> findings = compare(lanes.get(0));

        assertFalse(findings.get(findings.size() - 1).good());
        assertEquals("something else", value(lanes.get(1), "SELECT name FROM products"));
        assertEquals(Samples.product(1).name(), value(lanes.get(0), "SELECT name FROM products"));
        compare(lanes.get(0));
        assertEquals(List.of(Repair.DIFFERS), reviews(lanes.get(0)), "once, however often it is found");
    }

    @Test
    void fetchesEventsAnewThatItsDiskLostOrChanged() {
        open("1a", "2b", "3c");
        for (int i = 0; i < 6; i++) {
            sell(lanes.get(0));
            sell(lanes.get(1));
        }
        agree();
        TestLane hurt = lanes.get(1);
        damage(hurt, "UPDATE foreign_log SET payload = '{\"total\":1}' WHERE seq = 3");
        damage(hurt, "DELETE FROM foreign_log WHERE seq = 5");
        damage(hurt, "UPDATE outbox SET payload = '{\"total\":1}' WHERE seq = 2");
        damage(hurt, "DELETE FROM outbox WHERE seq = 4");

        List<Finding> findings = compare(hurt);

        assertEquals(2, findings.stream().filter(f -> !f.good()).count(), findings.toString());
        assertEquals(2, setAside(hurt), "the two that were changed");
        TestLane sound = lanes.get(2);
        sound.vector()
                .forEach((stream, end) -> assertEquals(
                        sound.<Object>read(h -> h.replication().read(stream, 0, end.seq(), 1_000, 1 << 20)),
                        hurt.<Object>read(h -> h.replication().read(stream, 0, end.seq(), 1_000, 1 << 20)),
                        stream.toString()));
        assertHealed();
    }

    @Test
    void sendsNoDamagedEventsAndFetchesThemAnewAtOnce() {
        open("1a", "2b", "3c");
        TestLane hurt = lanes.get(0);
        TestLane late = lanes.get(2);
        network.cut("3c");
        Await.until("it is alone", PATIENCE, () -> !late.isConnected("1a") && !late.isConnected("2b"));
        sell(hurt);
        Await.until("one has it", PATIENCE, () -> lanes.get(1).vector().equals(hurt.vector()));
        damage(hurt, "UPDATE outbox SET payload = '{}' WHERE seq = 1");

        network.connect("1a", "3c");

        Await.until("it arrives", PATIENCE, () -> late.vector().equals(hurt.vector()));
        assertTrue(hurt.isConnected("3c"), "the link stands");
        assertEquals(1, setAside(hurt));
    }

    @Test
    void saysWhichLogIsDamagedWhereNobodyCanGiveItBack() {
        open("1a", "2b");
        sell(lanes.get(0));
        agree();
        damage(lanes.get(0), "UPDATE outbox SET payload = '{}'");
        damage(lanes.get(1), "UPDATE foreign_log SET payload = '{}'");

        List<Finding> findings = compare(lanes.get(0));

        assertTrue(findings.get(0).text().contains("this lane's own log"), findings.toString());
        assertFalse(findings.get(0).good());
        assertEquals(0, setAside(lanes.get(0)));
    }

    @Test
    void setsAsideOnceWhatItsOwnLaneSaysDiffers() {
        open("1a", "2b");
        sell(lanes.get(0));
        agree();
        TestLane owner = lanes.get(0);
        TestLane other = lanes.get(1);
        StreamId stream = new StreamId("1a", owner.store.facts().epoch());
        damage(
                owner,
                "UPDATE stream SET applied_hash = '" + "f".repeat(32) + "' WHERE epoch = '" + stream.epoch() + "'");
        Optional<Session> before = owner.engine.session();
        Optional<Session> first = other.engine.session();
        owner.engine.with(session -> owner.engine.restart("its disk was changed behind its back"));
        Await.until("it runs anew", PATIENCE, () -> runsAnew(owner, before) && !other.isConnected("1a"));
        network.connect("1a", "2b");
        Await.until("it is set aside", PATIENCE, () -> setAside(other) == 1);
        Await.until("it runs anew", PATIENCE, () -> runsAnew(other, first) && !owner.isConnected("2b"));
        Optional<Session> next = other.engine.session();

        network.connect("1a", "2b");
        Await.until("that is not done again", PATIENCE, () -> other.engine.situation().alarms().all().stream()
                .anyMatch(alarm -> alarm.kind().equals("LOG_END")));

        assertEquals(1, setAside(other));
        assertEquals(next, other.engine.session(), "links are not cut again");
        assertTrue(other.isConnected("1a"));

        Optional<Session> damaged = owner.engine.session();
        List<Finding> findings = compare(owner);
        assertTrue(findings.get(0).text().contains("written down anew"), findings.toString());
        Await.until("it runs anew", PATIENCE, () -> runsAnew(owner, damaged) && !other.isConnected("1a"));
        network.connect("1a", "2b");
        Await.until("they are connected", PATIENCE, () -> owner.isConnected("2b") && other.isConnected("1a"));
        agree();
        assertHealed();
        assertFalse(alarmed(other, "LOG_END"), "it is over");
    }

    private static boolean alarmed(TestLane lane, String kind) {
        return lane.engine.situation().alarms().all().stream()
                .anyMatch(alarm -> alarm.kind().equals(kind));
    }

    @Test
    void writesDownAnewWhereACopyOfALogEnds() {
        open("1a", "2b");
        sell(lanes.get(0));
        agree();
        TestLane hurt = lanes.get(1);
        Mark end =
                hurt.vector().get(new StreamId("1a", lanes.get(0).store.facts().epoch()));
        damage(hurt, "UPDATE stream SET applied_hash = '" + "f".repeat(32) + "' WHERE origin = '1a'");

        Optional<Session> damaged = hurt.engine.session();
        List<Finding> findings = compare(hurt);

        assertTrue(findings.get(0).text().contains("written down anew"), findings.toString());
        assertEquals(end.hash(), value(hurt, "SELECT applied_hash FROM stream WHERE origin = '1a'"));
        Await.until("it runs anew", PATIENCE, () -> runsAnew(hurt, damaged));
        network.connect("1a", "2b");
        Await.until(
                "they are connected",
                PATIENCE,
                () -> hurt.isConnected("1a") && lanes.get(0).isConnected("2b"));
        sell(lanes.get(0));
        agree();
        assertHealed();
    }

    @Test
    void setsAsideWhatALaneNeverWroteAndTakesWhatItDid() {
        open("1a", "2b");
        sell(lanes.get(0));
        agree();
        TestLane owner = lanes.get(0);
        TestLane cheated = lanes.get(1);
        network.cut("1a");
        Await.until("they are apart", PATIENCE, () -> !cheated.isConnected("1a"));
        StreamId stream = new StreamId("1a", owner.store.facts().epoch());
        Mark end = cheated.vector().get(stream);
        Event forged = new Event(
                        Samples.id("forged"),
                        Topics.INVENTORY_UPDATE,
                        stream,
                        end.seq() + 1,
                        99,
                        "product:p",
                        "ffffffffffff-0000",
                        1,
                        "",
                        1,
                        "{\"forged\":true}",
                        "")
                .linked(end.hash());
        cheated.store.apply(Store.Priority.BACKGROUND, handle -> {
            handle.replication().keep(new Segment(stream, end.hash(), List.of(forged)));
            return true;
        });
        String real = sell(owner);
        String second = sell(owner);
        Optional<Session> first = cheated.engine.session();
        cheated.engine.with(session -> cheated.engine.restart("what it holds was changed behind its back"));
        Await.until("it runs anew", PATIENCE, () -> runsAnew(cheated, first));
        Optional<Session> next = cheated.engine.session();
        network.connect("1a", "2b");
        Await.until("it is set aside", PATIENCE, () -> setAside(cheated) == 1);
        assertTrue(value(cheated, "SELECT raw FROM quarantine").contains("forged"));
        Await.until("it runs anew", PATIENCE, () -> runsAnew(cheated, next) && !owner.isConnected("2b"));
        network.connect("1a", "2b");
        agree();
        for (String id : List.of(real, second)) {
            assertTrue(cheated.read(h -> h.transactions().byId(id)).isPresent(), id);
        }
        assertTrue(reviews(cheated).contains(Repair.SET_ASIDE), reviews(cheated).toString());
        assertEquals(List.of(), reviews(owner));
        assertHealed();
    }
}
