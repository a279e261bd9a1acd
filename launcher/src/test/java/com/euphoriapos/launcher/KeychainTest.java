package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.RecoveryResult;
import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.keychain.PrivateKeyring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole lane with a real GNOME Keyring: moved into, wiped, locked, killed, late. */
final class KeychainTest {
    private static final Duration MOVED = Duration.ofMinutes(3);
    private static final Map<String, String> WITH_KEYCHAIN = Map.of("pos.keychain.enabled", "true");

    @TempDir
    Path home;

    private PrivateKeyring keyring;

    @BeforeEach
    void startTheKeyring() throws Exception {
        keyring = PrivateKeyring.start();
        Path config = Files.createDirectories(home.resolve("config"));
        Files.writeString(config.resolve("secrets.keychain.cfg"), "bus=" + keyring.address() + "\n");
    }

    @AfterEach
    void stopTheKeyring() throws Exception {
        keyring.close();
    }

    @Test
    void movesAnExistingLaneIntoTheKeychainWhileItSellsAndFindsItThereAgain() throws Exception {
        try (Shop before = Shop.open(home)) {
            assertEquals(List.of("lane.key", "store.pepper"), files());
            assertFalse(before.service(SecretStore.class).degradedReason().isEmpty());
        }
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            shop.signIn();
            shop.scan(Shop.BOURBON);
            awaitMoved();
            // The journal's entry follows the move.
            TestLane.awaitTrue(() -> movesInTheJournal() == 2, "both moves in the journal");
            TestLane.awaitTrue(
                    () -> shop.service(SecretStore.class).degradedReason().isEmpty(), "all is well");
            shop.service(Session.class).signOut();
            shop.signIn();
            // The sale in progress is still there.
            shop.pay();
        }
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            assertEquals(State.READY, shop.service(LaneSetup.class).state());
            shop.signIn();
        }
    }

    @Test
    void signsInWhenTheKeychainStartsAfterTheLane() throws Exception {
        setUpInKeychain();
        keyring.stopDaemon();
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            assertEquals(State.READY, shop.service(LaneSetup.class).state(), "not there yet is not lost");
            Thread late = new Thread(() -> {
                try {
                    keyring.startDaemon();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            late.start();
            shop.signIn();
            late.join();
        }
    }

    @Test
    void bringsThePinsBackWhenTheKeychainWasWiped() throws Exception {
        String code = setUpInKeychain();
        keyring.wipe();
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            LaneSetup setup = shop.service(LaneSetup.class);
            assertInstanceOf(SignInResult.Unavailable.class, signIn(shop));
            TestLane.awaitTrue(() -> setup.state() == State.SECRETS_LOST, "said that the secrets are lost");
            String wrong = (code.charAt(0) == '7' ? "8" : "7") + code.substring(1);
            assertInstanceOf(RecoveryResult.Refused.class, setup.recover(wrong));
            assertEquals(State.SECRETS_LOST, setup.state());
            assertEquals(List.of(), files());
            assertInstanceOf(SignInResult.Unavailable.class, signIn(shop));

            assertEquals(new RecoveryResult.Recovered(), setup.recover(code));

            assertEquals(State.READY, setup.state());
            shop.signIn();
            shop.scan(Shop.GIN);
            shop.pay();
            awaitMoved();
        }
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            shop.signIn();
        }
    }

    @Test
    void goesOnSellingWhenTheKeychainDiesAndSaysSo() throws Exception {
        setUpInKeychain();
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            shop.signIn();
            shop.scan(Shop.BOURBON);
            // What nobody has read before the end of the keychain is gone with it.
            assertTrue(shop.secret(SecretStore.PEPPER).length > 0 && shop.secret(SecretStore.LANE_KEY).length > 0);
            keyring.stopBus();
            shop.pay();
            shop.service(Session.class).signOut();
            shop.signIn();
            shop.scan(Shop.GIN);
            shop.pay();
            // The lane looks once a minute by itself; a cfg that is written again makes it look at once.
            shop.configure("secrets.keychain", "bus=" + keyring.address(), "enabled=true");
            shop.awaitStatus("keychain", Level.WARN);
            TestLane.awaitTrue(
                    () -> shop.health().run().stream()
                            .anyMatch(item -> item.name().equals("Secrets")
                                    && item.level() == Level.WARN
                                    && item.messages().toString().contains("The keychain can't be used")),
                    "warning of the health checks");
            shop.signIn();
        }
    }

    @Test
    void isRecoveredIntoAFileWhileTheKeychainIsLockedAndAgreesWithItLater() throws Exception {
        String code = setUpInKeychain();
        byte[] pepper;
        byte[] key;
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            shop.signIn();
            pepper = shop.secret(SecretStore.PEPPER);
            key = shop.secret(SecretStore.LANE_KEY);
        }
        keyring.lock();
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            LaneSetup setup = shop.service(LaneSetup.class);
            SignInResult.Unavailable refused = assertInstanceOf(SignInResult.Unavailable.class, signIn(shop));
            assertTrue(refused.toString().contains("keychain"), refused.toString());
            assertEquals(new RecoveryResult.Recovered(), setup.recover(code));
            shop.signIn();
            assertEquals(List.of("store.pepper"), files(), "the lane's key is only locked: it gets no second one");
            keyring.stopDaemon();
            keyring.startDaemon();
            awaitMoved();
            assertArrayEquals(pepper, shop.secret(SecretStore.PEPPER));
            assertArrayEquals(key, shop.secret(SecretStore.LANE_KEY));
        }
    }

    @Test
    void usesFilesInADemoAndWhenItIsSwitchedOff() throws Exception {
        setUpInKeychain();
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            shop.configure("secrets.keychain", "bus=" + keyring.address(), "enabled=false");
            TestLane.awaitTrue(
                    () -> files().equals(List.of("lane.key", "store.pepper")), "secrets back in their files");
            shop.signIn();
        }
        keyring.wipe();
        try (Shop shop = Shop.again(home, WITH_KEYCHAIN)) {
            shop.signIn();
            assertEquals(List.of("lane.key", "store.pepper"), files());
        }
    }

    /** Sets a lane up whose secrets are in the keychain alone; returns its recovery code. */
    private String setUpInKeychain() throws Exception {
        try (Shop shop = Shop.open(home, WITH_KEYCHAIN)) {
            awaitMoved();
            return shop.recoveryCode();
        }
    }

    private static SignInResult signIn(Shop shop) {
        return shop.service(Session.class).signIn(Shop.PIN.toCharArray());
    }

    private long movesInTheJournal() {
        return new Product(home).number("SELECT count(*) FROM journal WHERE kind = 'SECRET_MOVED'");
    }

    /** After some failures the lane looks once a minute only. */
    private void awaitMoved() {
        Await.until("all secrets in the keychain", MOVED, () -> files().isEmpty());
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(home.resolve("secrets"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
