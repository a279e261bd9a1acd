package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.HealthReport.Item;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that a person got wrong: named where they stand, and nothing else suffers. */
final class BrokenSettingsTest {
    /** The promise is two seconds on a lane's machine; a busy build machine gets more. The measured time is printed. */
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private static final String SCANNER = "device.scanner.serial-1";
    private static final String PRINTER = "device.printer.escpos-receipt";

    @TempDir
    Path folder;

    @Test
    void namesFileKeyAndReasonOfEveryMistakeAndTheLaneStillSells() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"))) {
            shop.configure(SCANNER, "port=/dev/ttyS0", "baud=fast");
            shop.configure("device.scanner.serial-2", "id=scanner-2", "port=/dev/ttyS1", "parity=sometimes");
            shop.configure("device.scanner.serial-3", "id=scanner-3");
            shop.configure(PRINTER, "address=tcp:127.0.0.1:9", "profile=epson-800");
            shop.configure("device.printer.escpos-two", "id=printer-2", "address=tcp:127.0.0.1:9", "columns=lots");
            shop.configure("device.printer.escpos-three", "id=printer-3");
            shop.configure("device.scaner.serial-1", "port=/dev/ttyS3");
            awaitMessage(shop, SCANNER, "device.scanner.serial", "baud", "fast");
            awaitMessage(shop, "device.scanner.serial-2", "device.scanner.serial", "parity", "sometimes");
            awaitMessage(shop, "device.scanner.serial-3", "device.scanner.serial", "port");
            awaitMessage(shop, PRINTER, "device.printer.escpos", "profile", "epson-800");
            awaitMessage(shop, "device.printer.escpos-two", "device.printer.escpos", "columns", "lots");
            awaitMessage(shop, "device.printer.escpos-three", "device.printer.escpos", "address");
            awaitMessage(shop, "device.scaner.serial-1", "nothing on this lane takes");
            shop.awaitStatus("health", Level.WARN);
            shop.scan(Shop.BOURBON);
            shop.pay();
            assertEquals(1, shop.history().search("", 9).size());
        }
    }

    @Test
    void aCorrectedFileHealsTheDevice() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"));
                EscPosEmulator paper = EscPosEmulator.start(48)) {
            shop.configure(PRINTER, "address=" + paper.address(), "lingerMillis=long");
            awaitMessage(shop, PRINTER, "device.printer.escpos", "lingerMillis", "long");
            long corrected = System.nanoTime();
            shop.configure(PRINTER, "address=" + paper.address(), "lingerMillis=500");
            shop.awaitStatus("printer", Level.OK);
            Duration time = Duration.ofNanos(System.nanoTime() - corrected);
            System.out.println("settings: printer is ready after its file was corrected: " + time.toMillis() + " ms");
            assertTrue(time.compareTo(PROMISE) < 0, "took " + time);
            TestLane.awaitTrue(() -> problems(shop).isEmpty(), "health");
        }
    }

    @Test
    void checkEndsWithOneAndTheReasonsAndWithNoughtWhenAllIsWell() throws Exception {
        Path home = folder.resolve("lane");
        Product product = new Product(home);
        Product.Run fresh = product.run("", "--check");
        assertEquals(0, fresh.exitCode(), fresh.text());
        Path file = Files.writeString(home.resolve("config").resolve(PRINTER + ".cfg"), "address=tcp:127.0.0.1:0x9\n");
        Product.Run broken = product.run("", "--check");
        assertEquals(1, broken.exitCode(), broken.text());
        assertTrue(
                broken.lines().stream()
                        .anyMatch(l -> l.contains("DANGER")
                                && l.contains(PRINTER + ".cfg")
                                && l.contains("address")
                                && l.contains("0x9")),
                broken.text());
        Files.delete(file);
        Product.Run well = product.run("", "--check", "--json");
        assertEquals(0, well.exitCode(), well.text());
        assertTrue(well.lines().stream().allMatch(l -> l.startsWith("{\"name\":")), well.text());
    }

    @Test
    void aJarThatIsNoBundleIsNamedAndTheOthersRun() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"))) {
            TestJars.drop(
                    Files.writeString(folder.resolve("text"), "no jar at all"),
                    shop.plugins().resolve("broken.jar"));
            TestLane.awaitTrue(
                    () -> shop.health().run().stream()
                            .anyMatch(item -> item.level() == Level.DANGER
                                    && item.messages().toString().contains("broken.jar in the plugins folder")),
                    "broken.jar in the health list");
            shop.scan(Shop.GIN);
            shop.pay();
            Files.delete(shop.plugins().resolve("broken.jar"));
            TestLane.awaitTrue(
                    () -> shop.health().run().stream().noneMatch(item -> item.level() == Level.DANGER), "health");
        }
    }

    @Test
    void aDropInThatDoesNotStartIsNamed() throws Exception {
        try (Shop shop = Shop.open(folder.resolve("lane"))) {
            Path jar = folder.resolve("lame.jar");
            TestJars.lame(jar);
            TestJars.drop(jar, shop.plugins().resolve("lame.jar"));
            TestLane.awaitTrue(
                    () -> shop.health().run().stream()
                            .anyMatch(item -> item.level() == Level.DANGER
                                    && item.messages().toString().contains("test.lame 1.0.0 did not start")),
                    "the drop-in in the health list");
            Files.delete(shop.plugins().resolve("lame.jar"));
            TestLane.awaitTrue(
                    () -> shop.health().run().stream().noneMatch(item -> item.level() == Level.DANGER), "health");
        }
    }

    private static void awaitMessage(Shop shop, String file, String... words) {
        String name = file + ".cfg";
        TestLane.awaitTrue(
                () -> problems(shop).stream()
                        .anyMatch(m ->
                                m.contains(name) && List.of(words).stream().allMatch(m.replace(name, "")::contains)),
                "problem of " + name + " that names " + List.of(words));
    }

    private static List<String> problems(Shop shop) {
        return shop.health().run().stream()
                .filter(item -> item.level() != Level.OK)
                .map(Item::messages)
                .flatMap(List::stream)
                .filter(m -> m.contains(".cfg"))
                .toList();
    }
}
