package com.euphoriapos.sync.cloud.engine;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Stands before the cloud's door, keeps what batches it saw, and takes only those that a test lets through. Thread-safe. */
final class PickyDoor implements AutoCloseable {
    /** What becomes of a batch. */
    enum Verdict {
        PASSED,
        TOO_LARGE,
        MALFORMED,
        OUT_OF_ORDER,
        /** The cloud has it, and the lane does not hear of that. */
        ANSWER_LOST
    }

    /** An event as it was sent. */
    record Sent(String id, String epoch, long seq) {}

    /** A batch as it was sent. */
    record Batch(List<Sent> events, Verdict verdict) {}

    /** Before a payload, where quotes are escaped. */
    private static final Pattern EVENT = Pattern.compile(
            "\\{\"id\":\"([^\"]+)\",\"topic\":\"[^\"]+\",\"origin\":\"[^\"]+\",\"epoch\":\"([^\"]+)\",\"seq\":([0-9]+),");

    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Content-Encoding", "Accept-Encoding");
    private static final List<String> PASSED_BACK = List.of("Content-Type", "Content-Encoding", "Retry-After");

    private final String behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "picky-door");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private volatile Function<List<Sent>, Verdict> judge = events -> Verdict.PASSED;

    /** @param behind address of the door that takes everything */
    PickyDoor(String behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says from now on what becomes of a batch. */
    void takes(Function<List<Sent>, Verdict> now) {
        judge = now;
    }

    /** All that came, in this order. */
    List<Batch> batches() {
        return List.copyOf(batches);
    }

    /** Those that ended so. */
    List<Batch> batches(Verdict verdict) {
        return batches.stream().filter(batch -> batch.verdict() == verdict).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestURI().getPath().startsWith("/ingest")) {
                send(exchange, ask(exchange, body));
                return;
            }
            List<Sent> events = events(exchange, body);
            Verdict verdict = judge.apply(events);
            switch (verdict) {
                case PASSED -> {
                    HttpResponse<byte[]> answer = ask(exchange, body);
                    // Before the lane knows: whoever sees its next batch sees this one.
                    batches.add(new Batch(events, verdict));
                    send(exchange, answer);
                    return;
                }
                case ANSWER_LOST -> ask(exchange, body);
                case TOO_LARGE -> refuse(exchange, 413);
                case MALFORMED -> refuse(exchange, 400);
                case OUT_OF_ORDER -> refuse(exchange, 503);
            }
            batches.add(new Batch(events, verdict));
        }
    }

    private static List<Sent> events(HttpExchange exchange, byte[] body) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] plain = packed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
        Matcher matcher = EVENT.matcher(new String(plain, StandardCharsets.UTF_8));
        List<Sent> events = new ArrayList<>();
        while (matcher.find()) {
            events.add(new Sent(matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3))));
        }
        return events;
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                .timeout(Duration.ofSeconds(60));
        Headers headers = exchange.getRequestHeaders();
        PASSED_ON.stream().filter(headers::containsKey).forEach(name -> request.header(name, headers.getFirst(name)));
        if (exchange.getRequestMethod().equals("POST")) {
            request.POST(BodyPublishers.ofByteArray(body));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"error\": \"not this one\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void send(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        PASSED_BACK.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                .set(name, value)));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
