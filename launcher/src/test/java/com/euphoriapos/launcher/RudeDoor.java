package com.euphoriapos.launcher;

import com.euphoriapos.testkit.net.HttpRelay;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
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

    private final HttpRelay relay;
    private final AtomicInteger rude = new AtomicInteger();
    private volatile Manner manner = Manner.PASSES_ON;

    /** @param behind the door that is well-behaved */
    RudeDoor(InetSocketAddress behind) throws IOException {
        relay = new HttpRelay(behind, this::answer);
    }

    InetSocketAddress address() {
        return relay.address();
    }

    /** From now on; the count of rude answers begins anew. */
    void manner(Manner now) {
        manner = now;
        rude.set(0);
    }

    /** The door was opened elsewhere. */
    void behind(InetSocketAddress now) {
        relay.behind(now);
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
            HttpRelay.send(exchange, relay.ask(exchange, body));
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
            case HALVES_THE_ANSWER -> {
                HttpResponse<byte[]> answer = relay.ask(exchange, body);
                HttpRelay.send(exchange, answer, answer.body().length / 2);
            }
            default -> {
                relay.ask(exchange, body);
                exchange.close();
            }
        }
        // Only now: whoever counts may rely on what was passed on.
        rude.incrementAndGet();
    }

    private static void refuse(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        HttpRelay.refuse(exchange, status, type, text);
    }

    @Override
    public void close() {
        relay.close();
    }
}
