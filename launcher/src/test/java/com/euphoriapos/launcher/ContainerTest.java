package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
    void leavesNoThreadBehindWhenItStops() throws Exception {
        Set<Long> before =
                Thread.getAllStackTraces().keySet().stream().map(Thread::getId).collect(Collectors.toSet());
        try (TestLane lane = new TestLane(home, Map.of())) {
            TestLane.awaitTrue(() -> notActive(lane).isEmpty(), "start");
        }
        TestLane.awaitTrue(() -> left(before).isEmpty(), "end of every thread of the lane; left: " + left(before));
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

    private static List<String> left(Set<Long> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> !before.contains(t.getId()) && t.isAlive())
                .map(Thread::getName)
                .filter(n -> !n.startsWith("surefire") && !n.startsWith("junit") && !n.contains("process reaper"))
                .toList();
    }
}
