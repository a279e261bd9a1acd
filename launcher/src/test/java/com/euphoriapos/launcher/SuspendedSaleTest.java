package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale is put aside with F6, survives two power cuts, goes on from the list and by its chit, and is paid once. */
final class SuspendedSaleTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    /** 1.75 L of the demo's bourbon, 49.99. */
    private static final String BOURBON = "~488200101480";

    @TempDir
    Path folder;

    @Test
    void goesOnAfterPowerCutsAndIsPaidOnce() throws Exception {
        Product product = new Product(folder.resolve("lane")).markingScans();
        try (Desktop desktop = new Desktop(1024, 768)) {
            run(product, desktop, mark -> suspend(product, desktop, mark));
            run(product, desktop, mark -> resume(product, desktop, mark));
            run(product, desktop, mark -> pay(product, desktop, mark));
        }
        assertEquals(1, product.number("SELECT count(*) FROM transactions"));
        assertEquals(1, product.number("SELECT count(*) FROM transaction_items WHERE unit_price_cents = 4999"));
        assertEquals(
                0,
                product.number(
                        "SELECT count(*) FROM transactions WHERE id IN (SELECT id FROM suspended_transactions)"));
        assertEquals(2, product.number("SELECT count(*) FROM claims"));
        assertEquals(2, product.number("SELECT count(*) FROM outbox WHERE type = 'claim:made'"));
        assertEquals(2, product.number("SELECT count(*) FROM journal WHERE kind = 'SALE_SUSPENDED'"));
        assertEquals(2, product.number("SELECT count(*) FROM print_jobs WHERE kind = 'chit'"));
    }

    private interface Steps {
        void take(long mark) throws Exception;
    }

    /** One life of the lane, ended by a power cut. */
    private static void run(Product product, Desktop desktop, Steps steps) throws Exception {
        long mark = product.logMark();
        Process process = product.open(desktop, "--demo");
        try {
            product.awaitLog(mark, "Screen sign-in is shown");
            desktop.press("1", "1", "1", "1", "Return");
            product.awaitLog(mark, "Screen sale is shown");
            steps.take(mark);
        } finally {
            process.destroyForcibly().waitFor();
            assertFalse(process.isAlive());
        }
    }

    private static void suspend(Product product, Desktop desktop, long mark) throws Exception {
        desktop.wedge(BOURBON);
        awaitOpen(product, 1);
        desktop.press("F6");
        product.awaitLog(mark, "Sheet SUSPEND is shown");
        desktop.press("b", "l", "u", "e");
        desktop.picture(PICTURES.resolve("suspended-1-note.png"));
        desktop.press("Return");
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM suspended_transactions WHERE note = 'blue'") == 1,
                "the suspended sale");
        awaitOpen(product, 0);
    }

    private static void resume(Product product, Desktop desktop, long mark) throws Exception {
        desktop.press("F6");
        product.awaitLog(mark, "Sheet SUSPENDED is shown");
        // The list is read in the background; Enter takes nothing before it is there.
        product.awaitLog(mark, "Suspended sales are listed: 1");
        desktop.picture(PICTURES.resolve("suspended-2-list.png"));
        desktop.press("Return");
        // Until then the key that follows would close the list.
        product.awaitLog(mark, "Suspended sale S-L1-001 goes on here");
        awaitOpen(product, 1);
        desktop.press("F6");
        product.awaitLog(mark, "Sheet SUSPEND is shown");
        desktop.press("F6");
        awaitOpen(product, 0);
        desktop.wedge("~S-L1-002");
        awaitOpen(product, 1);
        desktop.picture(PICTURES.resolve("suspended-3-goes-on.png"));
    }

    private static void pay(Product product, Desktop desktop, long mark) throws Exception {
        awaitOpen(product, 1);
        desktop.press("F12");
        product.awaitLog(mark, "Screen tender is shown");
        desktop.press("Return");
        TestLane.awaitTrue(() -> product.number("SELECT count(*) FROM transactions") == 1, "the sale in the database");
    }

    private static void awaitOpen(Product product, int sales) {
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM open_transaction") == sales, sales + " sales in progress");
    }
}
