package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as the cloud end of somebody who hosts it: its script, a PostgreSQL, a lane that comes in. */
final class CloudEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WORD = "correct-horse-battery";
    private static final Pattern OPEN = Pattern.compile("door is open at 127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path home;

    private void configure(PostgresServer server) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/cloud.gateway.cfg"),
                "jdbcUrl=" + server.url("postgres") + "\nuser=postgres\nport=0\n");
    }

    private Process start(String input, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(TestLane.distribution().resolve("pos").toString(), "--home", home.toString(), "--cloud"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("out.txt").toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return process;
    }

    private String log() {
        Path file = home.resolve("logs/lane.log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until the door is open for the n-th time, and says where. */
    private URI door(Process process, int times) {
        Await.until(
                "the door is open",
                PATIENCE,
                () -> !process.isAlive() || OPEN.matcher(log()).results().count() >= times);
        assertTrue(process.isAlive(), log());
        Matcher matcher = OPEN.matcher(log());
        String port = "";
        while (matcher.find()) {
            port = matcher.group(1);
        }
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it does not end");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static String ask(PostgresServer server, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), "postgres", PostgresServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void migratesItsDatabaseAndLetsALaneIn() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            configure(server);
            Process first = start(PostgresServer.PASSWORD + "\n", "--set-password");
            try {
                URI door = door(first, 1);
                String code = ask(server, "SELECT pos_admin.make_code(pos_admin.create_store('Corner Shop'))");
                String form = "{\"code\":\"" + code + "\",\"node\":\"" + "ab".repeat(32) + "\",\"label\":\"L1\"}";
                HttpResponse<String> enrolled = send(
                        HttpRequest.newBuilder(door.resolve("enrol")).POST(HttpRequest.BodyPublishers.ofString(form)));
                assertEquals(200, enrolled.statusCode(), enrolled.body());
                assertTrue(enrolled.body().contains("Corner Shop"), enrolled.body());
            } finally {
                end(first);
            }
            assertEquals(
                    0,
                    new Product(home)
                            .run(WORD + "\n", "--cloud", "--add-account", "Ruth")
                            .exitCode());
            Process second = start("");
            try {
                URI door = door(second, 2);
                assertEquals(
                        200,
                        send(HttpRequest.newBuilder(door.resolve("health"))).statusCode());
                HttpResponse<String> in = send(HttpRequest.newBuilder(door.resolve("web/api/sign_in"))
                        .header("X-Pos-Page", "1")
                        .POST(HttpRequest.BodyPublishers.ofString("name=ruth&password=" + WORD)));
                assertEquals(200, in.statusCode(), in.body());
                assertTrue(in.body().contains("Corner Shop"), in.body());
                HttpResponse<String> page = send(HttpRequest.newBuilder(door.resolve("web/")));
                assertTrue(page.body().contains("<title>Euphoria POS"), page.body());
            } finally {
                end(second);
            }
        }
        assertTrue(Files.notExists(home.resolve("pos.sqlite")), "it is no register");
        assertEquals(List.of(home.resolve("secrets/cloud.database")), filesWith(PostgresServer.PASSWORD));
        assertEquals(List.of(), filesWith(WORD));
    }

    private List<Path> filesWith(String secret) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Product product = new Product(home);
        Product.Run withoutSettings = product.run("", "--cloud");
        assertEquals(2, withoutSettings.exitCode());
        assertTrue(withoutSettings.text().contains("jdbcUrl="), withoutSettings.text());

        Files.writeString(
                home.resolve("config/cloud.gateway.cfg"),
                "jdbcUrl=jdbc:postgresql://127.0.0.1:1/x\nuser=owner\nport=0\n");
        Product.Run withoutPassword = product.run("", "--cloud");
        assertEquals(5, withoutPassword.exitCode(), withoutPassword.text());
        assertTrue(withoutPassword.text().contains("--set-password"), withoutPassword.text());
        assertFalse(log().contains("Exception"), log());
    }
}
