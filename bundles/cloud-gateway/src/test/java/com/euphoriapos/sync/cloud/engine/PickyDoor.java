package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.testkit.net.HttpRelay;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final HttpRelay relay;
    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private volatile Function<List<Sent>, Verdict> judge = events -> Verdict.PASSED;

    /** @param behind the door that takes everything */
    PickyDoor(InetSocketAddress behind) throws IOException {
        relay = new HttpRelay(behind, this::answer);
    }

    String address() {
        return "http://127.0.0.1:" + relay.address().getPort();
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
                HttpRelay.send(exchange, relay.ask(exchange, body));
                return;
            }
            List<Sent> events = events(exchange, body);
            Verdict verdict = judge.apply(events);
            switch (verdict) {
                case PASSED -> {
                    HttpResponse<byte[]> answer = relay.ask(exchange, body);
                    // Before the lane knows: whoever sees its next batch sees this one.
                    batches.add(new Batch(events, verdict));
                    HttpRelay.send(exchange, answer);
                    return;
                }
                case ANSWER_LOST -> relay.ask(exchange, body);
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

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        HttpRelay.refuse(exchange, status, "application/json", "{\"error\": \"not this one\"}");
    }

    @Override
    public void close() {
        relay.close();
    }
}
