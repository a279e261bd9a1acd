package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.launcher.robot.SellingRobot;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The store is stopped, started and updated while the lane runs: nothing that was paid is lost. */
final class StoreSwapTest {
    private static final String STORE = "com.euphoriapos.store.sqlite";
    private static final int SWAPS = 6;
    private static final int SALES_BETWEEN = 5;

    @TempDir
    Path folder;

    @Test
    void theOpenSaleIsThereAgainAfterTheStoreWasReplaced() throws Exception {
        Path home = folder.resolve("lane");
        try (Shop shop = Shop.open(home)) {
            shop.scan(Shop.BOURBON);
            shop.scan(Shop.GIN);
            PricedTransaction before = sale(shop);
            Bundle store = shop.bundle(STORE);

            store.stop();
            assertTrue(shop.lane().references(Checkout.class.getName()) == null, "no checkout without a store");
            store.start();
            assertSame(before, sale(shop));

            long updated = System.nanoTime();
            update(store, "0.1.1");
            assertSame(before, sale(shop));
            System.out.println("store: the sale is there after the update of the store: "
                    + Duration.ofNanos(System.nanoTime() - updated).toMillis() + " ms");
            assertEquals("0.1.1", shop.bundle(STORE).getVersion().toString());
            shop.signIn();
            SaleBook book = new SaleBook();
            book.add(shop.pay());
            book.assertKept(home);
        }
    }

    @Test
    void losesNothingThatWasSoldWhileTheStoreWasReplaced() throws Exception {
        Path home = folder.resolve("lane");
        long seed = Long.getLong("pos.swap.seed", System.nanoTime());
        System.out.println("store swap: seed " + seed + " (repeat with -Dpos.swap.seed=" + seed + ")");
        SaleBook book = new SaleBook();
        try (Shop shop = Shop.open(home)) {
            Bundle store = shop.bundle(STORE);
            Random random = new Random(seed);
            try (SellingRobot robot = new SellingRobot(
                    shop.lane().lane().context(), Shop.PIN, List.of(Shop.BOURBON, Shop.GIN), seed, book::add)) {
                robot.start();
                for (int swap = 1; swap <= SWAPS; swap++) {
                    int wanted = book.size() + 1 + random.nextInt(SALES_BETWEEN);
                    TestLane.awaitTrue(() -> book.size() >= wanted, "sales before swap " + swap);
                    if (swap % 2 == 0) {
                        update(store, "0.1." + swap);
                    } else {
                        store.stop();
                        store.start();
                    }
                }
                int wanted = book.size() + SALES_BETWEEN;
                TestLane.awaitTrue(() -> book.size() >= wanted, "sales after the last swap");
            }
            System.out.println("store swap: " + book.size() + " sales over " + SWAPS + " swaps");
            book.assertKept(home);
            StartOrderTest.awaitWhole(shop, "after the swaps");
        }
    }

    private static PricedTransaction sale(Shop shop) {
        return shop.checkout().state().sale().orElseThrow();
    }

    /** The same sale at the same price; the store keeps times in milliseconds. */
    private static void assertSame(PricedTransaction before, PricedTransaction now) {
        assertEquals(before.transaction().id(), now.transaction().id());
        assertEquals(before.transaction().lines(), now.transaction().lines());
        assertEquals(before.total(), now.total());
    }

    private void update(Bundle store, String version) throws Exception {
        Path newer = folder.resolve("store-" + version + ".jar");
        TestJars.reversion(TestLane.distribution().resolve("bundles/store-sqlite.jar"), version, newer);
        try (InputStream in = Files.newInputStream(newer)) {
            store.update(in);
        }
    }
}
