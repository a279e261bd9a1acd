package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.testkit.keychain.PrivateKeyring;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks through all that a lane leaves behind, as somebody who found its disk would: database, write-ahead log, logs, settings,
 * cache, and what other programs see of the process. The PINs have twelve digits, so that no other number is one by chance.
 */
final class SecretsSearchTest {
    private static final String PIN = "739155804627";
    private static final String WRONG_PIN = "480263917254";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){6}");
    private static final String SWITCH = "POS_JAVA_OPTIONS";

    @TempDir
    Path home;

    @Test
    void findsSecretsInTheSecretFilesAndNowhereElse() throws Exception {
        String code = useTheProduct(Map.of(SWITCH, "-Dpos.keychain.enabled=false"));
        Map<String, byte[]> needles;
        try (Shop shop = Shop.again(home, Map.of())) {
            needles = needles(shop, code);
            use(shop);
            assertEquals(
                    Set.of("secrets/lane.key: lane.key raw", "secrets/store.pepper: store.pepper raw"),
                    search(needles));
        }
        assertEquals(
                Set.of("secrets/lane.key: lane.key raw", "secrets/store.pepper: store.pepper raw"), search(needles));
    }

    @Test
    void findsNoSecretAnywhereWhenTheyAreInTheKeychain() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.start()) {
            Path config = Files.createDirectories(home.resolve("config"));
            Files.writeString(config.resolve("secrets.keychain.cfg"), "bus=" + keyring.address() + "\n");
            Map<String, String> environment = new HashMap<>(keyring.environment());
            environment.put(SWITCH, "-Dpos.keychain.enabled=true");
            String code = useTheProduct(environment);
            Map<String, byte[]> needles;
            try (Shop shop = Shop.again(home, Map.of("pos.keychain.enabled", "true"))) {
                needles = needles(shop, code);
                use(shop);
                TestLane.awaitTrue(
                        () -> Files.notExists(home.resolve("secrets/lane.key"))
                                && Files.notExists(home.resolve("secrets/store.pepper")),
                        "both secrets in the keychain");
                assertEquals(Set.of(), search(needles));
            }
            assertEquals(Set.of(), search(needles));
        }
    }

    /** Sets the lane up, signs in and fails to, as a process; returns the recovery code after a look at the process itself. */
    private String useTheProduct(Map<String, String> environment) throws Exception {
        try (Running lane = new Product(home).start(environment)) {
            lane.command("pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --pin " + PIN);
            lane.await(line -> CODE.matcher(line).find(), "the recovery code");
            String code = lane.lines().stream()
                    .map(CODE::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst()
                    .orElseThrow();
            lane.command("pos:sign-in " + WRONG_PIN);
            lane.command("pos:sign-in " + PIN);
            // As after a command that was mistyped.
            lane.command(PIN);
            lane.command("pos:recover " + code);
            lane.command("pos:check");
            lane.await(line -> line.contains("Secrets"), "the health checks");
            for (String file : List.of("environ", "cmdline")) {
                byte[] seen = Files.readAllBytes(Path.of("/proc", Long.toString(lane.pid()), file));
                for (String secret : List.of(PIN, WRONG_PIN, code, code.replace("-", ""))) {
                    assertTrue(!contains(seen, secret.getBytes(StandardCharsets.US_ASCII)), file + " has a secret");
                }
            }
            lane.end();
            return code;
        }
    }

    private static void use(Shop shop) throws Exception {
        assertInstanceOf(SignInResult.WrongPin.class, shop.signIn(WRONG_PIN));
        assertInstanceOf(SignInResult.SignedIn.class, shop.signIn(PIN));
        shop.importPrices();
        shop.scan(Shop.BOURBON);
        shop.pay();
        shop.scan(Shop.GIN);
    }

    /** Everything that must not be found, in each form in which it could be written. */
    private static Map<String, byte[]> needles(Shop shop, String code) {
        Map<String, byte[]> needles = new HashMap<>();
        Map<String, String> texts =
                Map.of("PIN", PIN, "wrong PIN", WRONG_PIN, "code", code, "code in one", code.replace("-", ""));
        texts.forEach((name, text) -> {
            needles.put(name, text.getBytes(StandardCharsets.US_ASCII));
            needles.put(name + " UTF-16", text.getBytes(StandardCharsets.UTF_16LE));
            needles.put(name + " small", text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        });
        for (String name : List.of(SecretStore.PEPPER, SecretStore.LANE_KEY)) {
            byte[] secret = shop.secret(name);
            needles.put(name + " raw", secret);
            String hex = HexFormat.of().formatHex(secret);
            needles.put(name + " hex", hex.getBytes(StandardCharsets.US_ASCII));
            needles.put(name + " HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
            // The end may be cut: padding and what follows it differ.
            needles.put(name + " base64", cut(Base64.getEncoder().encode(secret)));
            needles.put(name + " base64url", cut(Base64.getUrlEncoder().encode(secret)));
            needles.put(name + " base64 lines", cut(Base64.getMimeEncoder().encode(secret)));
        }
        return needles;
    }

    private static byte[] cut(byte[] text) {
        return Arrays.copyOf(text, text.length - 4);
    }

    /** Where each needle is in the home. */
    private Set<String> search(Map<String, byte[]> needles) throws IOException {
        Set<String> found = new TreeSet<>();
        int files = 0;
        for (Path file : files()) {
            byte[] content = content(file);
            files++;
            needles.forEach((name, needle) -> {
                if (contains(content, needle)) {
                    found.add(home.relativize(file) + ": " + name);
                }
            });
        }
        assertTrue(files > 20, "only " + files + " files were searched");
        for (String must : List.of("pos.sqlite", "logs/lane.log", "cache/felix")) {
            assertTrue(Files.exists(home.resolve(must)), must + " was not searched");
        }
        return found;
    }

    /** The lane runs meanwhile: where a folder goes while it is looked into, all is looked for once more. */
    private List<Path> files() {
        return TestLane.await(
                () -> {
                    try (Stream<Path> all = Files.walk(home)) {
                        return all.filter(Files::isRegularFile).toList();
                    } catch (IOException | UncheckedIOException changedMeanwhile) {
                        return null;
                    }
                },
                "files of the lane");
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException deletedMeanwhile) {
            return new byte[0];
        }
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (EOFException putAwayMeanwhile) {
            return bytes;
        }
    }

    private static boolean contains(byte[] content, byte[] needle) {
        // One byte is one character here: String's search is quick.
        String hay = new String(content, StandardCharsets.ISO_8859_1);
        return hay.contains(new String(needle, StandardCharsets.ISO_8859_1));
    }
}
