package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.euphoriapos.api.store.AuditRepository;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.testkit.store.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The digests by which lanes compare what they hold. */
class AuditTest extends TwoStores {
    private static List<String> digests(SqliteStore store, String table) {
        return store.read(h -> h.audit().digests(table));
    }

    private static void put(SqliteStore store, String key, String json, Instant at) {
        store.write(h -> {
            h.settings().put(key, json, at);
            return true;
        });
    }

    private static void change(SqliteStore store, String id, int pieces) {
        store.write(h ->
                h.inventory().apply(new Change(Samples.id(id), "p", Quantity.of(pieces), "receive", "", Samples.NOON)));
    }

    @Test
    void theSameRowsHaveTheSameDigestsInWhateverOrderAndWhenTheyCame() {
        put(one, "a", "1", Samples.NOON);
        put(one, "b", "2", Samples.NOON);
        put(two, "b", "2", Samples.NOON.plusSeconds(9));
        put(two, "a", "1", Samples.NOON);
        put(two, "recovery_verifier", "\"of this lane\"", Samples.NOON);
        for (String table : one.read(h -> h.audit().tables())) {
            assertEquals(digests(one, table), digests(two, table), table);
            assertEquals(AuditRepository.BUCKETS, digests(one, table).size());
        }
    }

    @Test
    void namesTheRowThatDiffers() {
        put(one, "a", "1", Samples.NOON);
        put(two, "a", "3", Samples.NOON);
        List<String> here = digests(one, "pos_config");
        List<String> there = digests(two, "pos_config");
        assertNotEquals(here, there);
        int bucket = 0;
        while (here.get(bucket).equals(there.get(bucket))) {
            bucket++;
        }
        int found = bucket;
        assertEquals(
                Set.of("a"), one.read(h -> h.audit().rows("pos_config", found)).keySet());
    }

    @Test
    void findsStockThatIsNotTheSumOfItsChangesAndMendsIt() {
        change(one, "c1", 10);
        change(one, "c2", -3);
        assertEquals(0, one.read(h -> h.audit().unfitStock()).longValue());
        one.write(h -> ((UnitOfWork) h).sql(session -> session.statement("UPDATE inventory SET on_hand = 1")
                .executeUpdate()));
        assertEquals(1, one.read(h -> h.audit().unfitStock()).longValue());
        one.write(h -> {
            h.audit().mendStock();
            return true;
        });
        assertEquals(Quantity.of(7), one.read(h -> h.inventory().onHand("p")));
        assertEquals(0, one.read(h -> h.audit().unfitStock()).longValue());
    }
}
