package com.euphoriapos.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must keep of what lanes share; a provider's test extends it. */
public abstract class LanesContract {
    /** An open store without data; the provider's test closes it. */
    protected abstract Store store();

    private CompletedTransaction sell(String name) {
        CompletedTransaction sale = Samples.sale(Samples.id(name), "L1-" + name, List.of(Samples.product(1)));
        assertTrue(store().<Boolean>write(h -> Samples.complete(h, sale)));
        return sale;
    }

    private static EmployeeRecord employee(String name, String lookup, boolean active) {
        return new EmployeeRecord(Samples.id(name), name, "R", Role.CASHIER, lookup, "hash", active, Samples.NOON);
    }

    @Test
    void takesTwoPeopleWithOnePinFromOtherLanesAndSignsInWhoNeedsNoNewOne() {
        EmployeeRecord dana = employee("dana", "x", true);
        EmployeeRecord eve = employee("eve", "x", true);
        EmployeeRecord reset = new EmployeeRecord(
                eve.id(), "eve", "R", Role.CASHIER, "x", "hash", 0, "", true, Samples.NOON.plusSeconds(1), true);
        store().apply(Store.Priority.BACKGROUND, h -> {
            h.employees().save(dana);
            h.employees().save(eve);
            h.employees().save(reset);
            return 0;
        });

        assertEquals(Optional.of(dana), store().read(h -> h.employees().byPinLookup("x")));
        assertEquals(Optional.of(reset), store().read(h -> h.employees().byId(eve.id())));
        store().write(h -> {
            h.employees().save(dana);
            h.employees().save(reset);
            return 0;
        });
        assertThrows(StoreException.class, () -> store().write(h -> {
            h.employees().save(eve);
            return 0;
        }));
    }

    @Test
    void saysNothingOfItsOwnWhileItAppliesWhatOthersSaid() {
        CompletedTransaction sale = Samples.sale(Samples.id("s"), "L2-1", List.of(Samples.product(1)));

        assertThrows(IllegalStateException.class, () -> store().apply(
                        Store.Priority.BACKGROUND, h -> Samples.complete(h, sale)));
        assertThrows(IllegalStateException.class, () -> store().write(
                        h -> h.transactions().apply(sale)));
        assertTrue(store().<Boolean>apply(
                        Store.Priority.BACKGROUND, h -> h.transactions().apply(sale)));
        assertFalse(store().<Boolean>apply(
                        Store.Priority.BACKGROUND, h -> h.transactions().apply(sale)));

        assertEquals(Optional.of(sale), store().read(h -> h.transactions().byId(sale.id())));
        assertEquals(0, (long) store().<Long>read(h -> h.outbox().count()));
    }

    @Test
    void tellsListenersWhatWasWritten() {
        List<CommitListener.Commit> heard = new ArrayList<>();
        CommitListener listener = heard::add;
        store().addListener(listener);
        CompletedTransaction sale = sell("a");
        store().removeListener(listener);
        sell("b");

        assertEquals(1, heard.size());
        assertTrue(heard.get(0)
                .written()
                .contains(new CommitListener.Subject("transaction:new", "transaction:" + sale.id())));
        assertTrue(heard.get(0).concerns("inventory:update"));
        assertEquals(2, heard.get(0).upTo().seq());
    }

    @Test
    void knowsTheLanesOfTheStore() {
        PairedLane lane = new PairedLane("n2", "L2", PairedLane.State.ACTIVE, "");
        store().write(h -> {
            h.lanes().save(lane);
            h.lanes().save(new PairedLane("n1", "L1", PairedLane.State.REVOKED, "a:1"));
            h.lanes().reached("n2", "b:2");
            h.lanes().reached("unknown", "c:3");
            return 0;
        });

        assertEquals(
                List.of("L1", "L2"),
                store().read(h -> h.lanes().all()).stream()
                        .map(PairedLane::label)
                        .toList());
        assertEquals(
                Optional.of(new PairedLane("n2", "L2", PairedLane.State.ACTIVE, "b:2")),
                store().read(h -> h.lanes().byNode("n2")));
    }

    @Test
    void makesAnEditTheVersionOfWhatItEdits() {
        stampProduct("m1");
        Version first = store().read(h -> h.versions().of("product:p", VersionRepository.WHOLE))
                .orElseThrow();
        stampProduct("m2");
        Version second = store().read(h -> h.versions().of("product:p", VersionRepository.WHOLE))
                .orElseThrow();

        assertEquals("", first.base());
        assertEquals(first.stamp(), second.base());
        assertTrue(second.compareTo(first) > 0);
        assertEquals(Optional.empty(), store().read(h -> h.versions().of("product:q", VersionRepository.WHOLE)));
    }

    private void stampProduct(String id) {
        store().write(h -> {
            h.outbox()
                    .append(List.of(new OutboxRepository.Message(
                            Samples.id(id), "product:upsert", "product:p", "{}", "", Samples.NOON)));
            return 0;
        });
    }

    @Test
    void putsUpAReviewOnceAndRemembersThatItWasSeen() {
        Review review = new Review("r1", "CONFLICT", "product:p", "{}", Samples.NOON);
        Review later = new Review("r2", "CONFLICT", "product:q", "{}", Samples.NOON.plusSeconds(1));

        assertTrue(store().<Boolean>write(h -> h.reviews().raise(review)));
        assertFalse(store().<Boolean>write(h -> h.reviews().raise(review)));
        assertTrue(store().<Boolean>write(h -> h.reviews().resolve("r3", "dana", Samples.NOON)));
        assertFalse(
                store().<Boolean>write(h -> h.reviews().raise(new Review("r3", "CONFLICT", "x", "{}", Samples.NOON))));
        store().write(h -> h.reviews().raise(later));
        assertEquals(List.of(later, review), store().read(h -> h.reviews().open(9)));
        assertTrue(store().<Boolean>write(h -> h.reviews().resolve("r1", "dana", Samples.NOON)));
        assertFalse(store().<Boolean>write(h -> h.reviews().resolve("r1", "eve", Samples.NOON)));
        assertEquals(1, (long) store().<Long>read(h -> h.reviews().openCount()));
    }

    @Test
    void putsSalesAsideUntilSomebodyClaimsThem() {
        Suspended one = suspended("s1", 0);
        Suspended two = suspended("s2", 5);
        store().write(h -> {
            h.suspended().save(one);
            h.suspended().save(two);
            h.suspended().save(one);
            return 0;
        });
        assertEquals(List.of(two, one), store().read(h -> h.suspended().waiting()));
        String name = SuspendedRepository.claimName("s1");
        Claim late = new Claim(name, "c1", "n1", "000000000002-0000", "dana", Samples.NOON);
        Claim early = new Claim(name, "c2", "n2", "000000000001-0000", "eve", Samples.NOON);

        assertTrue(store().<Boolean>write(h -> h.suspended().claim(late)));
        assertFalse(store().<Boolean>write(h -> h.suspended().claim(late)));
        assertTrue(store().<Boolean>write(h -> h.suspended().claim(early)));

        assertEquals(List.of(early, late), store().read(h -> h.suspended().claims(name)));
        assertEquals(List.of(two), store().read(h -> h.suspended().waiting()));
        assertEquals(Optional.of(one), store().read(h -> h.suspended().byId("s1")));
        assertEquals(Optional.of(two), store().read(h -> h.suspended().byNumber("number s2")));
    }

    private static Suspended suspended(String id, int seconds) {
        return new Suspended(
                id,
                "number " + id,
                "L1",
                "Dana",
                Money.ofCents(12_34),
                Quantity.of(3),
                "",
                "{}",
                Samples.NOON.plusSeconds(seconds));
    }
}
