package com.euphoriapos.testkit.net;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
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

/** Stands before an HTTP server on the loopback address; a test says what becomes of each request. Thread-safe. */
public final class HttpRelay implements AutoCloseable {
    private static final int WAITING_MAX = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Content-Encoding", "Accept-Encoding");
    private static final List<String> PASSED_BACK = List.of("Content-Type", "Content-Encoding", "Retry-After");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "http-relay");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private volatile InetSocketAddress behind;

    /**
     * Opens a free port.
     *
     * @param behind the server that answers what is passed on
     * @param rule called for each request, on several threads; answers it and closes it
     */
    public HttpRelay(InetSocketAddress behind, HttpHandler rule) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_MAX);
        server.setExecutor(threads);
        server.createContext("/", rule);
        server.start();
    }

    /** Where it is open. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** From now on the server is there. */
    public void behind(InetSocketAddress now) {
        behind = now;
    }

    /** Asks the server what this request asks, and waits for its answer. */
    public HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + behind.getPort() + exchange.getRequestURI()))
                .timeout(PATIENCE);
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

    /** Passes an answer back. */
    public static void send(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        send(exchange, answer, answer.body().length);
    }

    /** Announces an answer, and cuts the connection after so many bytes of its body. */
    public static void send(HttpExchange exchange, HttpResponse<byte[]> answer, int bytes) throws IOException {
        PASSED_BACK.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                .set(name, value)));
        begin(exchange, answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body(), 0, bytes);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** Answers in the server's place. */
    public static void refuse(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        begin(exchange, status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void begin(HttpExchange exchange, int status, int bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes == 0 ? -1 : bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
