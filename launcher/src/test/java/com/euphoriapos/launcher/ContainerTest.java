package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

final class ContainerTest {
    /** The promise is ten seconds on a lane's machine; a busy build machine gets more. The measured time is printed. */
    private static final Duration STOP = Duration.ofSeconds(60);

    private static final Set<String> JDK =
            Set.of("Attach Listener", "Common-Cleaner", "process reaper", "Keep-Alive-Timer");
    private static final Set<String> LIBRARIES = Set.of(
            "slf4j-api",
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.osgi.service.component",
            "miglayout-core",
            "miglayout-swing",
            "sqlite-jdbc",
            "jackson-core");

    @TempDir
    Path home;

    @Test
    void everyBundleResolvesAndStarts() throws Exception {
        try (TestLane lane = new TestLane(home, Map.of())) {
            try {
                TestLane.awaitTrue(() -> notActive(lane).isEmpty(), "container without a bundle that does not start");
            } catch (AssertionError late) {
                throw new AssertionError(notActive(lane).toString(), late);
            }
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

    /** They stand in the configuration, which nothing else keeps in step with the jars. */
    @Test
    void offersTheLibrariesOfTheClassPathInTheirVersions() throws Exception {
        try (TestLane lane = new TestLane(home, Map.of());
                Stream<Path> jars = Files.list(TestLane.distribution().resolve("lib"))) {
            Map<String, String> offered = new HashMap<>();
            lane.lane()
                    .context()
                    .getBundle(0)
                    .adapt(BundleWiring.class)
                    .getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                    .forEach(each -> offered.merge(
                            (String) each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE),
                            " " + each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE),
                            String::concat));
            List<String> wrong = jars.filter(jar ->
                            LIBRARIES.contains(jar.getFileName().toString().replace(".jar", "")))
                    .flatMap(ContainerTest::exports)
                    .filter(each -> !offered.getOrDefault(each.getKey(), "").contains(" " + each.getValue()))
                    .map(each -> each.getKey() + " " + each.getValue() + ", offered:" + offered.get(each.getKey()))
                    .toList();
            assertEquals(List.of(), wrong);
        }
    }

    private static Stream<Map.Entry<String, Version>> exports(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String header = file.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            Map<String, Version> found = new HashMap<>();
            // Commas and semicolons in quotation marks are not between clauses.
            for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                String name = clause.split(";", 2)[0].strip();
                Matcher version = Pattern.compile(";version=\"([^\"]+)\"").matcher(clause);
                if (version.find() && !name.startsWith("META-INF")) {
                    found.put(name, Version.parseVersion(version.group(1)));
                }
            }
            return found.entrySet().stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(jar.toString(), unreadable);
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
                .filter(n -> !n.startsWith("ForkJoinPool.commonPool"))
                .toList();
    }
}
