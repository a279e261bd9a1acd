package com.euphoriapos.testkit.keychain;

import com.euphoriapos.testkit.Await;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real GNOME Keyring on a message bus of its own, which knows nothing of the keyring of whoever runs the test. It can be locked,
 * wiped, stopped, made to hang and started again. For one thread.
 */
public final class PrivateKeyring implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "a password of the test";
    private static final String LOGIN = "/org/freedesktop/secrets/collection/login";
    private static final String BUS =
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path folder;
    private final Path socket;
    private final Process bus;
    private @Nullable Process daemon;

    private PrivateKeyring(Path folder, Process bus) {
        this.folder = folder;
        this.socket = folder.resolve("bus");
        this.bus = bus;
    }

    /** Starts bus and keyring, unlocked; skips the test where they are not installed, or fails it with {@code -Dpos.require.tools=true}. */
    public static PrivateKeyring start() throws IOException {
        PrivateKeyring keyring = startBus();
        keyring.startDaemon();
        return keyring;
    }

    /** Starts the bus alone: nobody keeps secrets there yet. */
    public static PrivateKeyring startBus() throws IOException {
        for (String tool : List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon")) {
            boolean found = isInstalled(tool);
            if (Boolean.getBoolean("pos.require.tools")) {
                Assertions.assertTrue(found, tool + " is not installed, and pos.require.tools demands it");
            }
            Assumptions.assumeTrue(found, tool + " is not installed, so there is no keychain to test with");
        }
        // A short path: the name of a socket has hundred characters at most.
        Path folder = Files.createTempDirectory("keyring");
        for (String name : List.of("run", "data", "config", "cache")) {
            Files.createDirectory(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path socket = folder.resolve("bus");
        Path configuration = Files.writeString(folder.resolve("bus.conf"), String.format(BUS, socket));
        Process bus = new ProcessBuilder("dbus-daemon", "--config-file=" + configuration, "--nofork", "--nopidfile")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bus.log").toFile())
                .start();
        PrivateKeyring keyring = new PrivateKeyring(folder, bus);
        Await.until("message bus", PATIENCE, keyring::listens);
        return keyring;
    }

    /** The socket is there a moment before anybody listens; a keyring that comes in between goes again. */
    private boolean listens() {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return caller.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    /** Address of the bus. */
    public String address() {
        return "unix:path=" + socket;
    }

    /** What a program needs in its environment to use this keyring. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DBUS_SESSION_BUS_ADDRESS", address());
        environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        return environment;
    }

    /** Starts the keyring and unlocks it. */
    public void startDaemon() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keyring.log").toFile());
        builder.environment().putAll(environment());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().remove("DISPLAY");
        Process started = builder.start();
        daemon = started;
        try (OutputStream in = started.getOutputStream()) {
            in.write(PASSWORD.getBytes(StandardCharsets.US_ASCII));
        }
        Await.until("unlocked keyring", PATIENCE, () -> locked().contains("boolean false"));
    }

    private String locked() {
        return send(
                LOGIN,
                "org.freedesktop.DBus.Properties.Get",
                "string:org.freedesktop.Secret.Collection",
                "string:Locked");
    }

    /** Locks it, as a session that is left does. */
    public void lock() {
        send("/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", "array:objpath:" + LOGIN);
        Await.until("locked keyring", PATIENCE, () -> locked().contains("boolean true"));
    }

    /** Ends the keyring at once; the bus stays. */
    public void stopDaemon() throws InterruptedException {
        Process running = daemon;
        if (running != null) {
            running.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            daemon = null;
        }
    }

    /** Ends the bus, and with it everybody's connection. */
    public void stopBus() throws InterruptedException {
        bus.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** From now on it takes calls and answers none; {@link #resume()} ends that. */
    public void hang() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** It answers again. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process running = daemon;
        if (running != null) {
            new ProcessBuilder("kill", signal, Long.toString(running.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** Loses everything, as a keyring does whose password was reset; runs again afterwards. */
    public void wipe() throws IOException, InterruptedException {
        stopDaemon();
        delete(folder.resolve("data"));
        Files.createDirectory(folder.resolve("data"));
        startDaemon();
    }

    private String send(String path, String method, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                "dbus-send",
                "--session",
                "--print-reply",
                "--reply-timeout=20000",
                "--dest=org.freedesktop.secrets",
                path,
                method);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment());
        try {
            Process process = builder.redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopDaemon();
        stopBus();
        delete(folder);
    }
}
