package com.euphoriapos.sync.cloud.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.http.Line.Request;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Want;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The bytes that go out, and what is made of those that come. */
final class WireTest {
    private static final String SECRETS =
            "\"pinLookup\":\"LOOKUP-OF-PIN\",\"pinHash\":\"HASH-OF-PIN\",\"badgeLookup\":\"LOOKUP-OF-BADGE\",\"pinLength\":4,\"later\":\"LATER\"";

    private static Event event(String topic, String payload) {
        return new Event(
                "id", topic, new StreamId("a".repeat(64), "E"), 1, 1, "employee:dana", "h", 1, "dana", 1, payload, "x");
    }

    /** Answers one request with that text; returns what it was asked. */
    private static byte[] asked(String answer, Consumer<Door> ask) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.setSoTimeout(20_000);
                    InputStream in = socket.getInputStream();
                    int length = -1;
                    while (length != 0) {
                        all.write(in.read());
                        String text = all.toString(StandardCharsets.ISO_8859_1);
                        if (length < 0 && text.endsWith("\r\n\r\n")) {
                            int at = text.indexOf("Content-Length: ");
                            length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
                        } else if (length > 0) {
                            length--;
                        }
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            try (Door door =
                    new Door(new Line(Address.of("http://127.0.0.1:" + server.getLocalPort())), "t".repeat(64))) {
                ask.accept(door);
            }
            thread.join(20_000);
        }
        return all.toByteArray();
    }

    private static String unpacked(byte[] request) throws IOException {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        byte[] rest = Arrays.copyOfRange(request, body, request.length);
        return text.contains("Content-Encoding: gzip")
                ? new String(new GZIPInputStream(new ByteArrayInputStream(rest)).readAllBytes(), StandardCharsets.UTF_8)
                : new String(rest, StandardCharsets.UTF_8);
    }

    private static Failure failure(String answer) throws Exception {
        Failure[] failure = new Failure[1];
        asked(
                answer,
                door -> failure[0] = assertThrows(DoorException.class, () -> door.pull("", 0, Door.Told.NOTHING))
                        .failure());
        return failure[0];
    }

    private static String json(int status, String body) {
        return "HTTP/1.1 " + status + " x\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    @Test
    void sendsNothingThatPeopleSignInWith() throws Exception {
        String payload =
                "{\"id\":\"dana\",\"firstName\":\"Dana\"," + SECRETS + ",\"base\":{\"pin\":\"\"},\"parts\":[\"pin\"]}";
        String batch = Wire.batch(List.of(
                new Wire.Sent(event("employee:upsert", payload), "0".repeat(32)),
                new Wire.Sent(event("employee:upsert", "no JSON: HASH-OF-PIN"), ""),
                new Wire.Sent(event("employee:upsert", "{\"firstName\":{\"a\":1},\"pinHash\":[\"HASH-OF-PIN\"]"), "")));

        byte[] bytes = asked(json(200, "{\"results\":[],\"positions\":[]}"), door -> {
            try {
                door.ingest(batch);
            } catch (DoorException e) {
                throw new IllegalStateException(e);
            }
        });

        String sent = unpacked(bytes);
        assertTrue(sent.contains("Dana") && sent.contains("\"redacted\":true"), sent);
        for (String secret :
                List.of("LOOKUP", "HASH-OF", "LATER", "pinHash", "pinLookup", "badgeLookup", "pinLength")) {
            assertFalse(sent.contains(secret), secret + " in " + sent);
        }
    }

    @Test
    void tellsTheCloudFromWhoeverElseAnswers() throws Exception {
        assertEquals(
                Failure.STRANGER,
                failure("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"));
        assertEquals(
                Failure.STRANGER,
                failure("HTTP/1.1 302 Found\r\nLocation: http://portal/\r\nContent-Length: 0\r\n\r\n"));
        assertEquals(
                Failure.STRANGER,
                failure("HTTP/1.1 403 No\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"));
        assertEquals(Failure.STRANGER, failure(json(200, "[1]")));
        assertEquals(Failure.STRANGER, failure(json(404, "{\"error\":\"no\"}")));
        assertEquals(Failure.GONE, failure(json(401, "{\"error\":\"no\"}")));
        assertEquals(Failure.GONE, failure(json(403, "{\"error\":\"no\"}")));
        assertEquals(Failure.TOO_LARGE, failure(json(413, "{\"error\":\"no\"}")));
        assertEquals(Failure.MALFORMED, failure(json(400, "{\"error\":\"no\"}")));
        assertEquals(Failure.TROUBLE, failure(json(503, "{}")));
        assertEquals(Failure.TROUBLE, failure(json(200, "{\"cursor\":\"a.1\"}")));
        assertEquals(Failure.UNREACHABLE, failure("nonsense\r\n\r\n"));
        assertEquals(Failure.UNREACHABLE, failure("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n"));
    }

    @Test
    void readsAnAnswerInChunks() throws Exception {
        String body = "{\"cursor\":\"a.1\",\"more\":false,\"reset\":true,\"changes\":[{\"seq\":1, \"x\":\"ä\"}]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        asked(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
                        + raw.substring(0, 5) + "\r\n" + Integer.toHexString(bytes.length - 5) + "\r\n"
                        + raw.substring(5)
                        + "\r\n0\r\n\r\n",
                door -> {
                    try {
                        assertEquals(
                                List.of("{\"seq\":1, \"x\":\"ä\"}"),
                                door.pull("", 0, Door.Told.NOTHING)
                                        .orElseThrow()
                                        .changes());
                    } catch (DoorException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void tellsHowFarItsOwnLogsGo() throws Exception {
        StreamId stream = new StreamId("a".repeat(64), "01KAS3TNZX0000000000000000");
        Door.Told told = new Door.Told(
                LongStream.rangeClosed(1, 60)
                        .mapToObj(seq -> new Want(stream, 0, seq))
                        .toList(),
                OptionalLong.of(90));
        byte[] bytes = asked("HTTP/1.1 304 Not Modified\r\n\r\n", door -> {
            try {
                door.pull("", 0, told);
            } catch (DoorException e) {
                throw new IllegalStateException(e);
            }
        });

        String line = new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        assertTrue(line.contains("&heads=" + stream.epoch() + ".1%2C" + stream.epoch() + ".2%2C"), line);
        assertTrue(line.contains(".50&waits=90 "), line);
    }

    @Test
    void doesNotAskForPositionsWithoutAnEnd() throws Exception {
        String row = "[\"%s\",\"01KAS3TNZX0000000000000000\",1,\"%s\"]";
        String page = IntStream.range(0, 1_000)
                .mapToObj(i -> row.formatted(String.format("%064x", i), "0".repeat(64)))
                .collect(Collectors.joining(",", "{\"positions\":[", "]}"));
        try (RawServer server = new RawServer();
                Door door = new Door(new Line(Address.of("http://127.0.0.1:" + server.port())), "t".repeat(64))) {
            server.answers("200 OK", "Content-Type: application/json\r\n", page.getBytes(StandardCharsets.US_ASCII));
            DoorException endless = assertThrows(DoorException.class, door::positions);

            assertEquals(Failure.TROUBLE, endless.failure());
            assertEquals(2, server.requests());
        }
    }

    @Test
    void asksInFewBytes() throws Exception {
        long[] cost = new long[1];
        asked("HTTP/1.1 304 Not Modified\r\nDate: Mon, 23 Nov 2026 11:14:34 GMT\r\n\r\n", door -> {
            try {
                door.pull(
                        "0123456789abcdef.123456",
                        25,
                        new Door.Told(
                                List.of(new Want(
                                        new StreamId("a".repeat(64), "01KAS3TNZX0000000000000000"), 0, 123456)),
                                OptionalLong.empty()));
            } catch (DoorException e) {
                throw new IllegalStateException(e);
            }
            cost[0] = door.bytes();
        });

        // Two or three a minute, with what TCP, IP and TLS add.
        assertTrue(cost[0] < 400, cost[0] + " bytes");
    }

    @Test
    void takesPlainHttpToItselfOnly() {
        assertEquals("https://cloud.example", Address.of("cloud.example").toString());
        assertEquals(
                "https://a.example/functions/v1",
                Address.of("https://a.example/functions/v1/").toString());
        assertEquals(
                "http://127.0.0.1:8480", Address.of("http://127.0.0.1:8480").toString());
        for (String bad : List.of("http://cloud.example", "ftp://x", "", "https://u:p@x", "https://")) {
            assertThrows(IllegalArgumentException.class, () -> Address.of(bad), bad);
        }
    }

    @Test
    void saysNeitherTokenNorCode() {
        assertEquals("/x", new Request("/x", "secret", "code", 1).toString());
    }
}
