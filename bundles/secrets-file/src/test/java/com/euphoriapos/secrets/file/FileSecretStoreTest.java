package com.euphoriapos.secrets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.testkit.SecretStoreContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest extends SecretStoreContract {
    private static final byte[] SECRET = "sesame-4711".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    @TempDir
    Path other;

    @Override
    protected SecretStore secrets() {
        return new FileSecretStore(home);
    }

    @Override
    protected SecretStore nextStart() {
        return new FileSecretStore(home);
    }

    @Override
    protected SecretStore otherHome() {
        return new FileSecretStore(other);
    }

    @Test
    void tellsWhatIsInTheKeychainFromWhatIsLost() throws IOException {
        Files.writeString(home.resolve("keychain.properties"), "id=1\nnames=store.pepper\n");
        FileSecretStore store = new FileSecretStore(home);

        assertEquals(SecretStore.Presence.UNREACHABLE, store.presence(SecretStore.PEPPER));
        assertTrue(assertThrows(SecretException.class, () -> store.get(SecretStore.PEPPER))
                .isUnreachable());
        assertEquals(SecretStore.Presence.GONE, store.presence(SecretStore.LANE_KEY));

        store.put(SecretStore.PEPPER, SECRET);
        assertEquals(SecretStore.Presence.HERE, store.presence(SecretStore.PEPPER));
        assertArrayEquals(SECRET, store.get(SecretStore.PEPPER).orElseThrow());
    }

    @Test
    void letsOnlyTheOwnerReadFolderAndFile() throws IOException {
        new FileSecretStore(home).put(SecretStore.LANE_KEY, SECRET);

        assertEquals("rwx------", permissions(home.resolve("secrets")));
        assertEquals("rw-------", permissions(home.resolve("secrets/lane.key")));
    }

    @Test
    void takesBackRightsThatSomebodyGave() throws IOException {
        FileSecretStore store = new FileSecretStore(home);
        store.put(SecretStore.LANE_KEY, SECRET);
        Files.setPosixFilePermissions(home.resolve("secrets/lane.key"), PosixFilePermissions.fromString("rw-r--r--"));

        store.get(SecretStore.LANE_KEY);

        assertEquals("rw-------", permissions(home.resolve("secrets/lane.key")));
    }

    @Test
    void leavesTheOldSecretWhenAWriteWasCutOff() throws IOException {
        new FileSecretStore(home).put(SecretStore.PEPPER, SECRET);
        Files.write(home.resolve("secrets/store.pepper.part"), new byte[] {9});

        FileSecretStore again = new FileSecretStore(home);

        assertArrayEquals(SECRET, again.get(SecretStore.PEPPER).orElseThrow());
        assertFalse(Files.exists(home.resolve("secrets/store.pepper.part")));
    }

    @Test
    void saysThatItCannotReadWithoutSayingTheSecret() throws IOException {
        FileSecretStore store = new FileSecretStore(home);
        Files.createDirectories(home.resolve("secrets/store.pepper/full"));

        SecretException e = assertThrows(SecretException.class, () -> store.put(SecretStore.PEPPER, SECRET));

        assertFalse(String.valueOf(e.getMessage()).contains("sesame"));
        assertTrue(String.valueOf(e.getMessage()).contains("store.pepper"));
    }

    @Test
    void admitsThatItIsWeaker() {
        assertFalse(new FileSecretStore(home).degradedReason().isBlank());
        assertFalse(new FileSecretStore(home).toString().contains("sesame"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
