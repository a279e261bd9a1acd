package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract at the edge function's door: the function as it is deployed, run by Deno. */
final class EdgeContractTest extends CloudContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("Listening on (http://127\\.0\\.0\\.1:\\d+/)");

    @TempDir
    static Path folder;

    private @Nullable Process process;

    @BeforeAll
    static void getDeno() throws Exception {
        Deno.require();
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    URI open(CloudDatabase behind) throws Exception {
        Path log = Files.createTempFile(folder, "edge", ".log");
        Process started = Deno.serve(log, Map.of("POS_DATABASE_URL", behind.address("pos_edge")));
        process = started;
        Await.until(
                "the edge function listens",
                PATIENCE,
                () -> !started.isAlive() || LISTENS.matcher(said(log)).find());
        Matcher matcher = LISTENS.matcher(said(log));
        assertTrue(matcher.find(), said(log));
        // With the function's name in front, as a platform has it.
        return URI.create(matcher.group(1) + "pos/");
    }

    @Override
    void close() throws Exception {
        Process started = process;
        if (started != null) {
            started.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void answersWithoutTheFunctionsNameAndBelowThatOfAllFunctions() throws Exception {
        for (String path : List.of("/health", "/functions/v1/pos/health")) {
            assertEquals(200, get(path, "").statusCode(), path);
        }
    }

    @Test
    void isTypedLintedAndFormatted() throws Exception {
        Deno.say("check", "--frozen", "index.ts");
        Deno.say("lint");
        Deno.say("fmt", "--check");
    }

    @Test
    void namesNoRegistry() throws Exception {
        for (Path lock : List.of(Deno.FUNCTION.resolve("deno.lock"), Path.of("src/test/deno/package-lock.json"))) {
            assertFalse(Files.readString(lock).contains("://"), lock.toString());
        }
    }
}
