package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two demo lanes by one command: side by side, joined by the ceremony, one knowing what the other sold. */
final class DemoLanesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String BOURBON = "~488200101480";
    private static final long END_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void whatTheLeftLaneSellsTheRightOneKnows() throws Exception {
        Product left = new Product(folder.resolve("demo")).markingScans();
        Product right = new Product(folder.resolve("demo-L2")).markingScans();
        try (Desktop desktop = new Desktop(1920, 1080)) {
            Process first = left.open(desktop, "--demo", "--lanes", "2");
            try {
                left.awaitLog(0, "Screen sign-in is shown");
                right.awaitLog(0, "Joined Main St Spirits as lane L2");
                right.awaitLog(0, "Screen sign-in is shown");
                desktop.awaitWindows(2);
                sellOnTheLeft(left, desktop);
                TestLane.awaitTrue(
                        () -> right.number("SELECT count(*) FROM transactions") == 1, "sale of the left lane");
                findOnTheRight(right, desktop);
            } finally {
                end(first);
            }
            assertEquals(
                    1, left.number("SELECT count(*) FROM journal WHERE kind = 'LANE_PAIRED' AND actor = 'console'"));
            closingTheLeftOneLeavesTheRightOne(left, right, desktop);
        }
    }

    private static void sellOnTheLeft(Product left, Desktop desktop) throws Exception {
        desktop.click(480, 12);
        desktop.press("1", "1", "1", "1", "Return");
        left.awaitLog(0, "Screen sale is shown");
        desktop.wedge(BOURBON);
        TestLane.awaitTrue(() -> left.number("SELECT count(*) FROM open_transaction") == 1, "cart");
        desktop.press("F12");
        left.awaitLog(0, "Screen tender is shown");
        desktop.press("Return");
        TestLane.awaitTrue(() -> left.number("SELECT count(*) FROM transactions") == 1, "sale");
    }

    private static void findOnTheRight(Product right, Desktop desktop) throws Exception {
        desktop.click(1440, 12);
        desktop.press("1", "1", "1", "1", "Return");
        right.awaitLog(0, "Screen sale is shown");
        desktop.press("F7");
        right.awaitLog(0, "Screen history is shown");
        desktop.picture(PICTURES.resolve("two-lanes.png"));
    }

    private void closingTheLeftOneLeavesTheRightOne(Product left, Product right, Desktop desktop) throws Exception {
        Path home = folder.resolve("demo");
        Path homeRight = folder.resolve("demo-L2");
        long markLeft = left.logMark();
        long markRight = right.logMark();
        Process second = left.open(desktop, "--demo", "--lanes", "2");
        try {
            left.awaitLog(markLeft, "Screen sign-in is shown");
            right.awaitLog(markRight, "Screen sign-in is shown");
            desktop.awaitWindows(2);
            desktop.click(480, 12);
            desktop.press("alt+F4");
            TestLane.awaitTrue(() -> free(home), "end of the left lane");
            assertFalse(free(homeRight), "the right lane ended with the left one");
        } finally {
            end(second);
        }
        assertEquals(2, left.number("SELECT count(*) FROM lanes WHERE state = 'active'"));
    }

    /** No process runs on that home. */
    private static boolean free(Path home) {
        try {
            InstanceLock.take(home).close();
            return true;
        } catch (InstanceLock.AlreadyRunningException | IOException running) {
            return false;
        }
    }

    /** As Ctrl-C does; all lanes end with it. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> lanes = process.descendants().toList();
        process.destroy();
        assertTrue(process.waitFor(END_SECONDS, TimeUnit.SECONDS), "the demo does not end");
        TestLane.awaitTrue(() -> lanes.stream().noneMatch(ProcessHandle::isAlive), "end of the other lanes");
    }
}
