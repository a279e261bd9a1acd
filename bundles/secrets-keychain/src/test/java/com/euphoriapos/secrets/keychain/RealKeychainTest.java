package com.euphoriapos.secrets.keychain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.secret.SecretStore.Presence;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.SecretStoreContract;
import com.euphoriapos.testkit.keychain.PrivateKeyring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, and what goes wrong with keychains, against a real GNOME Keyring. */
final class RealKeychainTest extends SecretStoreContract {
    private static final byte[] SECRET = {1, 2, 3};
    /** As patient as a busy machine needs it. */
    private static final long PATIENT_MILLIS = 30_000;

    private static final long IMPATIENT_MILLIS = 2_000;

    @TempDir
    Path home;

    @TempDir
    Path other;

    private final List<Lane> lanes = new ArrayList<>();
    private @Nullable PrivateKeyring keyring;
    private @Nullable Lane first;
    private @Nullable Lane second;

    @BeforeEach
    void startTheKeyring() throws Exception {
        keyring = PrivateKeyring.start();
    }

    @AfterEach
    void stopAll() throws Exception {
        lanes.forEach(Lane::close);
        if (keyring != null) {
            keyring.close();
        }
    }

    private Lane lane(Path folder) throws Exception {
        return lane(folder, PATIENT_MILLIS);
    }

    private Lane lane(Path folder, long waitMillis) throws Exception {
        Optional<String> address = Optional.of(keyring().address());
        Lane lane = new Lane(folder, waitMillis, id -> new SecretServiceKeychain(address, id, waitMillis));
        lanes.add(lane);
        return lane;
    }

    private PrivateKeyring keyring() {
        return Objects.requireNonNull(keyring);
    }

    @Override
    protected SecretStore secrets() throws Exception {
        first = first == null ? lane(home) : first;
        return first.secrets;
    }

    @Override
    protected SecretStore nextStart() throws Exception {
        return lane(home).secrets;
    }

    @Override
    protected SecretStore otherHome() throws Exception {
        second = second == null ? lane(other) : second;
        return second.secrets;
    }

    @Test
    void leavesNothingInFilesAndNothingReadableInTheKeyring() throws Exception {
        Lane lane = lane(home);
        lane.secrets.put(SecretStore.PEPPER, SECRET);

        assertEquals(Set.of(), lane.files.names());
        assertEquals("", lane.secrets.degradedReason());
        assertEquals(Presence.UNREACHABLE, lane.files.presence(SecretStore.PEPPER));
    }

    @Test
    void movesTheSecretsOfAnExistingLane() throws Exception {
        Lane lane = lane(home);
        lane.files.put(SecretStore.PEPPER, SECRET);
        lane.files.put(SecretStore.LANE_KEY, new byte[] {9});

        lane.secrets.moveIn(PATIENT_MILLIS);

        assertEquals(Set.of(), lane.files.names());
        assertEquals(List.of("lane.key keychain", "store.pepper keychain"), lane.moves);
        assertArrayEquals(SECRET, nextStart().get(SecretStore.PEPPER).orElseThrow());
        assertArrayEquals(new byte[] {9}, nextStart().get(SecretStore.LANE_KEY).orElseThrow());
    }

    @Test
    void movesBackWhenItIsSwitchedOff() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, SECRET);
        Lane lane = lane(home);
        lane.secrets.enable(false);

        lane.secrets.moveOut(PATIENT_MILLIS);

        assertArrayEquals(SECRET, lane.files.get(SecretStore.PEPPER).orElseThrow());
        assertEquals(Set.of(), lane.record.names());
        assertEquals(Presence.HERE, lane.secrets.presence(SecretStore.PEPPER));
        lane.secrets.put(SecretStore.LANE_KEY, SECRET);
        assertEquals(Set.of("lane.key", "store.pepper"), lane.files.names());
    }

    @Test
    void saysThatAWipedKeychainLostTheSecret() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, SECRET);
        keyring().wipe();
        Lane lane = lane(home);
        assertEquals(Presence.HERE, lane.secrets.presence(SecretStore.PEPPER), "nobody looked yet");

        assertEquals(Optional.empty(), lane.secrets.get(SecretStore.PEPPER));

        assertEquals(Presence.GONE, lane.secrets.presence(SecretStore.PEPPER));
        lane.secrets.put(SecretStore.PEPPER, SECRET);
        assertArrayEquals(SECRET, nextStart().get(SecretStore.PEPPER).orElseThrow());
    }

    @Test
    void takesALockedKeychainForUnreachableAndAsksNobody() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, SECRET);
        keyring().lock();
        Lane lane = lane(home).started();

        SecretException e = assertThrows(SecretException.class, () -> lane.secrets.get(SecretStore.PEPPER));

        assertTrue(e.isUnreachable());
        assertTrue(String.valueOf(e.getMessage()).contains("locked"), e.getMessage());
        assertEquals(Presence.UNREACHABLE, lane.secrets.presence(SecretStore.PEPPER));
        assertTrue(lane.secrets.degradedReason().contains("locked"));
    }

    @Test
    void keepsInAFileWhatALockedKeychainDoesNotTakeAndTheNewerOneWins() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, new byte[] {5});
        keyring().lock();
        Lane lane = lane(home).started();

        lane.secrets.put(SecretStore.PEPPER, SECRET);

        assertArrayEquals(SECRET, lane.secrets.get(SecretStore.PEPPER).orElseThrow());
        assertEquals(Set.of(SecretStore.PEPPER), lane.files.names());
        keyring().stopDaemon();
        keyring().startDaemon();
        Lane next = lane(home);
        next.secrets.refresh(PATIENT_MILLIS);
        assertArrayEquals(SECRET, next.secrets.get(SecretStore.PEPPER).orElseThrow(), "the file is newer");
        next.secrets.moveIn(PATIENT_MILLIS);
        assertEquals(Set.of(), next.files.names());
        assertArrayEquals(SECRET, nextStart().get(SecretStore.PEPPER).orElseThrow());
    }

    @Test
    void goesOnFromMemoryWhenTheKeychainDies() throws Exception {
        Lane lane = lane(home);
        lane.secrets.put(SecretStore.PEPPER, SECRET);
        List<String> heard = new ArrayList<>();
        lane.secrets.addListener(() -> heard.add("changed"));
        keyring().stopDaemon();

        assertThrows(KeychainException.class, () -> lane.started().secrets.refresh(PATIENT_MILLIS));

        assertArrayEquals(SECRET, lane.secrets.get(SecretStore.PEPPER).orElseThrow());
        assertEquals(Presence.HERE, lane.secrets.presence(SecretStore.PEPPER));
        assertTrue(lane.secrets.degradedReason().contains("no keychain is running"), lane.secrets.degradedReason());
        assertEquals(List.of("changed"), heard);
        keyring().startDaemon();
        lane.secrets.refresh(PATIENT_MILLIS);
        assertEquals("", lane.secrets.degradedReason());
    }

    @Test
    void waitsForAKeychainThatStartsALittleLater() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, SECRET);
        keyring().stopDaemon();
        Lane lane = lane(home);
        assertEquals(Presence.HERE, lane.secrets.presence(SecretStore.PEPPER));
        Thread later = new Thread(() -> {
            try {
                keyring().startDaemon();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        later.start();

        assertArrayEquals(SECRET, lane.secrets.get(SecretStore.PEPPER).orElseThrow());
        later.join();
    }

    @Test
    void waitsALimitedTimeForAKeychainThatHangs() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, SECRET);
        keyring().hang();
        Lane lane = lane(home, IMPATIENT_MILLIS).started();
        long begin = System.nanoTime();

        SecretException e = assertThrows(SecretException.class, () -> lane.secrets.get(SecretStore.PEPPER));

        assertTrue(e.isUnreachable());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, "it took " + took);
        keyring().resume();
        Await.until("it answers", () -> {
            try {
                return Arrays.equals(
                        SECRET, lane.secrets.get(SecretStore.PEPPER).orElseThrow());
            } catch (SecretException notYet) {
                return false;
            }
        });
    }

    @Test
    void comesBackAfterTheWholeSessionWasGone() throws Exception {
        Lane lane = lane(home).started();
        lane.secrets.put(SecretStore.PEPPER, SECRET);
        keyring().stopBus();
        assertThrows(KeychainException.class, () -> lane.secrets.refresh(PATIENT_MILLIS));
        assertTrue(lane.secrets.degradedReason().contains("message bus"), lane.secrets.degradedReason());
        assertArrayEquals(SECRET, lane.secrets.get(SecretStore.PEPPER).orElseThrow());
    }

    @Test
    void keepsARecordWithoutSecretsThatOnlyTheOwnerReads() throws Exception {
        lane(home).secrets.put(SecretStore.PEPPER, SECRET);

        Path record = home.resolve("keychain.properties");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(record)));
        assertTrue(Files.readString(record).contains("names=store.pepper"));
    }
}
