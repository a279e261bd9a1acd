package com.euphoriapos.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The PostgreSQL of the cloud end's demo: the programs that are installed on this machine, on data below the demo's home, on a free port of
 * 127.0.0.1. It runs below a shell that reads from this process: when this ends, however it does, the shell reads the end and ends the
 * database.
 */
final class DemoDatabase implements AutoCloseable {
    /** Variable that names the folder of the programs, where they are in none of the usual ones. */
    static final String PLACE = "POS_POSTGRES";

    private static final String READY = "database system is ready to accept connections";
    private static final String LOG = "database.log";
    private static final int DOOR_PORT = 8480;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 50;
    /** Starts what is told behind it, and ends it when nobody is left to tell anything. */
    private static final String KEEPER = "\"$@\" </dev/null & p=$!; read -r x; kill -INT $p; wait $p";

    private static final List<Path> USUAL = List.of(
            Path.of("/usr/lib/postgresql"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"), Path.of("/usr"));

    private final Process keeper;
    private final String password;

    private DemoDatabase(Process keeper, String password) {
        this.keeper = keeper;
        this.password = password;
    }

    /** Starts it and writes the settings by which the gateway finds it. */
    static DemoDatabase start(Home home) throws IOException {
        Path programs = programs()
                .orElseThrow(
                        () -> new IOException("the demo of the cloud end needs PostgreSQL 15 or later on this machine"
                                + " (on Debian: apt install postgresql), or its folder of programs in " + PLACE));
        Path data = home.folder().resolve("database");
        Path secret = home.folder().resolve("secrets/demo.database");
        List<String> unprivileged = unprivileged();
        if (Files.notExists(data.resolve("PG_VERSION"))) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.deleteIfExists(secret);
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, HexFormat.of().formatHex(random));
            initialise(unprivileged, programs, data, secret, home.logs().resolve(LOG));
        }
        int port = freePort(0);
        List<String> command = new ArrayList<>(unprivileged);
        command.addAll(
                List.of("sh", "-c", KEEPER, "sh", programs.resolve("postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", String.valueOf(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        Path log = home.logs().resolve(LOG);
        Files.deleteIfExists(log);
        Process keeper = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        DemoDatabase database = new DemoDatabase(keeper, Files.readString(secret));
        database.awaitReady(log);
        Files.writeString(
                home.config().resolve(CloudEnd.SETTINGS),
                "jdbcUrl=jdbc:postgresql://127.0.0.1:" + port + "/postgres\nuser=postgres\nport=" + freePort(DOOR_PORT)
                        + "\n");
        return database;
    }

    /** The owner's. */
    String password() {
        return password;
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>();
        String told = System.getenv(PLACE);
        if (told != null) {
            places.add(Path.of(told));
        }
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(place));
        }
        for (Path usual : USUAL) {
            if (Files.isDirectory(usual)) {
                try (Stream<Path> versions = Files.list(usual)) {
                    versions.sorted(Comparator.<Path>naturalOrder().reversed())
                            .map(version -> version.resolve("bin"))
                            .forEach(places::add);
                }
            }
        }
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("postgres")))
                .findFirst();
    }

    /** PostgreSQL does not run as root: there it runs in a user name space, where root is nobody. */
    private static List<String> unprivileged() throws IOException {
        Process process = new ProcessBuilder("id", "-u").start();
        String user = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return user.strip().equals("0") ? List.of("unshare", "--user", "--") : List.of();
    }

    private static void initialise(List<String> unprivileged, Path programs, Path data, Path secret, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(unprivileged);
        command.addAll(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("PostgreSQL could not make a database: "
                        + Files.readString(log).strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The port that is wished for, or any other where it is taken. */
    private static int freePort(int wished) throws IOException {
        try (ServerSocket socket = new ServerSocket(wished, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wished == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }

    private void awaitReady(Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(READY)) {
            if (!keeper.isAlive()
                    || System.nanoTime() > end
                    || Files.readString(log).contains("FATAL")) {
                close();
                throw new IOException(
                        "PostgreSQL does not start: " + Files.readString(log).strip());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            keeper.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException ended) {
            // Then it has ended already.
        }
    }
}
