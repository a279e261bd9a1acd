package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager adds somebody, who then sells; and takes the sign-in away again. By keys alone, in the real window. */
final class PeopleTest {
    private static final String MANAGER = "222222";
    /** Of so many digits that no other number is it by chance. */
    private static final String EVE = "73051945";
    /** A bottle of the demo's price book. */
    private static final String BARCODE = "488200100742";

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @Test
    void somebodyAddedSellsUntilTheyAreDeactivated() throws Exception {
        Product product = new Product(folder.resolve("lane")).markingScans();
        try (Desktop desktop = new Desktop(1024, 768)) {
            Process process = product.open(desktop, "--demo");
            try {
                product.awaitLog(0, "Screen sign-in is shown");
                signIn(product, desktop, MANAGER);
                addEve(product, desktop);
                lock(product, desktop);
                sell(product, desktop);
                lock(product, desktop);
                signIn(product, desktop, MANAGER);
                deactivateEve(product, desktop);
                lock(product, desktop);
                isRefused(product, desktop);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertEquals(0, product.number("SELECT count(*) FROM journal WHERE instr(detail, '" + EVE + "') > 0"));
    }

    private static void signIn(Product product, Desktop desktop, String pin) throws Exception {
        long mark = product.logMark();
        type(desktop, pin);
        product.awaitLog(mark, "Screen sale is shown");
    }

    private static void type(Desktop desktop, String pin) throws Exception {
        for (char digit : pin.toCharArray()) {
            desktop.press(String.valueOf(digit));
        }
        desktop.press("Return");
    }

    private static void lock(Product product, Desktop desktop) throws Exception {
        long mark = product.logMark();
        desktop.press("F11");
        product.awaitLog(mark, "Screen sign-in is shown");
    }

    private static void employees(Product product, Desktop desktop) throws Exception {
        long mark = product.logMark();
        desktop.press("F10", "2");
        product.awaitLog(mark, "Screen manager.employees is shown");
    }

    /** How many people called Eve Stone are active, or not. */
    private static long eve(Product product, int active) {
        return product.number("SELECT count(*) FROM employees WHERE firstName = 'Eve' AND lastName = 'Stone'"
                + " AND role = 'CASHIER' AND isActive = " + active);
    }

    private static void addEve(Product product, Desktop desktop) throws Exception {
        employees(product, desktop);
        desktop.press("Insert");
        desktop.press("E", "v", "e", "Tab", "S", "t", "o", "n", "e", "Return");
        // The name alone is not enough: the PIN's field has the focus now and says so.
        String last = EVE.substring(EVE.length() - 1);
        desktop.press(EVE.split(""));
        desktop.press("Tab");
        desktop.press((EVE.substring(0, EVE.length() - 1) + "6").split(""));
        desktop.press("Return");
        desktop.picture(PICTURES.resolve("people-1-pins-differ.png"));
        assertEquals(0, eve(product, 1), "nobody is added with two different PINs");
        desktop.press("BackSpace", last, "Return");
        TestLane.awaitTrue(() -> eve(product, 1) == 1, "Eve in the database");
        desktop.picture(PICTURES.resolve("people-2-added.png"));
    }

    private static void sell(Product product, Desktop desktop) throws Exception {
        signIn(product, desktop, EVE);
        desktop.wedge("~" + BARCODE);
        TestLane.awaitTrue(() -> product.number("SELECT count(*) FROM open_transaction") == 1, "the cart");
        long mark = product.logMark();
        desktop.press("F12");
        product.awaitLog(mark, "Screen tender is shown");
        desktop.press("Return");
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM transactions WHERE operator_name = 'Eve S.'") == 1,
                "a sale by Eve");
    }

    private static void deactivateEve(Product product, Desktop desktop) throws Exception {
        employees(product, desktop);
        desktop.press("e", "v", "e", "Return", "Return");
        desktop.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "space");
        desktop.picture(PICTURES.resolve("people-3-deactivate.png"));
        desktop.press("Return");
        TestLane.awaitTrue(() -> eve(product, 0) == 1, "Eve inactive in the database");
        desktop.picture(PICTURES.resolve("people-4-inactive.png"));
    }

    private static void isRefused(Product product, Desktop desktop) throws Exception {
        long before = product.number("SELECT count(*) FROM journal WHERE kind = 'SIGN_IN_FAILED'");
        type(desktop, EVE);
        TestLane.awaitTrue(
                () -> product.number("SELECT count(*) FROM journal WHERE kind = 'SIGN_IN_FAILED'") == before + 1,
                "the refused sign-in in the journal");
        desktop.picture(PICTURES.resolve("people-5-refused.png"));
        assertEquals(
                0,
                product.number("SELECT count(*) FROM journal WHERE kind = 'SIGN_IN' AND at > (SELECT max(at)"
                        + " FROM journal WHERE kind = 'EMPLOYEE_DEACTIVATED')"));
    }
}
