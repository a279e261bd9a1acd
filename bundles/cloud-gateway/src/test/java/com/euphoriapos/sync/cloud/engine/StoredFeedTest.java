package com.euphoriapos.sync.cloud.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.CloudFeed.Page;
import com.euphoriapos.core.cloud.StoredFeed;
import com.euphoriapos.store.sqlite.RealStores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that is not as it should be stops nothing but what is wrong with it. */
final class StoredFeedTest {
    private static final String FEED = "0123456789abcdef.";

    @TempDir
    Path home = Path.of("");

    private static String product(int number, String id, long cents) {
        return """
               {"seq":%d,"kind":"product","deleted":false,"at":1,"id":"%s","sku":"%d","name":"GIN","category":"","sizeMillilitres":0,
               "priceCents":%d,"caseSize":1,"taxCategory":"STANDARD","active":true,"barcodes":{},"updatedAt":1,
               "stamp":"0123456789ab-%04d cloud","base":"","rival":""}"""
                .formatted(number, id, number, cents, number);
    }

    private static long price(RealStores.RealStore store, String product) {
        return store.read(handle -> handle.catalog().byId(product))
                .map(match -> match.product().price().cents())
                .orElse(-1L);
    }

    @Test
    void takesWhatIsToldAnewAlsoWhereItIsLess() {
        try (RealStores.RealStore store = RealStores.open(home, Clock.systemUTC())) {
            StoredFeed feed = new StoredFeed(store);
            feed.apply(new Page(FEED + 9, false, true, List.of(product(9, "gin", 900))));

            feed.apply(new Page(FEED + 1, true, true, List.of(product(1, "rum", 700))));
            feed.apply(new Page(FEED + 2, false, false, List.of(product(2, "ale", 300))));

            assertEquals(FEED + 2, feed.cursor());
            assertEquals(700, price(store, "rum"));
            assertEquals(300, price(store, "ale"));
            assertEquals(
                    List.of(product(1, "rum", 700), product(2, "ale", 300)),
                    feed.after("", 10).changes());
        }
    }

    @Test
    void goesOnPastAThingThatNobodyCanName() {
        try (RealStores.RealStore store = RealStores.open(home, Clock.systemUTC())) {
            StoredFeed feed = new StoredFeed(store);

            List<String> troubles = feed.apply(new Page(
                    FEED + 4,
                    false,
                    true,
                    List.of(
                            product(1, "gin", 900),
                            product(2, " ", 1),
                            product(3, "x".repeat(201), 1),
                            product(4, "rum", 700))));

            assertEquals(2, troubles.size(), troubles.toString());
            assertTrue(troubles.get(0).contains("id is empty or longer than 200 characters"), troubles.get(0));
            assertEquals(FEED + 4, feed.cursor());
            assertEquals(900, price(store, "gin"));
            assertEquals(700, price(store, "rum"));
        }
    }
}
