package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cloud end's demo: a database of its own, a code that lets a lane in, and nothing left when it ends. */
final class CloudDemoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)");
    private static final Pattern CODE = Pattern.compile("with the code (\\S+),");

    private static final Pattern PASSWORD = Pattern.compile("password (\\S+),");

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

    private Process start(Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        TestLane.distribution().resolve("pos").toString(),
                        "--home",
                        folder.resolve("home").toString(),
                        "--cloud",
                        "--demo")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().remove(DemoPrograms.PLACE);
        return builder.start();
    }

    /** Starts it, and waits until it has said how one comes in. */
    private Process open(Path out) throws IOException {
        Process demo = start(out);
        Await.until(
                "the demo is open", PATIENCE, () -> !demo.isAlive() || read(out).contains("until the next start"));
        assertTrue(demo.isAlive(), read(out));
        return demo;
    }

    private static void enrol(String said, String node) throws Exception {
        String form = "{\"code\":\"" + found(CODE, said) + "\",\"node\":\"" + node.repeat(32) + "\",\"label\":\"L1\"}";
        HttpResponse<String> enrolled = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(found(ADDRESS, said)).resolve("enrol"))
                                .timeout(PATIENCE)
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(200, enrolled.statusCode(), enrolled.body());
        assertTrue(enrolled.body().contains("Demo Store"), enrolled.body());
    }

    /** Signs in on the page with the account that was printed; the store is the one that the lane came into. */
    private static void signIn(String said) throws Exception {
        HttpResponse<String> in = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(found(ADDRESS, said)).resolve("web/api/sign_in"))
                                .timeout(PATIENCE)
                                .header("X-Pos-Page", "1")
                                .POST(BodyPublishers.ofString("name=demo&password=" + found(PASSWORD, said)))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(200, in.statusCode(), in.body());
        assertTrue(in.body().contains("\"Demo Store\"") && !in.body().contains("}, {"), in.body());
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        Await.until("it is gone", PATIENCE, () -> !process.isAlive());
    }

    @Test
    void bringsItsDatabaseWhichEndsWithItOrIsTakenUpAgain() throws Exception {
        Path out = folder.resolve("out.txt");
        Process first = open(out);
        try {
            enrol(read(out), "ab");
            signIn(read(out));
            String brought = folder.toRealPath().resolve("home/cache/postgres-").toString();
            assertTrue(
                    first.descendants()
                            .anyMatch(each -> each.info().command().orElse("").startsWith(brought)),
                    () -> "none of it runs from " + brought);
        } finally {
            // The worst that can happen to it: what would end the database is killed before the program is.
            List<ProcessHandle> keepers = first.children().toList();
            keepers.forEach(CloudDemoTest::kill);
            kill(first.toHandle());
        }
        assertTrue(Files.exists(folder.resolve("home/database/postmaster.pid")), "the database runs on");

        Path again = folder.resolve("again.txt");
        Process second = open(again);
        List<ProcessHandle> below = second.descendants().toList();
        try {
            enrol(read(again), "cd");
        } finally {
            kill(second.toHandle());
        }
        Await.until("its database ends, too", PATIENCE, () -> below.stream().noneMatch(ProcessHandle::isAlive));
    }
}
