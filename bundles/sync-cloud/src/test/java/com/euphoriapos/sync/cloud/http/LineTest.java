package com.euphoriapos.sync.cloud.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.sync.cloud.http.Line.Request;
import com.euphoriapos.sync.cloud.http.RawServer.Heard;
import com.euphoriapos.testkit.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final int PATIENT_MILLIS = 20_000;

    private final RawServer server;
    private final Line line;

    LineTest() throws IOException {
        server = new RawServer();
        line = new Line(Address.of("http://127.0.0.1:" + server.port() + "/base"));
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private static Request get(String path) {
        return new Request(path, "token-1", "", PATIENT_MILLIS);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void asksOverOneConnectionAndTellsWhoItIs() throws Exception {
        server.answers("200 OK", "Content-Type: application/json\r\n", "{}".getBytes(StandardCharsets.UTF_8));

        Reply reply = line.ask(get("/pull?cursor=1.2"));
        line.ask(get("/pull?cursor=1.2"));

        assertEquals(200, reply.status());
        assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), reply.body());
        assertEquals("application/json", reply.header("content-type", ""));
        Heard heard = server.heard(0);
        assertTrue(heard.head().startsWith("GET /base/pull?cursor=1.2 HTTP/1.1\r\n"), heard.head());
        assertTrue(heard.head().contains("Authorization: Bearer token-1\r\n"), heard.head());
        assertEquals(heard.head(), server.heard(1).head());
        assertEquals(1, server.connections());
        assertTrue(line.bytes() > 200 && line.bytes() < 1_000, "bytes " + line.bytes());
    }

    @Test
    void packsWhatIsLargeAndUnpacksWhatCame() throws Exception {
        String batch = "{\"events\":\"" + "x".repeat(5_000) + "\"}";
        server.answers("200 OK", "Content-Encoding: gzip\r\n", zipped(batch.getBytes(StandardCharsets.UTF_8)));

        Reply reply = line.ask(new Request("/ingest", "t", batch, PATIENT_MILLIS));

        assertEquals(batch, new String(reply.body(), StandardCharsets.UTF_8));
        assertTrue(server.heard(0).head().contains("Content-Encoding: gzip\r\n"));
        assertArrayEquals(
                zipped(batch.getBytes(StandardCharsets.UTF_8)), server.heard(0).body());
    }

    @Test
    void refusesAnAnswerThatUnpacksToTooMuch() throws Exception {
        server.answers("200 OK", "Content-Encoding: gzip\r\n", zipped(new byte[Line.BODY_MAX + 1]));

        assertThrows(IOException.class, () -> line.ask(get("/pull")));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() throws Exception {
        server.answers("200 OK", "", new byte[Line.BODY_MAX + 1]);

        assertThrows(IOException.class, () -> line.ask(get("/pull")));
    }

    @Test
    void followsNobodyElsewhere() throws Exception {
        server.answers("302 Found", "Location: http://127.0.0.1:" + server.port() + "/sign-in\r\n", new byte[0]);

        assertEquals(302, line.ask(get("/pull")).status());
        assertEquals(1, server.requests());
    }

    @Test
    void dialsAgainWhereTheCloudHungUp() throws Exception {
        server.answers("200 OK", "", new byte[] {'1'});
        line.ask(get("/pull"));
        server.hangUp();

        assertEquals(200, line.ask(get("/pull")).status());
        assertTrue(server.connections() > 1, server.connections() + " connections");
    }

    @Test
    void saysThatTheCloudIsSilent() throws Exception {
        server.isSilent();

        assertThrows(SocketTimeoutException.class, () -> line.ask(new Request("/pull", "t", "", 200)));
    }

    @Test
    void saysThatWhoAnswersSpeaksNoHttp() throws Exception {
        server.answersRaw("SSH-2.0-OpenSSH\r\n\r\n");

        assertThrows(IOException.class, () -> line.ask(get("/pull")));
    }

    @Test
    void saysThatWhoAnswersHasNoCertificate() throws Exception {
        server.answersRaw("HTTP/1.1 400 Bad Request\r\n\r\n");

        try (Line secure = new Line(Address.of("https://127.0.0.1:" + server.port()))) {
            assertThrows(SSLException.class, () -> secure.ask(get("/pull")));
        }
    }

    @Test
    void endsARequestThatWaitsAndItsThreads() throws Exception {
        server.isSilent();
        CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> {
            try {
                line.ask(get("/pull"));
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        Await.until("the request", () -> server.requests() == 1);

        line.close();

        assertThrows(CompletionException.class, waits::join);
        assertThrows(IOException.class, () -> line.ask(get("/pull")));
        Await.until("the end of its threads", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("cloud-net")));
        assertFalse(waits.isCancelled());
    }
}
