package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cashier wants what only a manager may allow, with keys alone; a power cut loses neither the price nor who allowed it. */
final class ApprovalTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String CASHIER = "1111";
    private static final String MANAGER = "222222";
    /** 1.75 L of the demo's bourbon, 49.99. */
    private static final String BOURBON = "~488200101480";

    @TempDir
    Path folder;

    @Test
    void sellsAtThePriceThatTheManagerAllowedAcrossAPowerCut() throws Exception {
        Product product = new Product(folder.resolve("lane")).markingScans();
        try (Desktop desktop = new Desktop(1024, 768)) {
            Process first = product.open(desktop, "--demo");
            try {
                product.awaitLog(0, "Screen sign-in is shown");
                signIn(product, desktop, 0);
                changeThePrice(product, desktop);
            } finally {
                kill(first);
            }
            long mark = product.logMark();
            Process second = product.open(desktop, "--demo");
            try {
                product.awaitLog(mark, "Screen sign-in is shown");
                signIn(product, desktop, mark);
                pay(product, desktop, mark);
            } finally {
                kill(second);
            }
        }
        checkWhatIsKept(product);
    }

    private static void changeThePrice(Product product, Desktop desktop) throws Exception {
        desktop.wedge(BOURBON);
        TestLane.awaitTrue(() -> product.number("SELECT count(*) FROM open_transaction") == 1, "the bourbon");
        desktop.press("F5");
        product.awaitLog(0, "Sheet PRICE is shown");
        desktop.press("3", "9", "9", "9", "Return", "1");
        product.awaitLog(0, "Sheet APPROVAL is shown");
        desktop.wedge(BOURBON);
        type(desktop, "333333");
        desktop.press("Return");
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM journal WHERE kind = 'APPROVAL_REFUSED'") == 1,
                "the wrong PIN in the journal");
        // Digits that come before the answer are not taken.
        product.awaitLog(0, "Leave was refused");
        desktop.picture(PICTURES.resolve("approval-1-wrong-pin.png"));
        type(desktop, MANAGER);
        desktop.press("Return");
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM journal WHERE kind = 'PRICE_OVERRIDDEN'") == 1
                        && product.number("SELECT count(*) FROM open_transaction WHERE instr(body, '4999') > 0"
                                        + " AND instr(body, '3999') > 0 AND body LIKE '%\"number\":2%'")
                                == 1,
                "the new price, and the scan that waited");
        desktop.picture(PICTURES.resolve("approval-2-allowed.png"));
    }

    private static void pay(Product product, Desktop desktop, long mark) throws Exception {
        desktop.picture(PICTURES.resolve("approval-3-cart-is-back.png"));
        desktop.press("F12");
        product.awaitLog(mark, "Screen tender is shown");
        desktop.press("Return");
        TestLane.awaitTrue(() -> product.number("SELECT count(*) FROM transactions") == 1, "the sale in the database");
    }

    private static void checkWhatIsKept(Product product) {
        assertEquals(
                1,
                product.number(
                        """
                        SELECT count(*) FROM transaction_items
                        WHERE line_number = 1 AND unit_price_cents = 3999 AND regular_price_cents = 4999
                          AND price_reason = 'Price match' AND price_changed_by = 'Dana R.' AND price_approved_by = 'Ruth K.'
                        """));
        assertEquals(
                1,
                product.number(
                        "SELECT count(*) FROM transaction_items WHERE line_number = 2 AND unit_price_cents = 4999"));
        assertEquals(
                1,
                product.number(
                        """
                        SELECT count(*) FROM journal j JOIN transactions t ON t.id = j.subject
                        WHERE j.kind = 'PRICE_OVERRIDDEN' AND j.actor = t.operator_id
                          AND json_extract(j.detail, '$.approverName') = 'Ruth K.'
                          AND json_extract(j.detail, '$.approver') <> j.actor
                          AND json_extract(j.detail, '$.lane') = 'L1' AND json_extract(j.detail, '$.amount') = 1000
                        """),
                "both people once in the journal");
        assertEquals(0, product.number("SELECT count(*) FROM journal WHERE instr(detail, '222222') > 0"));
    }

    private static void signIn(Product product, Desktop desktop, long mark) throws Exception {
        type(desktop, CASHIER);
        desktop.press("Return");
        product.awaitLog(mark, "Screen sale is shown");
    }

    private static void type(Desktop desktop, String digits) throws IOException, InterruptedException {
        desktop.press(digits.split(""));
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
        assertFalse(process.isAlive());
    }
}
