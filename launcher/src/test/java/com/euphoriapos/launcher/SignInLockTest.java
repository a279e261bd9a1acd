package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing at the sign-in as a person does it: window, keys, a restart in the middle, and the PIN that unlocks. */
final class SignInLockTest {
    private static final String PIN = "739155";
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int WRONG_PINS = 5;

    @TempDir
    Path folder;

    @Test
    void staysLockedOverARestartUntilAPinUnlocksIt() throws Exception {
        Product product = new Product(folder.resolve("lane"));
        Product.Run setUp = product.commands(
                "pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --owner-last West --pin "
                        + PIN);
        assertEquals(0, setUp.exitCode(), setUp.text());
        try (Desktop desktop = new Desktop(1024, 768)) {
            Process first = product.open(desktop);
            try {
                product.awaitLog(0, "Screen sign-in is shown");
                guess(product, desktop);
                desktop.picture(PICTURES.resolve("sign-in-1-locked.png"));
            } finally {
                end(first);
            }
            // What is left of the lock begins anew with the start, which on a busy machine takes longer than half a
            // minute.
            product.update("UPDATE lane_local SET value = json_set(value, '$.lockedMillis', 600000)"
                    + " WHERE key = 'session.lockout'");
            long mark = product.logMark();
            Process second = product.open(desktop);
            try {
                product.awaitLog(mark, "Screen sign-in is shown");
                unlockAndSignIn(product, desktop, mark);
            } finally {
                end(second);
            }
        }
    }

    private static void guess(Product product, Desktop desktop) throws Exception {
        for (int i = 1; i <= WRONG_PINS; i++) {
            int failures = i;
            long mark = product.logMark();
            desktop.press("4", "7", "1", "1", "Return");
            awaitAnswer(product, mark);
            TestLane.awaitTrue(() -> entries(product, "SIGN_IN_FAILED") == failures, failures + " failures");
        }
        TestLane.awaitTrue(() -> entries(product, "SIGN_IN_LOCKED") == 1, "the lock in the journal");
    }

    private static void unlockAndSignIn(Product product, Desktop desktop, long mark) throws Exception {
        desktop.picture(PICTURES.resolve("sign-in-2-still-locked.png"));
        // The right PIN is not even looked at while the lane is locked.
        type(desktop);
        desktop.press("F2");
        desktop.picture(PICTURES.resolve("sign-in-3-unlocking.png"));
        long unlocking = product.logMark();
        type(desktop);
        awaitAnswer(product, unlocking);
        TestLane.awaitTrue(() -> entries(product, "SIGN_IN_UNLOCKED") == 1, "the unlocking in the journal");
        assertEquals(0, entries(product, "SIGN_IN"), "unlocking signs nobody in");
        type(desktop);
        product.awaitLog(mark, "Screen sale is shown");
        desktop.press("F11");
        TestLane.awaitTrue(() -> entries(product, "SIGN_OUT") == 1, "the lock by hand in the journal");
        assertEquals(WRONG_PINS, entries(product, "SIGN_IN_FAILED"), "nothing else was tried");
    }

    private static void type(Desktop desktop) throws Exception {
        for (char digit : PIN.toCharArray()) {
            desktop.press(String.valueOf(digit));
        }
        desktop.press("Return");
    }

    /** What is typed before the answer is not taken. */
    private static void awaitAnswer(Product product, long mark) {
        product.awaitLog(mark, "A PIN or badge was checked");
    }

    private static long entries(Product product, String kind) {
        return product.number("SELECT count(*) FROM journal WHERE kind = '" + kind + "'");
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
