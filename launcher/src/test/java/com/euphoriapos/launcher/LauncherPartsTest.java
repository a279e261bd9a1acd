package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherPartsTest {
    @TempDir
    Path folder;

    @Test
    void checkMeansHeadless() {
        assertTrue(Options.parse("--check").headless());
        assertFalse(Options.parse().headless());
    }

    @Test
    void namesTheUnknownOption() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Options.parse("--hedless"));
        assertEquals("unknown option --hedless", refused.getMessage());
    }

    @Test
    void severalLanesAreForTheDemo() {
        assertEquals(2, Options.parse("--demo", "--lanes", "2").lanes());
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--lanes", "2"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--demo", "--lanes", "5"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--demo", "--lanes"));
    }

    @Test
    void letsTheCloudEndBeNoRegister() {
        assertTrue(Options.parse("--cloud").headless());
        assertTrue(Options.parse("--cloud", "--set-password").setPassword());
        assertEquals(
                "Ruth",
                Options.parse("--cloud", "--add-account", "Ruth").account().orElse(""));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--cloud", "--add-account"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--add-account", "Ruth"));
        assertTrue(Options.parse("--cloud", "--demo").demo());
        for (String other : List.of("--shell", "--check")) {
            assertThrows(IllegalArgumentException.class, () -> Options.parse("--cloud", other));
        }
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--cloud", "--demo", "--set-password"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--cloud", "--demo", "--lanes", "2"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--set-password"));
    }

    @Test
    void anUnusableCommandLineEndsWithCodeTwo() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new String[] {"--home"}, System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(2, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("--home needs a folder"));
    }

    @Test
    void demoDataNeverMeetsTheStoreData() {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", "/data");
        assertEquals(Path.of("/data/euphoria-pos"), Home.usual(environment, "Linux", "/home/x", ""));
        assertEquals(Path.of("/data/euphoria-pos-demo"), Home.usual(environment, "Linux", "/home/x", "-demo"));
        assertEquals(
                Path.of("/Users/x/Library/Application Support/euphoria-pos"),
                Home.usual(Map.of(), "Mac OS X", "/Users/x", ""));
    }

    @Test
    void theHomeIsPrivate() throws Exception {
        Home home = new Home(folder.resolve("lane"));
        home.prepare();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.config())));
    }

    @Test
    void aSecondStartNamesTheFirstProcess() throws Exception {
        try (InstanceLock first = InstanceLock.take(folder)) {
            InstanceLock.AlreadyRunningException refused =
                    assertThrows(InstanceLock.AlreadyRunningException.class, () -> InstanceLock.take(folder));
            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refused.getMessage());
        }
        InstanceLock.take(folder).close();
    }

    @Test
    void shippedDriversArriveOnceAndStayAsTheInstallerLeftThem() throws Exception {
        Path drivers = Files.createDirectories(folder.resolve("drivers"));
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(drivers.resolve("a.jar"), "one");
        Files.writeString(drivers.resolve("b.jar"), "one");
        Files.writeString(drivers.resolve("c.jar"), "one");
        new ShippedDrivers(drivers, plugins).copy();
        assertEquals("one", Files.readString(plugins.resolve("a.jar")));

        Files.delete(plugins.resolve("a.jar"));
        Files.writeString(plugins.resolve("b.jar"), "the installer's own");
        new ShippedDrivers(drivers, plugins).copy();
        assertFalse(Files.exists(plugins.resolve("a.jar")));

        for (String name : new String[] {"a.jar", "b.jar", "c.jar"}) {
            Files.writeString(drivers.resolve(name), "two");
        }
        new ShippedDrivers(drivers, plugins).copy();
        assertFalse(Files.exists(plugins.resolve("a.jar")));
        assertEquals("the installer's own", Files.readString(plugins.resolve("b.jar")));
        assertEquals("two", Files.readString(plugins.resolve("c.jar")));
    }
}
