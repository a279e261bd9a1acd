package com.euphoriapos.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReplicationRepository.Parked;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.catalog.CatalogActs;
import com.euphoriapos.core.checkout.SaleWrites;
import com.euphoriapos.core.employee.PeopleActs;
import com.euphoriapos.core.fixture.ReplicaLane;
import com.euphoriapos.core.inventory.StockMessages;
import com.euphoriapos.core.lane.ParkedDesk;
import com.euphoriapos.core.settings.ConfigMessages;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lane says things, the other one decides what it makes of them. */
final class CraftedEventsTest {
    private static final Operator OWNER = new Operator("owner", "Olga", "Owner", Role.OWNER, Authority.FULL);

    @TempDir
    private Path folder;

    private ReplicaLane one;
    private ReplicaLane two;

    @BeforeEach
    void open() throws IOException {
        one = new ReplicaLane(Files.createDirectories(folder.resolve("1")), "1".repeat(64), Samples.NOON);
        two = new ReplicaLane(Files.createDirectories(folder.resolve("2")), "2".repeat(64), Samples.NOON);
        RandomActs.begin(one);
        RandomActs.begin(two);
        say(one, handle -> {
            acts(handle).add("cash", "Carl", Role.CASHIER, "pin-c");
            acts(handle).add("mana", "Mary", Role.MANAGER, "pin-m");
        });
        pass(one, two);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private PeopleActs acts(StoreHandle handle) {
        return new PeopleActs(handle, OWNER, one.clock.instant());
    }

    private static Operator as(String id, Role role) {
        return new Operator(id, id, "", role, Authority.FULL);
    }

    private static void say(ReplicaLane lane, Consumer<StoreHandle> words) {
        lane.store().write(handle -> {
            words.accept(handle);
            return true;
        });
    }

    private static void pass(ReplicaLane from, ReplicaLane to) {
        while (to.takeFrom(from, from.stream(), 10)) {
            continue;
        }
    }

    private List<String> reasons() {
        pass(one, two);
        return two.parked().stream().map(Parked::reason).toList();
    }

    private static EmployeeRecord person(ReplicaLane lane, String id) {
        return lane.store().read(handle -> handle.employees().byId(id)).orElseThrow();
    }

    @Test
    void parksWhatACashierCanNotHaveDone() {
        Product dear = Samples.product(1);
        say(one, handle -> CatalogActs.save(handle, List.of(dear), "cash", "CASHIER", Samples.NOON));
        say(one, handle -> CatalogActs.save(handle, List.of(dear), "cash", "MANAGER", Samples.NOON));
        say(
                one,
                handle -> ConfigMessages.change(
                        handle, "tax_rates", "{\"standard\":0}", new ConfigMessages.By("cash", "OWNER", Samples.NOON)));
        say(one, handle -> new PeopleActs(handle, as("cash", Role.CASHIER), Samples.NOON)
                .change(person(handle, "cash"), "Carl", Role.OWNER));
        say(one, handle -> new PeopleActs(handle, as("cash", Role.CASHIER), Samples.NOON)
                .pin(person(handle, "mana"), "pin-x"));
        say(one, handle -> new PeopleActs(handle, as("nobody", Role.OWNER), Samples.NOON)
                .add("new", "Evil", Role.OWNER, "pin-e"));
        say(one, handle -> new PeopleActs(handle, as("new2", Role.OWNER), Samples.NOON)
                .add("new2", "Evil", Role.OWNER, "pin-f"));

        assertEquals(
                List.of(
                        "A cashier may not change products and prices: product:upsert.",
                        "Employee cash was never a manager, as far as this lane knows: product:upsert.",
                        "Employee cash was never an owner, as far as this lane knows: pos_config:update.",
                        "A cashier may not change employees: employee:upsert.",
                        "A cashier may not change employees: employee:upsert.",
                        "Employee nobody was never an owner, as far as this lane knows: employee:upsert.",
                        "Employee new2 was never an owner, as far as this lane knows: employee:upsert."),
                reasons());
        assertEquals(Role.CASHIER, person(two, "cash").role());
        assertEquals("pin-m", person(two, "mana").pinLookup());
    }

    private static EmployeeRecord person(StoreHandle handle, String id) {
        return handle.employees().byId(id).orElseThrow();
    }

    @Test
    void parksAChangeOfStockWhoseIdIsKnownWithAnotherContent() {
        String sale = Samples.id("sale");
        String id = Samples.id("change");
        Product gin = Samples.product(1);
        Change first = new Change(id, gin.id(), new Quantity(-1000), "sale", sale, Samples.NOON);
        Change other = new Change(id, gin.id(), new Quantity(-9000), "sale", sale, Samples.NOON);
        say(one, handle -> handle.outbox().append(List.of(StockMessages.update(first, "cash"))));
        say(one, handle -> handle.outbox().append(List.of(StockMessages.update(first, "cash"))));
        assertEquals(List.of(), reasons(), "the same may come again");

        say(one, handle -> handle.outbox().append(List.of(StockMessages.update(other, "cash"))));

        List<String> reasons = reasons();
        assertEquals(1, reasons.size());
        assertTrue(reasons.get(0).contains("Another change of stock is stored under the id " + id), reasons.get(0));
        assertEquals(
                new Quantity(3000),
                two.store().<Quantity>read(handle -> handle.inventory().onHand(gin.id())),
                "one of four was sold");
    }

    @Test
    void givesUpAParkedEventWithItsWholeTransactionAndSaysSoInTheJournal() {
        Message good = StockMessages.update(
                new Change(Samples.id("good"), Samples.product(1).id(), new Quantity(-1000), "sale", "s", Samples.NOON),
                "cash");
        Message bad = new Message(
                "018f0000-0000-7000-8000-000000000003",
                Topics.INVENTORY_UPDATE,
                "product:broken",
                "{}",
                "cash",
                Samples.NOON);
        say(one, handle -> handle.outbox().append(List.of(good, bad)));
        assertEquals(2, reasons().size());
        ParkedDesk desk = new ParkedDesk(two.store(), two.clock);

        assertInstanceOf(Result.Refused.class, desk.discard(bad.id(), " ", OWNER));
        assertInstanceOf(Result.Refused.class, desk.discard("unknown", "it is broken", OWNER));
        assertEquals(2, two.parked().size());
        assertInstanceOf(Result.Done.class, desk.discard(bad.id(), "it is broken", OWNER));

        assertEquals(List.of(), two.parked());
        assertEquals(0, two.retryParked());
        two.store().read(handle -> {
            assertEquals(0, handle.replication().parkedCount());
            assertEquals(2, handle.audit().quarantined());
            assertEquals(
                    new Quantity(4000),
                    handle.inventory().onHand(Samples.product(1).id()),
                    "as before");
            Entry entry = handle.journal().latest(1).get(0);
            assertEquals("EVENT_DISCARDED", entry.kind());
            assertEquals("owner", entry.actor());
            assertTrue(entry.detail().contains("it is broken"), entry.detail());
            return true;
        });
        assertInstanceOf(Result.Refused.class, desk.discard(bad.id(), "once more", OWNER));
    }

    @Test
    void parksAManagersChangeOfAnOwnerAlsoUnderAFalseName() {
        Operator manager = as("mana", Role.MANAGER);
        say(one, handle -> new PeopleActs(handle, manager, Samples.NOON).pin(person(handle, "owner"), "pin-x"));
        say(one, handle -> {
            EmployeeRecord owner = person(handle, "owner");
            EmployeeRecord lower = new EmployeeRecord(
                    "owner", "Olga", "Owner", Role.CASHIER, owner.pinLookup(), owner.pinHash(), true, Samples.NOON);
            new PeopleActs(handle, manager, Samples.NOON).pin(lower, "pin-y");
            new PeopleActs(handle, manager, Samples.NOON).add("owner", "Olga", Role.CASHIER, "pin-z");
        });

        assertEquals(
                List.of(
                        "Only an owner may change or make one, not a manager.",
                        "Employee owner was never a cashier, as far as this lane knows; the change is tried again when it knows more.",
                        "Employee owner was never a cashier, as far as this lane knows; the change is tried again when it knows more."),
                reasons());
        assertEquals("pin-0", person(two, "owner").pinLookup());
        assertEquals(Role.OWNER, person(two, "owner").role());
    }

    @Test
    void letsACashierChangeTheirOwnPin() {
        say(one, handle -> new PeopleActs(handle, as("cash", Role.CASHIER), Samples.NOON)
                .pin(person(handle, "cash"), "pin-new"));

        assertEquals(List.of(), reasons());
        assertEquals("pin-new", person(two, "cash").pinLookup());
    }

    @Test
    void believesTheConsole() {
        say(
                one,
                handle -> ConfigMessages.change(
                        handle, "currency_symbol", "\"€\"", new ConfigMessages.By("console", "OWNER", Samples.NOON)));

        assertEquals(List.of(), reasons());
        assertEquals(Optional.of("\"€\""), two.store().read(handle -> handle.settings()
                .get("currency_symbol")));
    }

    @Test
    void parksSettingsThatNobodyCouldRead() {
        ConfigMessages.By by = new ConfigMessages.By("owner", "OWNER", Samples.NOON);
        say(one, handle -> ConfigMessages.change(handle, "tax_rates", "{\"standard\":-1}", by));
        say(one, handle -> ConfigMessages.change(handle, "tax_rates", "7", by));
        say(one, handle -> ConfigMessages.change(handle, "time_zone", "\"Mars\"", by));
        say(one, handle -> ConfigMessages.change(handle, "roles", "{}", by));
        say(one, handle -> ConfigMessages.change(handle, "demo", "true", by));
        say(one, handle -> ConfigMessages.change(handle, "recovery_verifier", "\"x\"", by));
        say(one, handle -> ConfigMessages.change(handle, "of_a_newer_version", "{\"a\": [1, 2.50]}", by));

        assertEquals(6, reasons().size());
        assertTrue(reasons().stream().limit(4).allMatch(reason -> reason.contains("can't be understood")));
        assertEquals(Optional.of("{\"a\": [1, 2.50]}"), two.store().read(handle -> handle.settings()
                .get("of_a_newer_version")));
        assertEquals(
                Optional.empty(), two.store().read(handle -> handle.settings().get("tax_rates")));
    }

    @Test
    void triesAgainOnceTheAuthorIsKnown() {
        ReplicaLane three = new ReplicaLane(folder.resolve("2b"), "3".repeat(64), Samples.NOON);
        try (three) {
            RandomActs.begin(three);
            say(one, handle -> acts(handle).change(person(handle, "cash"), "Carl", Role.MANAGER));
            pass(one, two);
            say(
                    two,
                    handle -> CatalogActs.save(
                            handle, List.of(Samples.product(4)), "cash", "MANAGER", two.clock.instant()));
            pass(two, three);
            assertEquals(1, three.parked().size());
            assertEquals(0, three.retryParked());
            pass(one, three);
            assertEquals(1, three.retryParked());
            assertEquals(List.of(), three.parked());
        }
    }

    @Test
    void keepsSomebodyOutWhomAnotherLaneEditedInIgnorance() {
        say(one, handle -> acts(handle).active(person(handle, "cash"), false));
        two.clock.advance(Duration.ofMinutes(5));
        say(two, handle -> new PeopleActs(handle, OWNER, two.clock.instant())
                .change(person(handle, "cash"), "Charles", Role.SHIFT_LEAD));
        pass(one, two);
        pass(two, one);

        for (ReplicaLane lane : List.of(one, two)) {
            assertFalse(person(lane, "cash").active());
            assertEquals("Charles", person(lane, "cash").firstName());
        }
        say(two, handle -> acts(handle).active(person(handle, "cash"), true));
        pass(two, one);
        assertTrue(person(one, "cash").active());
    }

    @Test
    void asksTheLaterOfTwoWithOnePinForAnother() {
        say(one, handle -> acts(handle).add("a", "Ann", Role.CASHIER, "pin-same"));
        two.clock.advance(Duration.ofSeconds(1));
        say(two, handle -> new PeopleActs(handle, OWNER, two.clock.instant())
                .add("b", "Bob", Role.CASHIER, "pin-same"));
        pass(one, two);
        pass(two, one);

        for (ReplicaLane lane : List.of(one, two)) {
            assertFalse(person(lane, "a").pinResetRequired());
            assertTrue(person(lane, "b").pinResetRequired());
            assertEquals(List.of("PIN_CLASH employee:b"), open(lane));
            assertEquals(
                    Optional.of("a"),
                    lane.store()
                            .read(handle -> handle.employees().byPinLookup("pin-same"))
                            .map(EmployeeRecord::id));
        }
        say(one, handle -> acts(handle).pin(person(handle, "b"), "pin-other"));
        pass(one, two);
        for (ReplicaLane lane : List.of(one, two)) {
            assertFalse(person(lane, "b").pinResetRequired());
            assertEquals(List.of(), open(lane));
        }
    }

    private static List<String> open(ReplicaLane lane) {
        return lane.store().read(handle -> handle.reviews().open(100)).stream()
                .map(review -> review.kind() + " " + review.subject())
                .toList();
    }

    @Test
    void showsBothValuesOfWhatTwoChangedApart() {
        ConfigMessages.By by = new ConfigMessages.By("owner", "OWNER", Samples.NOON);
        say(one, handle -> ConfigMessages.change(handle, "currency_symbol", "\"A\"", by));
        two.clock.advance(Duration.ofSeconds(1));
        say(two, handle -> ConfigMessages.change(handle, "currency_symbol", "\"B\"", by));
        pass(one, two);
        pass(two, one);

        Review review = one.store().read(handle -> handle.reviews().open(10)).get(0);
        assertEquals(
                List.of(review), two.store().read(handle -> handle.reviews().open(10)));
        assertEquals(
                "{\"part\":\"\",\"shown\":{\"currency_symbol\":\"\\\"B\\\"\"},\"other\":{\"currency_symbol\":\"\\\"A\\\"\"}}",
                review.detail());
        say(one, handle -> ConfigMessages.change(handle, "currency_symbol", "\"C\"", by));
        pass(one, two);
        assertEquals(List.of(), open(one));
        assertEquals(List.of(), open(two));
    }

    @Test
    void keepsAnotherSaleUnderAKnownIdOut() {
        String id = Samples.id("sale");
        say(one, handle -> SaleWrites.complete(handle, Samples.sale(id, "L1-1", List.of(Samples.product(0)))));
        say(
                two,
                handle -> SaleWrites.complete(
                        handle, Samples.sale(id, "L2-1", List.of(Samples.product(0), Samples.product(1)))));

        assertEquals(
                List.of("Another sale is stored under the id " + id + "; this one is L1-1 of 10.88."),
                reasons().stream().distinct().toList());
        assertEquals(2, two.parked().size(), "its stock waits with it");
        assertEquals(
                "L2-1",
                two.store()
                        .read(handle -> handle.transactions().byId(id))
                        .orElseThrow()
                        .receiptNumber());
    }

    @Test
    void flagsLessThanNothingOnceOnAllLanes() {
        String product = Samples.product(0).id();
        for (ReplicaLane lane : List.of(one, two)) {
            for (int i = 0; i < 3; i++) {
                String id = Samples.id(lane.node + i);
                say(lane, handle -> SaleWrites.complete(handle, Samples.sale(id, id, List.of(Samples.product(0)))));
            }
        }
        assertEquals(List.of(), open(one));
        pass(one, two);
        pass(two, one);

        for (ReplicaLane lane : List.of(one, two)) {
            assertEquals(List.of("NEGATIVE_STOCK product:" + product), open(lane));
            assertEquals(Quantity.of(-2), lane.store().read(handle -> handle.inventory()
                    .onHand(product)));
        }
        assertEquals(
                one.store().read(handle -> handle.reviews().open(1)).get(0).id(),
                two.store().read(handle -> handle.reviews().open(1)).get(0).id());
    }

    @Test
    void refusesStockThatNobodyMayHaveReceived() {
        String payload = "{\"changeId\":\"" + Samples.id("c") + "\",\"productId\":\"p\",\"change\":9000,"
                + "\"reason\":\"receive\",\"actorRole\":\"CASHIER\",\"createdAt\":1}";
        say(one, handle -> handle.outbox()
                .append(List.of(new Message(
                        Samples.id("m"), Topics.INVENTORY_UPDATE, "product:p", payload, "cash", Samples.NOON))));

        assertEquals(List.of("A cashier may not change stock: inventory:update."), reasons());
        assertEquals(
                Quantity.ZERO, two.store().read(handle -> handle.inventory().onHand("p")));
    }
}
