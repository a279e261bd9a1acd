package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.CommitListener.Subject;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new lane gets what the store has, on real stores. */
class SnapshotsTest {
    private static final int PRODUCTS = 700;
    private static final StreamId THIRD = new StreamId("three", "E3");

    @TempDir
    private Path home;

    private SqliteStore old;
    private SqliteStore young;
    private SqliteSnapshots from;
    private SqliteSnapshots into;

    @BeforeEach
    void open() {
        old = open("old");
        young = open("young");
        from = new SqliteSnapshots(old, Clock.systemUTC());
        into = new SqliteSnapshots(young, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
        old.close();
        young.close();
    }

    private SqliteStore open(String name) {
        SqliteStore store = RealStores.sqlite(home.resolve(name));
        store.write(h -> {
            h.lane().put("node_id", name);
            h.lanes().save(new PairedLane(name, name, PairedLane.State.ACTIVE, name + ":1"));
            return true;
        });
        return store;
    }

    private static void stock(SqliteStore store) {
        store.write(h -> {
            for (int i = 0; i < PRODUCTS; i++) {
                Samples.offer(h, i);
            }
            return true;
        });
    }

    private static CompletedTransaction sell(SqliteStore store, String name, int... numbers) {
        List<Product> products =
                IntStream.of(numbers).mapToObj(Samples::product).toList();
        CompletedTransaction sale = Samples.sale(Samples.id(name), "R-" + name, products);
        assertTrue(store.<Boolean>write(h -> Samples.complete(h, sale)));
        return sale;
    }

    private static void sellMany(SqliteStore store, String name, int count) {
        for (int i = 0; i < count; i++) {
            sell(store, name + i, i % PRODUCTS, (i * 7 + 1) % PRODUCTS);
        }
    }

    private Path take(SnapshotPart part, String id) {
        Path file = home.resolve(id + part);
        from.write(id, part, file);
        return file;
    }

    private Map<String, Quantity> stockOf(SqliteStore store) {
        return store.read(h -> {
            Map<String, Quantity> all = new TreeMap<>();
            for (int i = 0; i < PRODUCTS; i++) {
                String id = Samples.product(i).id();
                all.put(id, h.inventory().onHand(id));
            }
            return all;
        });
    }

    /** What the changes say, and that nothing is left that has none. */
    private static void assertAudited(SqliteStore store) {
        store.read(h -> ((UnitOfWork) h).sql(session -> {
            assertEquals(
                    "0",
                    DatabaseFile.query(
                            session.connection(),
                            """
                            SELECT COUNT(*) FROM inventory i
                            WHERE base <> 0 OR base_sold <> 0 OR on_hand <>
                              (SELECT COALESCE(SUM(changeAmount), 0) FROM inventory_changes c WHERE c.product_id = i.product_id)
                            """));
            return true;
        }));
    }

    /** A lane that was away for weeks had its own edits meanwhile. */
    @Test
    void joinsThePartsOfAPersonThatBothSidesEdited() {
        EmployeeRecord before =
                new EmployeeRecord("d", "Dana", "R", Role.CASHIER, "old pin", "hash", 4, "", true, Samples.NOON);
        EmployeeRecord letGo =
                new EmployeeRecord("d", "Dana", "Rey", Role.CASHIER, "old pin", "hash", 4, "", false, Samples.NOON);
        EmployeeRecord newPin =
                new EmployeeRecord("d", "Dana", "R", Role.CASHIER, "new pin", "hash2", 6, "", true, Samples.NOON);
        old.write(h -> {
            h.employees().save(before);
            h.employees().save(letGo);
            h.versions().put("employee:d", "pin", new Version("000000000001-0000", "old", "", ""));
            h.versions().put("employee:d", "person", new Version("000000000005-0000", "old", "", ""));
            h.versions().put("employee:d", "active", new Version("000000000006-0000", "old", "", ""));
            return true;
        });
        young.write(h -> {
            h.employees().save(newPin);
            h.versions().put("employee:d", "pin", new Version("000000000009-0000", "young", "", ""));
            h.versions().put("employee:d", "person", new Version("000000000002-0000", "old", "", ""));
            return true;
        });
        into.install(SnapshotPart.CATALOG, take(SnapshotPart.CATALOG, "a"), thousandths -> {});

        EmployeeRecord now = young.read(h -> h.employees().byId("d")).orElseThrow();
        assertEquals("new pin", now.pinLookup());
        assertEquals("Rey", now.lastName());
        assertFalse(now.active(), "whom others let go stays away");
        assertEquals(
                new Version("000000000009-0000", "young", "", "000000000001-0000 old"),
                young.read(h -> h.versions().of("employee:d", "pin")).orElseThrow());
        assertEquals(
                new Version("000000000005-0000", "old", "", "000000000002-0000 old"),
                young.read(h -> h.versions().of("employee:d", "person")).orElseThrow());
    }

    @Test
    void givesANewLaneEverythingWhileItSells() {
        stock(old);
        sellMany(old, "before", 300);
        EmployeeRecord dana =
                new EmployeeRecord("d", "Dana", "R", Role.OWNER, "lookup", "hash", 6, "", true, Samples.NOON);
        old.write(h -> {
            h.settings().put("store_name", "\"Corner\"", Samples.NOON);
            h.employees().save(dana);
            h.reviews().raise(new Review("r1", "CONFLICT", "product:x", "{}", Samples.NOON));
            h.suspended()
                    .save(new Suspended(
                            "s1", "17", "L1", "Dana", Money.ofCents(5), Quantity.of(1), "", "{}", Samples.NOON));
            h.suspended().claim(new Claim("gift:1", "c1", "old", "0-0", "d", Samples.NOON));
            h.outbox()
                    .append(List.of(
                            new Message(Samples.id("edit"), "product:upsert", "product:x", "{}", "d", Samples.NOON)));
            return true;
        });
        Segment third = parkSomething();

        Path catalog = take(SnapshotPart.CATALOG, "a");
        CompletedTransaction late = sell(old, "after the moment", 5);
        into.install(SnapshotPart.CATALOG, catalog, thousandths -> {});

        assertEquals(1, young.read(h -> h.catalog().byCode(Samples.code(3))).size());
        assertEquals(Optional.of(dana), young.read(h -> h.employees().byPinLookup("lookup")));
        assertEquals(
                "\"Corner\"", young.read(h -> h.settings().get("store_name")).orElseThrow());
        assertEquals(
                "old:1", young.read(h -> h.lanes().byNode("old")).orElseThrow().address());
        assertEquals(1L, (long) young.<Long>read(h -> h.reviews().openCount()));
        assertEquals("17", young.read(h -> h.suspended().waiting()).get(0).number());
        assertEquals(1, young.read(h -> h.suspended().claims("gift:1")).size());
        assertTrue(young.read(h -> h.versions().of("product:x", "")).isPresent());
        Map<String, Quantity> counted = stockOf(young);
        CompletedTransaction own = sell(young, "own", 3, 4);
        List<Integer> progress = new ArrayList<>();
        into.install(SnapshotPart.HISTORY, take(SnapshotPart.HISTORY, "a"), progress::add);

        counted.merge(Samples.product(3).id(), Quantity.of(-1), Quantity::plus);
        counted.merge(Samples.product(4).id(), Quantity.of(-2), Quantity::plus);
        assertEquals(counted, stockOf(young));
        assertAudited(young);
        assertEquals(301, young.read(h -> h.transactions().totals(Samples.DAY)).count());
        assertEquals(Optional.of(own), young.read(h -> h.transactions().byId(own.id())));
        assertEquals(Optional.empty(), young.read(h -> h.transactions().byId(late.id())));
        assertEquals(1000, progress.get(progress.size() - 1));
        assertEquals(progress.stream().sorted().toList(), progress);
        assertAdopted(third);
    }

    /** A third lane's events reach the old one, which can't apply the second. */
    private Segment parkSomething() {
        List<Event> events = new ArrayList<>();
        String hash = HashChain.START;
        for (int i = 1; i <= 3; i++) {
            Event event =
                    new Event("t" + i, "new:topic", THIRD, i, i, "thing:" + i, "", 0, "", 1, "{}", "").linked(hash);
            events.add(event);
            hash = event.hash();
        }
        Segment segment = new Segment(THIRD, HashChain.START, events);
        old.apply(Priority.BACKGROUND, h -> {
            h.replication().keep(segment);
            h.replication().park(events.get(1), "too new", Samples.NOON);
            return true;
        });
        return segment;
    }

    private void assertAdopted(Segment third) {
        Map<StreamId, Mark> vector = young.read(h -> h.replication().vector());
        assertEquals(third.end(), vector.get(THIRD));
        StreamId oldStream = new StreamId("old", old.facts().epoch());
        assertTrue(vector.get(oldStream).seq() > 600);
        assertTrue(vector.get(oldStream).seq()
                < old.read(h -> h.replication().vector()).get(oldStream).seq());
        assertFalse(young.read(h -> h.replication().kept()).containsKey(oldStream));
        var parked = young.read(h -> h.replication().parked(9));
        assertEquals(1, parked.size());
        assertEquals(third.events().get(1), parked.get(0).event());
        // The tail continues it.
        Segment tail = old.read(h ->
                        h.replication().read(oldStream, vector.get(oldStream).seq(), 99_999, 99, 99_999))
                .orElseThrow();
        young.apply(Priority.BACKGROUND, h -> {
            h.replication().keep(tail);
            return true;
        });
    }

    @Test
    void tellsListenersThatEverythingMayHaveChanged() {
        stock(old);
        List<Set<Subject>> heard = new ArrayList<>();
        young.addListener(commit -> heard.add(commit.applied()));

        into.install(SnapshotPart.CATALOG, take(SnapshotPart.CATALOG, "a"), thousandths -> {});

        assertEquals(1, heard.size());
        assertTrue(heard.get(0).contains(new Subject("employee:upsert", "")));
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void goesOnAfterACrashAtAnySlice() {
        stock(old);
        sellMany(old, "s", 250);
        Path catalog = take(SnapshotPart.CATALOG, "a");
        Path history = take(SnapshotPart.HISTORY, "a");
        for (Path file : List.of(catalog, history)) {
            SnapshotPart part = file == catalog ? SnapshotPart.CATALOG : SnapshotPart.HISTORY;
            boolean done = false;
            for (int round = 0; !done; round++) {
                int cut = round % 3 + 1;
                int[] slices = {0};
                try {
                    into.install(part, file, thousandths -> {
                        if (++slices[0] == cut) {
                            throw new Killed();
                        }
                    });
                    done = true;
                } catch (Killed planned) {
                    sell(young, part + " " + round, round % PRODUCTS);
                }
                young.close();
                young = open("young");
                into = new SqliteSnapshots(young, Clock.systemUTC());
            }
        }
        into.install(SnapshotPart.HISTORY, history, thousandths -> {});

        assertAudited(young);
        assertTrue(young.read(h -> h.transactions().totals(Samples.DAY)).count() > 250);
    }

    @Test
    void countsNothingTwiceWhenItBeginsAgainWithAnotherSnapshot() {
        stock(old);
        sellMany(old, "s", 200);
        young.write(h -> h.inventory()
                .apply(new Change("x", Samples.product(9).id(), Quantity.of(40), "receive", "", Samples.NOON)));
        into.install(SnapshotPart.CATALOG, take(SnapshotPart.CATALOG, "a"), thousandths -> {});
        Path half = take(SnapshotPart.HISTORY, "a");
        assertThrows(
                Killed.class,
                () -> into.install(SnapshotPart.HISTORY, half, thousandths -> {
                    throw new Killed();
                }));
        sellMany(old, "more", 100);
        sell(young, "own", 1);
        into.install(SnapshotPart.CATALOG, take(SnapshotPart.CATALOG, "b"), thousandths -> {});
        assertThrows(StoreException.class, () -> into.install(SnapshotPart.HISTORY, half, thousandths -> {}));
        into.install(SnapshotPart.HISTORY, take(SnapshotPart.HISTORY, "b"), thousandths -> {});

        assertAudited(young);
        assertEquals(301, young.read(h -> h.transactions().totals(Samples.DAY)).count());
        Map<String, Quantity> expected = stockOf(old);
        expected.merge(Samples.product(9).id(), Quantity.of(40), Quantity::plus);
        expected.merge(Samples.product(1).id(), Quantity.of(-1), Quantity::plus);
        assertEquals(expected, stockOf(young));
    }

    @Test
    void keepsWhatThisLaneEditedLater() {
        stock(old);
        Path catalog = take(SnapshotPart.CATALOG, "a");
        Product mine = Samples.product(8);
        Product dearer = new Product(
                mine.id(), mine.sku(), mine.name(), mine.category(), 750, Money.ofCents(1), 12, "standard", true);
        young.write(h -> {
            h.catalog().save(dearer, Samples.NOON);
            h.outbox()
                    .append(List.of(new Message(
                            Samples.id("m"), "product:upsert", "product:" + mine.id(), "{}", "d", Samples.NOON)));
            return true;
        });

        into.install(SnapshotPart.CATALOG, catalog, thousandths -> {});

        assertEquals(Optional.of(dearer), young.read(h -> h.catalog().bySku(mine.sku())));
        assertEquals(PRODUCTS, (long) young.<Long>read(h -> h.catalog().count()));
    }

    @Test
    void carriesNoSecretAndNothingOfTheLaneItself() throws IOException {
        stock(old);
        old.write(h -> {
            h.lane().put("pin.pepper", "planted-secret-of-the-lane");
            h.lane().saveOpenTransaction("o", "{\"planted\":\"open-sale\"}", Samples.NOON);
            h.journal()
                    .append(new com.euphoriapos.api.store.JournalRepository.Entry(
                            Samples.NOON, "X", "planted-actor", "", "{}"));
            h.outbox()
                    .append(List.of(
                            new Message("m", "transaction:new", "t", "{\"planted\":\"event\"}", "", Samples.NOON)));
            return true;
        });
        for (SnapshotPart part : SnapshotPart.values()) {
            String bytes = Files.readString(take(part, "a"), StandardCharsets.ISO_8859_1);
            for (String planted : List.of("planted-secret", "open-sale", "planted-actor", "\"event\"")) {
                assertFalse(bytes.contains(planted), part + " " + planted);
            }
        }
    }

    @Test
    void refusesWhatIsNoSnapshotOfThisSchema() throws IOException, SQLException {
        stock(old);
        Path good = take(SnapshotPart.CATALOG, "a");
        assertRefused(SnapshotPart.HISTORY, good);
        assertRefused(SnapshotPart.CATALOG, home.resolve("missing"));
        assertRefused(SnapshotPart.CATALOG, Files.writeString(home.resolve("text"), "no database ".repeat(99)));
        assertRefused(SnapshotPart.CATALOG, changed(good, "UPDATE snapshot SET value = '3' WHERE key = 'schema'"));
        assertRefused(SnapshotPart.CATALOG, changed(good, "DELETE FROM products WHERE row_id = 5"));
        assertRefused(SnapshotPart.CATALOG, changed(good, "CREATE VIEW v AS SELECT 1"));
        byte[] bytes = Files.readAllBytes(good);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 9_000, (byte) 7);
        assertRefused(SnapshotPart.CATALOG, Files.write(home.resolve("damaged"), bytes));
        assertEquals(0, (long) young.<Long>read(h -> h.catalog().count()));
        assertThrows(StoreException.class, () -> from.write("a", SnapshotPart.CATALOG, good));
        into.install(SnapshotPart.CATALOG, good, thousandths -> {});
        assertThrows(StoreException.class, () -> into.write("x", SnapshotPart.CATALOG, home.resolve("y")));
    }

    private void assertRefused(SnapshotPart part, Path file) {
        assertThrows(StoreException.class, () -> into.install(part, file, thousandths -> {}), file.toString());
    }

    private Path changed(Path good, String sql) throws IOException, SQLException {
        Path copy = Files.copy(good, home.resolve("changed" + Math.abs(sql.hashCode())));
        try (Connection connection = new DatabaseFile(copy).openCopier()) {
            DatabaseFile.execute(connection, sql);
        }
        return copy;
    }

    @Test
    void takesOutAgainWhatAJoinThatEndedHalfWayHadTakenIn() {
        stock(old);
        Path catalog = take(SnapshotPart.CATALOG, "half");
        into.install(SnapshotPart.CATALOG, catalog, done -> {});
        assertTrue(young.read(h -> h.catalog().byId(Samples.product(1).id())).isPresent());

        into.discard();

        assertTrue(young.read(h -> h.catalog().byId(Samples.product(1).id())).isEmpty());
        assertEquals(List.of(), young.read(h -> h.catalog().search("product", 5)));
        assertEquals(0, young.read(h -> h.settings().all()).size());
        into.install(SnapshotPart.CATALOG, catalog, done -> {});
        assertTrue(young.read(h -> h.catalog().byId(Samples.product(1).id())).isPresent());
        young.write(h -> {
            h.lane().put(LaneRepository.KEY_WORKSTATION_ID, "L2");
            return true;
        });
        assertThrows(StoreException.class, into::discard);
        assertTrue(young.read(h -> h.catalog().byId(Samples.product(1).id())).isPresent());
    }
}
