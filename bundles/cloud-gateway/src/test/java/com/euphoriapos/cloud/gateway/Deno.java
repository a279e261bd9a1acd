package com.euphoriapos.cloud.gateway;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Deno of the version that {@code src/test/deno} names, out of npm's registry, below {@code target}. What it downloads itself lies there,
 * too.
 */
final class Deno {
    /** Where the edge function is. */
    static final Path FUNCTION =
            Path.of("../../db/cloud/functions/pos").toAbsolutePath().normalize();

    private static final long PATIENCE_SECONDS = 300;
    private static final Path WANTED = Path.of("src/test/deno");
    private static final Path FOLDER = Path.of("target/deno").toAbsolutePath();
    private static final Path PROGRAM = FOLDER.resolve("node_modules/@deno/linux-x64-glibc/deno");

    private Deno() {}

    /** Gets it, once; skips the test where npm is not installed, or fails it with {@code -Dpos.require.tools=true}. */
    static synchronized void require() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "the tests know no Deno for this machine");
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "npm")));
        if (Boolean.getBoolean("pos.require.tools")) {
            Assertions.assertTrue(found, "npm is not installed, and pos.require.tools demands it");
        }
        Assumptions.assumeTrue(found, "npm is not installed, so there is no Deno to run the edge function with");
        Path lock = FOLDER.resolve("package-lock.json");
        boolean same = Files.exists(PROGRAM)
                && Files.exists(lock)
                && Files.mismatch(WANTED.resolve("package-lock.json"), lock) < 0;
        if (!same) {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(lock);
            Files.copy(
                    WANTED.resolve("package.json"),
                    FOLDER.resolve("package.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.copy(WANTED.resolve("package-lock.json"), lock);
            run(FOLDER, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), Map.of());
        }
        // Whatever registry npm was told of, Deno asks the same one.
        String registry = run(FOLDER, List.of("npm", "config", "get", "registry"), Map.of())
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElse("");
        run(
                FUNCTION,
                command("install", "--frozen", "--entrypoint", "index.ts"),
                Map.of("NPM_CONFIG_REGISTRY", registry));
    }

    /** Runs it on the function; returns what it says, or fails with it. */
    static String say(String... arguments) throws IOException, InterruptedException {
        return run(FUNCTION, command(arguments), Map.of());
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts the function on a free port, with no rights but to the database, its settings and that port. */
    static Process serve(Path log, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(
                        "run",
                        "--no-prompt",
                        "--frozen",
                        "--cached-only",
                        "--allow-net=127.0.0.1",
                        "--allow-env=POS_DATABASE_URL,POS_DATABASE_CA,POS_ADDRESS_HEADER,PGAPPNAME",
                        "index.ts"))
                .directory(FUNCTION.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        builder.environment().put("DENO_SERVE_ADDRESS", "tcp:127.0.0.1:0");
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static Map<String, String> environment() {
        return Map.of("DENO_DIR", FOLDER.resolve("cache").toString(), "DENO_NO_UPDATE_CHECK", "1", "NO_COLOR", "1");
    }

    private static String run(Path folder, List<String> command, Map<String, String> more)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(FOLDER, "run", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment());
            builder.environment().putAll(more);
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(log);
            Assertions.assertTrue(ended && process.exitValue() == 0, () -> command + ": " + said);
            return said;
        } finally {
            Files.delete(log);
        }
    }
}
