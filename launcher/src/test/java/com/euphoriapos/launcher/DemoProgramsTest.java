package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.launcher.DemoPrograms.Places;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which PostgreSQL the cloud end's demo takes, and as whom it runs. */
final class DemoProgramsTest {
    @TempDir
    Path folder;

    /** Programs that only know what they are. */
    private Path programs(String name, String words) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        for (String program : List.of("initdb", "postgres")) {
            Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\necho '" + words + "'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bin;
    }

    private Places places(Map<String, String> environment) {
        return new Places(
                folder.resolve("no-archive"),
                folder.resolve("cache"),
                "plan9-vax",
                environment,
                List.of(folder.resolve("usual")));
    }

    private static DemoPrograms find(Places places, OptionalInt made) throws IOException {
        return DemoPrograms.find(places, Unprivileged.AS_WE_ARE, made);
    }

    @Test
    void unpacksWhatTheDistributionBringsOnce() throws Exception {
        Places here = Places.of(TestLane.distribution(), folder.resolve("cache"));
        Assumptions.assumeTrue(Files.isDirectory(here.brought()), "built where there is no PostgreSQL to bring");

        DemoPrograms first = find(here, OptionalInt.empty());
        Path witness = Files.writeString(first.folder().resolve("witness"), "");
        DemoPrograms again = find(here, OptionalInt.of(first.version()));

        assertTrue(first.folder().startsWith(folder.resolve("cache")), first.toString());
        assertEquals(first, again);
        assertTrue(Files.exists(witness), "it was unpacked a second time");
    }

    @Test
    void takesAnInstalledOneThatIsNewEnough() throws Exception {
        programs("usual/14", "postgres (PostgreSQL) 14.9 (Debian)");
        Path fifteen = programs("usual/15", "postgres (PostgreSQL) 15.4");
        Path path = programs("path", "something else");

        assertEquals(new DemoPrograms(fifteen, 15), find(places(Map.of("PATH", path.toString())), OptionalInt.empty()));
    }

    @Test
    void staysWithTheVersionThatMadeTheData() throws Exception {
        programs("usual/17", "postgres (PostgreSQL) 17.2");
        Path fifteen = programs("usual/15", "postgres (PostgreSQL) 15.4");

        assertEquals(fifteen, find(places(Map.of()), OptionalInt.of(15)).folder());
        IOException none = assertThrows(IOException.class, () -> find(places(Map.of()), OptionalInt.of(16)));
        assertTrue(none.getMessage().contains("made by PostgreSQL 16, and here is 17"), none.getMessage());
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        IOException none = assertThrows(IOException.class, () -> find(places(Map.of()), OptionalInt.empty()));
        assertTrue(none.getMessage().contains("(plan9-vax): install it"), none.getMessage());

        Path old = programs("old", "postgres (PostgreSQL) 14.9");
        Places told = places(Map.of(DemoPrograms.PLACE, old.toString()));
        IOException tooOld = assertThrows(IOException.class, () -> find(told, OptionalInt.empty()));
        assertTrue(tooOld.getMessage().contains("15 or later in " + old), tooOld.getMessage());
    }

    @Test
    void runsWithoutTheRightsOfRootInEitherWay() throws Exception {
        Assumptions.assumeTrue(
                Unprivileged.NOBODYS.isPossible() && Unprivileged.NAME_SPACE.isPossible(),
                "only root has rights to give up, and not everywhere may it");
        Home home = new Home(folder.resolve("home"));
        home.prepare();
        for (Unprivileged way : List.of(Unprivileged.NOBODYS, Unprivileged.NAME_SPACE, Unprivileged.NOBODYS)) {
            startsAndAnswers(home, way);
        }
    }

    /** Also where another program was quicker to take the port that was free a moment before. */
    private static void startsAndAnswers(Home home, Unprivileged way) throws Exception {
        try (ServerSocket quicker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports =
                    List.of(quicker.getLocalPort(), DemoDatabase.freePort(0)).iterator();
            try (DemoDatabase database = DemoDatabase.start(home, TestLane.distribution(), way, ports::next)) {
                String settings = Files.readString(home.config().resolve(CloudEnd.SETTINGS));
                String url = settings.lines().findFirst().orElse("").replace("jdbcUrl=", "");
                assertFalse(url.contains(":" + quicker.getLocalPort() + "/"), url);
                try (Connection in = DriverManager.getConnection(url, "postgres", database.password())) {
                    assertTrue(in.isValid(60));
                }
            }
        }
    }
}
