package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

final class ContainerTest {
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Set<String> JDK = Set.of("Attach Listener", "Common-Cleaner", "process reaper");

    @TempDir
    Path home;

    @Test
    void everyBundleResolvesAndStarts() throws Exception {
        try (TestLane lane = new TestLane(home, Map.of())) {
            TestLane.awaitTrue(() -> notActive(lane).isEmpty(), "container without a bundle that does not start");
            assertEquals(List.of(), notActive(lane));
        }
    }

    @Test
    void startsAgainOnTheWarmCache() throws Exception {
        try (TestLane lane = new TestLane(home, Map.of())) {
            TestLane.awaitTrue(() -> notActive(lane).isEmpty(), "first start");
        }
        try (TestLane lane = new TestLane(home, Map.of())) {
            TestLane.awaitTrue(() -> notActive(lane).isEmpty(), "second start");
        }
    }

    @Test
    void leavesNoThreadBehindWhenItStopsWithDevicesAtWork() throws Exception {
        Set<Long> before =
                Thread.getAllStackTraces().keySet().stream().map(Thread::getId).collect(Collectors.toSet());
        try (EscPosEmulator paper = EscPosEmulator.start(48)) {
            Shop shop = Shop.open(home);
            try {
                shop.configure("device.printer.escpos-receipt", "address=" + paper.address());
                shop.configure("device.scanner.serial-1", "port=" + home.resolve("no-such-port"));
                shop.awaitStatus("printer", Level.OK);
                shop.awaitStatus("scanner", Level.DANGER);
                shop.scan(Shop.BOURBON);
                shop.pay();
                assertTrue(paper.awaitReceipts(1, TestLane.PATIENCE), "a receipt");
            } finally {
                long stopping = System.nanoTime();
                shop.close();
                Duration time = Duration.ofNanos(System.nanoTime() - stopping);
                System.out.println("container: stopped in " + time.toMillis() + " ms");
                assertTrue(time.compareTo(STOP) < 0, "the stop took " + time);
            }
        }
        try {
            TestLane.awaitTrue(() -> left(before).isEmpty(), "end of every thread of the lane");
        } catch (AssertionError late) {
            throw new AssertionError("left behind: " + left(before), late);
        }
    }

    @Test
    void screensAndDriversExportNothingAndNobodyUsesForbiddenHeaders() throws Exception {
        try (TestLane lane = new TestLane(home, Map.of())) {
            for (Bundle bundle : lane.lane().context().getBundles()) {
                String name = bundle.getSymbolicName();
                if (!name.startsWith("com.euphoriapos.")) {
                    continue;
                }
                var headers = bundle.getHeaders();
                assertTrue(headers.get(Constants.REQUIRE_BUNDLE) == null, name + " requires a bundle");
                assertTrue(headers.get(Constants.DYNAMICIMPORT_PACKAGE) == null, name + " imports dynamically");
                boolean dropIn = name.contains(".device.scanner") || name.contains(".device.printer");
                boolean screens = name.matches("com\\.euphoriapos\\.ui\\.(shell|register|manager|diagnostics)");
                if (dropIn || screens) {
                    assertTrue(headers.get(Constants.EXPORT_PACKAGE) == null, name + " exports packages");
                }
            }
        }
    }

    private static List<String> notActive(TestLane lane) {
        return Arrays.stream(lane.lane().context().getBundles())
                .filter(b -> b.getState() != Bundle.ACTIVE && b.getState() != Bundle.STARTING)
                .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .map(b -> b.getSymbolicName() + " is in state " + b.getState())
                .toList();
    }

    /** Threads that were not there before; those of the JDK and of the test's tools belong to no lane. */
    private static List<String> left(Set<Long> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> !before.contains(t.getId()) && t.isAlive())
                .map(Thread::getName)
                .filter(n -> !n.startsWith("surefire") && !n.startsWith("junit") && !n.startsWith("escpos-emulator"))
                .filter(n -> !n.contains("process reaper") && !JDK.contains(n))
                .toList();
    }
}
