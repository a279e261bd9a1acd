package com.euphoriapos.secrets.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateHomeTest {
    @TempDir
    Path home;

    @BeforeEach
    void isPrivate() throws IOException {
        set(home, "rwx------");
        set(Files.createDirectory(home.resolve("logs")), "rwx------");
        set(Files.writeString(home.resolve("logs/lane.log"), "x"), "rw-------");
    }

    @Test
    void isContentWithAPrivateHome() {
        Result result = new PrivateHome(home, Files::setPosixFilePermissions).execute();
        assertEquals(Result.Status.OK, result.getStatus());
        assertTrue(result.toString().contains("is private"), result.toString());
    }

    @Test
    void takesBackWhatOthersMayDoAndLeavesTheOwnersRights() throws IOException {
        set(home, "rwxr-xr-x");
        set(home.resolve("logs"), "rwxrwxrwx");
        set(home.resolve("logs/lane.log"), "rw-r--r--");
        set(Files.writeString(home.resolve("run"), "x"), "rwxr-xr-x");

        Result result = new PrivateHome(home, Files::setPosixFilePermissions).execute();

        assertEquals(Result.Status.OK, result.getStatus());
        assertTrue(result.toString().contains("4 files or folders"), result.toString());
        assertEquals("rwx------", mode(home));
        assertEquals("rwx------", mode(home.resolve("logs")));
        assertEquals("rw-------", mode(home.resolve("logs/lane.log")));
        assertEquals("rwx------", mode(home.resolve("run")));
    }

    @Test
    void namesWhatItCannotRepair() throws IOException {
        set(home.resolve("logs/lane.log"), "rw-r--r--");

        Result refused = new PrivateHome(home, (path, permissions) -> {
                    throw new FileSystemException(path.toString(), null, "Operation not permitted");
                })
                .execute();
        Result ignored = new PrivateHome(home, (path, permissions) -> {}).execute();

        for (Result result : new Result[] {refused, ignored}) {
            assertEquals(Result.Status.WARN, result.getStatus());
            assertTrue(result.toString().contains("logs/lane.log"), result.toString());
        }
    }

    @Test
    void followsNoLinkOutOfTheHome(@TempDir Path elsewhere) throws IOException {
        Path open = set(Files.writeString(elsewhere.resolve("open"), "x"), "rw-r--r--");
        Files.createSymbolicLink(home.resolve("link"), open);
        Files.createSymbolicLink(home.resolve("links"), elsewhere);

        new PrivateHome(home, Files::setPosixFilePermissions).execute();

        assertEquals("rw-r--r--", mode(open));
    }

    private static Path set(Path path, String mode) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
