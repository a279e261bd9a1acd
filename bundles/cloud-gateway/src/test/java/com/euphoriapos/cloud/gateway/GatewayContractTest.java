package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.cloud.gateway.Gateway.Settings;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract at the gateway's door. */
final class GatewayContractTest extends CloudContract {
    private @Nullable Gateway gateway;

    private static Settings settings(CloudDatabase behind, int port) {
        return new Settings(behind.url(), "store_owner", "127.0.0.1", port);
    }

    @Override
    URI open(CloudDatabase behind) throws Exception {
        Gateway opened = Gateway.start(settings(behind, 0), PostgresServer.PASSWORD, InstantSource.system());
        gateway = opened;
        return URI.create("http://127.0.0.1:" + opened.port() + "/");
    }

    @Override
    void close() {
        Gateway opened = gateway;
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void migratesOnStart() throws Exception {
        CloudDatabase empty = CloudDatabase.empty();

        try (Gateway first = Gateway.start(settings(empty, 0), PostgresServer.PASSWORD, InstantSource.system());
                Gateway second = Gateway.start(settings(empty, 0), PostgresServer.PASSWORD, InstantSource.system())) {
            assertEquals("0", empty.ask("SELECT count(*) FROM pos.stores"));
            assertEquals(false, first.port() == second.port());
        }
    }

    @Test
    void doesNotStartWithAWrongPasswordOrOnATakenPort() throws Exception {
        CloudDatabase database = CloudDatabase.create();
        Gateway opened = Objects.requireNonNull(gateway);

        Exception wrong = assertThrows(
                Exception.class, () -> Gateway.start(settings(database, 0), "wrong", InstantSource.system()));
        assertEquals("28P01", wrong instanceof SQLException sql ? sql.getSQLState() : wrong.toString());
        assertThrows(
                IllegalStateException.class,
                () -> Gateway.start(
                        settings(database, opened.port()), PostgresServer.PASSWORD, InstantSource.system()));
    }

    @Test
    void answersWhileManyBodiesComeSlowly() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket =
                        new Socket("127.0.0.1", Objects.requireNonNull(gateway).port());
                slow.add(socket);
                String path = i % 2 == 0 ? "/enrol" : "/web/api/sign_in";
                socket.getOutputStream()
                        .write(("POST " + path
                                        + " HTTP/1.1\r\nHost: x\r\nX-Pos-Page: 1\r\nContent-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }

            assertEquals(200, get("health", "").statusCode());
            assertEquals(200, get("health", "").statusCode());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void takesNoPasswordInTheAddress() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Settings("jdbc:postgresql://h/d?password=x", "owner", "127.0.0.1", 0));
        assertThrows(IllegalArgumentException.class, () -> new Settings("jdbc:sqlite:x", "owner", "127.0.0.1", 0));
    }
}
