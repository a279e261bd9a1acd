package com.euphoriapos.core.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.core.fixture.Events;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.store.Samples;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class StockMessagesTest {
    @Property(tries = 200)
    void readsBackWhatWasWritten(
            @ForAll long thousandths, @ForAll @StringLength(max = 20) String sale, @ForAll int seconds) {
        Change change = new Change(
                Samples.id("c"),
                Samples.id("p"),
                new Quantity(thousandths),
                "sale",
                sale,
                Samples.NOON.plusSeconds(seconds));
        assertEquals(change, StockMessages.read(Events.of(StockMessages.update(change, "dana"))));
    }

    @Example
    void refusesAChangeOfSomethingElseThanWhatTheEventIsAbout() {
        Change change = new Change(Samples.id("c"), "p", Quantity.ONE, "sale", "", Samples.NOON);
        String payload = StockMessages.update(change, "dana").payload();
        EventRejectedException refusal = assertThrows(
                EventRejectedException.class,
                () -> StockMessages.read(Events.of("inventory:update", "product:q", payload, "dana")));
        assertEquals("productId is not what the event is about.", refusal.getMessage());
    }
}
