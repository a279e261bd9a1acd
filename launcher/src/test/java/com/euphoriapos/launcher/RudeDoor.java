package com.euphoriapos.launcher;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the cloud's door, and passes requests on or answers as doors and networks in trouble do. Thread-safe. */
final class RudeDoor implements AutoCloseable {
    /** How it answers. */
    enum Manner {
        PASSES_ON,
        TOO_MANY,
        OUT_OF_ORDER,
        SIGN_IN_PAGE,
        SENDS_ELSEWHERE,
        /** Passes a batch on and cuts the connection in place of giving the answer: it is committed, and nobody was told. */
        LOSES_THE_ANSWER,
        /** The same in the middle of the answer. */
        HALVES_THE_ANSWER
    }

    private static final List<String> PASSED_BACK = List.of("Content-Type", "Content-Encoding", "Retry-After");
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Content-Encoding", "Accept-Encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "rude-door");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder().executor(threads).build();
    private final AtomicInteger rude = new AtomicInteger();
    private volatile InetSocketAddress behind;
    private volatile Manner manner = Manner.PASSES_ON;

    /** @param behind the door that is well-behaved */
    RudeDoor(InetSocketAddress behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    /** From now on; the count of rude answers begins anew. */
    void manner(Manner now) {
        manner = now;
        rude.set(0);
    }

    /** The door was opened elsewhere. */
    void behind(InetSocketAddress now) {
        behind = now;
    }

    /** How often it was rude in its present manner. */
    int rudeAnswers() {
        return rude.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Manner now = manner;
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean batch = exchange.getRequestURI().getPath().startsWith("/ingest");
        boolean loses = now == Manner.LOSES_THE_ANSWER || now == Manner.HALVES_THE_ANSWER;
        if (now == Manner.PASSES_ON || loses && !batch) {
            send(exchange, ask(exchange, body), 1);
            return;
        }
        switch (now) {
            case TOO_MANY -> refuse(exchange, 429, "application/json", "{\"error\":\"too many\"}");
            case OUT_OF_ORDER -> refuse(exchange, 503, "text/html", "<html>Service Unavailable</html>");
            case SIGN_IN_PAGE -> refuse(exchange, 200, "text/html", "<html>Welcome to Hotel Wi-Fi</html>");
            case SENDS_ELSEWHERE -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/login");
                refuse(exchange, 302, "text/html", "");
            }
            case HALVES_THE_ANSWER -> send(exchange, ask(exchange, body), 2);
            default -> {
                ask(exchange, body);
                exchange.close();
            }
        }
        // Only now: whoever counts may rely on what was passed on.
        rude.incrementAndGet();
    }

    private static void refuse(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + behind.getPort() + exchange.getRequestURI()))
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

    private static void send(HttpExchange exchange, HttpResponse<byte[]> answer, int part) throws IOException {
        PASSED_BACK.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                .set(name, value)));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, body.length / part);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
