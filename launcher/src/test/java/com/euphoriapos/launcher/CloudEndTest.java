package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.postgres.PostgresServer;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as the cloud end of somebody who hosts it: its script, a PostgreSQL, a lane that comes in. */
final class CloudEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WORD = "correct-horse-battery";

    @TempDir
    Path home;

    private static URI address(CloudDoors doors) {
        return URI.create("http://127.0.0.1:" + doors.awaitOpen().getPort() + "/");
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
        try (PostgresServer server = PostgresServer.start();
                CloudDoors doors = new CloudDoors(home, server, "postgres")) {
            Process first = doors.start();
            try {
                URI door = address(doors);
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
            Process second = doors.start();
            try {
                URI door = address(doors);
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
        String log = CloudDoors.log(home);
        assertFalse(log.contains("Exception"), log);
    }
}
