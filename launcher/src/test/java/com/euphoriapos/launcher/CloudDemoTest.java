package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cloud end's demo: a database of its own, a code that lets a lane in, and nothing left when it ends. */
final class CloudDemoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)");
    private static final Pattern CODE = Pattern.compile("with the code (\\S+),");

    @TempDir
    Path folder;

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private Process start(Path programs, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        TestLane.distribution().resolve("pos").toString(),
                        "--home",
                        folder.resolve("home").toString(),
                        "--cloud",
                        "--demo")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put(DemoDatabase.PLACE, programs.toString());
        return builder.start();
    }

    private static void requireAnAccountForPostgres() throws Exception {
        Process root = new ProcessBuilder("id", "-u").start();
        if (new String(root.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                .strip()
                .equals("0")) {
            Process unshare = new ProcessBuilder("unshare", "--user", "--", "true").start();
            Assumptions.assumeTrue(
                    unshare.waitFor() == 0,
                    "root may make no user name space here, and PostgreSQL does not run as root");
        }
    }

    @Test
    void bringsItsDatabaseAndEndsWithIt() throws Exception {
        requireAnAccountForPostgres();
        Path programs = PostgresServer.programs(folder.resolve("engine"));
        Path out = folder.resolve("out.txt");
        Process first = start(programs, out);
        List<ProcessHandle> below;
        try {
            Await.until(
                    "the demo is open",
                    PATIENCE,
                    () -> !first.isAlive() || read(out).contains("until the next start"));
            String said = read(out);
            String form =
                    "{\"code\":\"" + found(CODE, said) + "\",\"node\":\"" + "ab".repeat(32) + "\",\"label\":\"L1\"}";
            HttpResponse<String> enrolled = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(found(ADDRESS, said)).resolve("enrol"))
                                    .timeout(PATIENCE)
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(200, enrolled.statusCode(), enrolled.body());
            assertTrue(enrolled.body().contains("Demo Store"), enrolled.body());
            below = first.descendants().toList();
            assertTrue(below.size() >= 2, below.toString());
        } finally {
            // The worst that can happen to it.
            first.destroyForcibly();
            assertTrue(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        Await.until("its database ends, too", PATIENCE, () -> below.stream().noneMatch(ProcessHandle::isAlive));

        Path again = folder.resolve("again.txt");
        Process second = start(programs, again);
        try {
            Await.until(
                    "the demo is open again",
                    PATIENCE,
                    () -> !second.isAlive() || read(again).contains("with the code"));
            found(CODE, read(again));
        } finally {
            second.destroy();
            assertTrue(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        Path lock = folder.resolve("home/database/postmaster.pid");
        Await.until("the database has ended", PATIENCE, () -> Files.notExists(lock));
    }
}
