package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Bodies are read within their bounds, and their room is given back. */
final class IntakeTest {
    private static final int MOST = 100;

    /** Says what became of a body. */
    private static final class Echo extends Handler.Abstract {
        private final Intake intake = new Intake(20);

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            intake.read(request, MOST, callback, (outcome, bytes) -> {
                if (new String(bytes, StandardCharsets.US_ASCII).equals("fail")) {
                    throw new IllegalStateException("as a handler may");
                }
                Content.Sink.write(response, true, outcome + " " + bytes.length, callback);
            });
            return true;
        }
    }

    private static String ask(URI address, int length, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(60))
                                .POST(BodyPublishers.ofString(body.repeat(length)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void givesTheRoomBackWhateverBecomesOfABody() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Echo());
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
            for (int i = 0; i < 5; i++) {
                assertEquals("READ 20", ask(address, 20, "x"));
                assertEquals("NO_ROOM 0", ask(address, 21, "x"));
                assertEquals("TOO_LARGE 0", ask(address, MOST + 1, "x"));
                assertEquals("TOO_LARGE 0", ask(address, 1 << 20, "x"));
                ask(address, 1, "fail");
                assertEquals("READ 0", ask(address, 0, "x"));
            }
        } finally {
            server.stop();
        }
    }
}
