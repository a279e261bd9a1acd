package com.euphoriapos.launcher;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The PostgreSQL of the cloud end's demo: the programs that the distribution brings, on data below the demo's home, on a free port of
 * 127.0.0.1. It runs below a shell that reads from this process: when this ends, however it does, the shell reads the end and ends the
 * database.
 */
final class DemoDatabase implements AutoCloseable {
    private static final String READY = "database system is ready to accept connections";
    /** What it says when another program has its port. */
    private static final String TAKEN = "Address already in use";

    private static final int TRIES = 5;
    private static final String LOG = "database.log";
    private static final int DOOR_PORT = 8480;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 50;
    /** Starts what is told behind it, and ends it when nobody is left to tell anything. */
    private static final String KEEPER = "\"$@\" </dev/null & p=$!; read -r x; kill -INT $p; wait $p";

    private final Process keeper;
    private final String password;

    private DemoDatabase(Process keeper, String password) {
        this.keeper = keeper;
        this.password = password;
    }

    /** Starts it and writes the settings by which the gateway finds it. */
    static DemoDatabase start(Home home, Path distribution) throws IOException {
        return start(home, distribution, Unprivileged.find(), () -> freePort(0));
    }

    /** Where it is to listen. */
    interface Ports {
        int next() throws IOException;
    }

    /** The same, in a way to be rid of root's rights, at the first of those ports that nobody takes before it. */
    static DemoDatabase start(Home home, Path distribution, Unprivileged way, Ports ports) throws IOException {
        Path data = home.folder().resolve("database");
        Path secret = home.folder().resolve("secrets/demo.database");
        Path log = home.logs().resolve(LOG);
        Path made = data.resolve("PG_VERSION");
        DemoPrograms programs = DemoPrograms.find(
                DemoPrograms.Places.of(distribution, home.cache()),
                way,
                Files.exists(made)
                        ? OptionalInt.of(Integer.parseInt(Files.readString(made).strip()))
                        : OptionalInt.empty());
        if (Files.exists(made)) {
            endLeftOver(data);
            way.own(data);
        } else {
            initialise(way, programs, data, secret, log);
        }
        List<String> command = List.of(programs.folder().resolve("postgres").toString(), "-D", data.toString());
        for (int tries = 1; ; tries++) {
            int port = ports.next();
            try {
                DemoDatabase database = keep(way, command, port, log, Files.readString(secret));
                Files.writeString(
                        home.config().resolve(CloudEnd.SETTINGS),
                        "jdbcUrl=jdbc:postgresql://127.0.0.1:" + port + "/postgres\nuser=postgres\nport="
                                + freePort(DOOR_PORT) + "\n");
                return database;
            } catch (IOException failed) {
                if (tries == TRIES || !String.valueOf(failed.getMessage()).contains(TAKEN)) {
                    throw failed;
                }
            }
        }
    }

    private static DemoDatabase keep(Unprivileged way, List<String> program, int port, Path log, String password)
            throws IOException {
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of("sh", "-c", KEEPER, "sh"));
        command.addAll(program);
        command.addAll(List.of(
                "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        Process keeper = new ProcessBuilder(way.command(command))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        DemoDatabase database = new DemoDatabase(keeper, password);
        database.awaitReady(log);
        return database;
    }

    /** The owner's. */
    String password() {
        return password;
    }

    private static void initialise(Unprivileged way, DemoPrograms programs, Path data, Path secret, Path log)
            throws IOException {
        // What a first start left that was cut off: a database that is whole has its version.
        DemoPrograms.delete(data);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, HexFormat.of().formatHex(random));
        Process process = new ProcessBuilder(way.command(List.of(
                        programs.folder().resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        if (Unprivileged.await(process) != 0) {
            throw new IOException("PostgreSQL could not make a database: "
                    + Files.readString(log).strip());
        }
    }

    /**
     * Ends a database that outlived its program and its keeper, such as when all but it was killed. Its file names it by its number, which
     * may be another program's by now: then the file is worth nothing, and would only keep the database from starting.
     */
    private static void endLeftOver(Path data) throws IOException {
        Path running = data.resolve("postmaster.pid");
        if (Files.notExists(running)) {
            return;
        }
        String number =
                Files.readAllLines(running).stream().findFirst().orElse("").strip();
        Optional<ProcessHandle> left =
                number.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(number)) : Optional.empty();
        if (left.isPresent() && left.get().info().command().orElse("").contains("postgres")) {
            awaitEnd(left.get());
        }
        Files.deleteIfExists(running);
    }

    private static void awaitEnd(ProcessHandle left) {
        left.destroy();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (left.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
        left.destroyForcibly();
    }

    /** The port that is wished for, or any other where it is taken. */
    static int freePort(int wished) throws IOException {
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
