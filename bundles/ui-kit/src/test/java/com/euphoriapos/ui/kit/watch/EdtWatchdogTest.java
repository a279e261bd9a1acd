package com.euphoriapos.ui.kit.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class EdtWatchdogTest {
    @Test
    void countsAStallAndKeepsWhatCausedIt() throws Exception {
        try (EdtWatchdog watchdog = new EdtWatchdog(InstantSource.system(), Duration.ofMillis(50))) {
            watchdog.start();
            SwingUtilities.invokeAndWait(() -> {});
            SwingUtilities.invokeAndWait(EdtWatchdogTest::hang);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (watchdog.count() == 0 && System.nanoTime() < end) {
                SwingUtilities.invokeAndWait(() -> {});
            }
            assertTrue(watchdog.count() > 0);
            assertTrue(watchdog.stalls().stream().anyMatch(stall -> stall.millis() >= 50));
        }
    }

    private static void hang() {
        try {
            // Nobody counts this down: it is the stall.
            new CountDownLatch(1).await(1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
