package com.euphoriapos.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PostgreSQL on a free port of 127.0.0.1, in a temporary folder. PostgreSQL does not run as root; where the tests do, it runs as an
 * account without rights, by the first of the system's programs that may do that. Ends with the tests' process.
 */
public final class PostgresServer implements AutoCloseable {
    /** Of the account {@code postgres}. */
    public static final String PASSWORD = "of-the-tests";

    /** What it says in its log when it takes connections. */
    private static final String READY = "database system is ready to accept connections";

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int TRIES = 3;
    /** The account that owns nothing: {@code nobody}, whatever its group is called. */
    private static final String NOBODY = "65534";

    private static final List<List<String>> WAYS_DOWN = List.of(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
            List.of("runuser", "-u", "nobody", "--"),
            List.of("unshare", "--user", "--"));

    private final Path folder;
    private final Process process;
    private final int port;

    private PostgresServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Starts one; the account {@code postgres} may everything, with {@link #PASSWORD}. */
    public static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("pos-cloud-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            PostgresEngine.unpack(folder.resolve("engine"));
            Path home = Files.createDirectory(folder.resolve("home"));
            Path password = Files.writeString(home.resolve("password"), PASSWORD);
            List<String> asNobody = wayDown();
            if (!asNobody.isEmpty() && !asNobody.get(0).equals("unshare")) {
                for (Path owned : List.of(password, home)) {
                    Files.setOwner(
                            owned,
                            owned.getFileSystem()
                                    .getUserPrincipalLookupService()
                                    .lookupPrincipalByName(NOBODY));
                }
            }
            List<String> make = new ArrayList<>(asNobody);
            make.addAll(List.of(
                    folder.resolve("engine/bin/initdb").toString(),
                    "--pgdata=" + home.resolve("data"),
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
            run(make, folder.resolve("initdb.log"));
            return started(folder, asNobody);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** On a free port; on another one where somebody took that before the server did. */
    private static PostgresServer started(Path folder, List<String> asNobody) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return start(folder, asNobody);
            } catch (IOException failed) {
                if (tries == TRIES || !String.valueOf(failed.getMessage()).contains("Address already in use")) {
                    throw failed;
                }
            }
        }
    }

    private static PostgresServer start(Path folder, List<String> asNobody) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(asNobody);
        command.addAll(List.of(
                folder.resolve("engine/bin/postgres").toString(),
                "-D",
                folder.resolve("home/data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                // Nothing of it has to outlive the tests.
                "-c",
                "fsync=off",
                "-c",
                // What a test's sign-in costs; a password that is guessed in the tests does no harm.
                "scram_iterations=64",
                "-c",
                "shared_buffers=32MB"));
        Process process = new ProcessBuilder(command)
                .directory(folder.resolve("home").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile())
                .start();
        PostgresServer server = new PostgresServer(folder, process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "pos-cloud-postgres-end"));
        server.awaitReady();
        return server;
    }

    /** How a program is run without root's rights; empty for who has none. */
    private static List<String> wayDown() throws IOException {
        if (!"0".equals(run(List.of("id", "-u"), null))) {
            return List.of();
        }
        StringBuilder tried = new StringBuilder();
        for (List<String> way : WAYS_DOWN) {
            List<String> command = new ArrayList<>(way);
            command.addAll(List.of("id", "-u"));
            try {
                if (!"0".equals(run(command, null))) {
                    return way;
                }
            } catch (IOException unable) {
                tried.append(' ').append(unable.getMessage());
            }
        }
        throw new IOException("PostgreSQL does not run as root, and nothing gives root's rights up:" + tried);
    }

    private static String run(List<String> command, @org.jspecify.annotations.Nullable Path log) throws IOException {
        Path output = log == null ? Files.createTempFile("pos-cloud-", ".out") : log;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(output));
            }
            return Files.readString(output).strip();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            if (log == null) {
                Files.delete(output);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Path log = folder.resolve("postgres.log");
        while (!Files.readString(log).contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("PostgreSQL does not start: " + Files.readString(log));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        try {
            // At once: asked politely it would wait for those who are still connected.
            Path running = folder.resolve("home/data/postmaster.pid");
            if (process.isAlive() && Files.exists(running)) {
                run(List.of("kill", "-QUIT", Files.readAllLines(running).get(0)), null);
            }
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(10, TimeUnit.SECONDS);
            }
            // By a program that may outlive this one: hundreds of databases are many files, and nobody waits long for
            // an exit.
            new ProcessBuilder("rm", "-rf", folder.toString()).start();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            // The folder is a temporary one; the system sweeps it.
        }
    }
}
