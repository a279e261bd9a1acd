package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Connections.BusyException;
import com.euphoriapos.cloud.gateway.FeedBell.Waiter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The contract over HTTP: reads a request, calls the function of the database, writes its answer. Nothing is decided here but how much
 * and how often somebody may ask. Thread-safe.
 */
final class LaneRequests extends Handler.Abstract {
    private static final int PACK_FROM_BYTES = 1024;
    private static final int TOKEN_MAX = 200;
    private static final int KNOWN_MAX = 10_000;
    /** Of a code, a name and a label. */
    private static final int ENROL_MAX = 4 << 10;
    /** For the bodies of 128 lanes at once. */
    private static final long ROOM = 64 << 20;

    private static final int RETRY_SECONDS = 5;
    private static final String ENROL = "/enrol";
    private static final Answer NO_TOKEN = Answer.refused(401, "A lane shows its token.");
    private static final Duration WAIT_MAX = Duration.ofSeconds(25);
    private static final String POST = "POST";
    private static final String GET = "GET";

    /** Which method a path has. The three names of the first plan take what {@code batch} takes. */
    private static final Map<String, String> METHODS = Map.of(
            "/ingest/batch",
            POST,
            "/ingest/transaction",
            POST,
            "/ingest/inventory",
            POST,
            "/ingest/employee",
            POST,
            ENROL,
            POST,
            "/pull/changes",
            GET,
            "/pull/products",
            GET,
            "/positions",
            GET,
            "/digests",
            GET,
            "/health",
            GET);

    private final Functions functions;
    private final FeedBell bell;
    private final Visitor visitor;
    private final Intake intake = new Intake(ROOM);
    /** By address: who shows what nobody knows, may soon show nothing. */
    private final RateLimit strangers;
    /** By token. */
    private final RateLimit lanes;
    /** Tokens that were good a moment ago: no stranger at the same address slows them down. */
    private final Set<String> known = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KNOWN_MAX;
        }
    }));

    LaneRequests(Functions functions, FeedBell bell, Visitor visitor, InstantSource clock) {
        this.functions = functions;
        this.bell = bell;
        this.visitor = visitor;
        this.strangers = new RateLimit(clock, 20, 6_000);
        this.lanes = new RateLimit(clock, 120, 50);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String method = METHODS.get(path);
        if (method == null) {
            return write(request, response, Answer.refused(404, "There is nothing here."), callback);
        }
        if (!method.equals(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, method);
            return write(request, response, Answer.refused(405, "Only " + method + "."), callback);
        }
        if (path.equals("/health")) {
            return write(request, response, functions.health(), callback);
        }
        Optional<Answer> refused = refused(request, path, method);
        if (refused.isPresent()) {
            intake.read(request, 0, callback, (outcome, none) -> write(request, response, refused.get(), callback));
        } else if (method.equals(GET)) {
            answer(request, response, "", callback);
        } else {
            int most = path.equals(ENROL) ? ENROL_MAX : Bodies.BYTES_MAX;
            intake.read(
                    request, most, callback, (outcome, bytes) -> taken(request, response, outcome, bytes, callback));
        }
        return true;
    }

    /** What can be said before anything of a body is kept: strangers could fill the room with theirs. */
    private Optional<Answer> refused(Request request, String path, String method) {
        String token = token(request);
        if (known.contains(token)) {
            return Optional.empty();
        }
        String address = visitor.address(request);
        int wait = strangers.look(address);
        if (wait > 0) {
            return Optional.of(Answer.later(429, "Too many wrong tokens or codes.", wait));
        }
        if (path.equals(ENROL) || method.equals(GET)) {
            return Optional.empty();
        }
        Answer whose = token.isEmpty() ? NO_TOKEN : functions.authenticate(token);
        if (whose.status() == 401) {
            strangers.take(address);
        }
        return whose.status() == 200 ? Optional.empty() : Optional.of(whose);
    }

    private void taken(Request request, Response response, Intake.Outcome outcome, byte[] bytes, Callback callback)
            throws IOException {
        if (outcome == Intake.Outcome.NO_ROOM) {
            write(request, response, Answer.later(503, "The cloud is busy.", RETRY_SECONDS), callback);
            return;
        }
        String body;
        try {
            body = Bodies.text(request, outcome, bytes);
        } catch (Bodies.TooLargeException large) {
            write(request, response, Answer.refused(413, "At most 512 KiB, unpacked."), callback);
            return;
        } catch (Bodies.NotTextException damaged) {
            write(request, response, Answer.refused(400, "The body can't be read."), callback);
            return;
        }
        answer(request, response, body, callback);
    }

    private void answer(Request request, Response response, String body, Callback callback) {
        boolean enrols = Request.getPathInContext(request).equals(ENROL);
        Answer answer = enrols
                ? functions.enrol(body)
                : known(request, response, body, callback).orElse(null);
        if (answer == null) {
            return;
        }
        if (!enrols) {
            remember(token(request), answer.status());
        }
        if (answer.status() == 401) {
            strangers.take(visitor.address(request));
        }
        write(request, response, answer, callback);
    }

    /** The answer to whoever shows a token; empty where it comes later, by the callback. */
    private Optional<Answer> known(Request request, Response response, String body, Callback callback) {
        String token = token(request);
        if (token.isEmpty()) {
            return Optional.of(NO_TOKEN);
        }
        int wait = lanes.take(token);
        if (wait > 0) {
            return Optional.of(Answer.later(429, "Too many requests.", wait));
        }
        Fields query = Request.extractQueryParameters(request);
        return switch (Request.getPathInContext(request)) {
            case "/pull/changes" -> changes(request, response, query, token, callback);
            case "/pull/products" ->
                Optional.of(functions.pullProducts(token, value(query, "since", ""), value(query, "limit", "500")));
            case "/positions" ->
                Optional.of(functions.positions(token, value(query, "origin", ""), value(query, "epoch", "")));
            case "/digests" -> Optional.of(functions.digests(token, value(query, "from", "")));
            default -> Optional.of(functions.ingest(token, body));
        };
    }

    /** What is new; where nothing is and the lane waits for it ({@code wait}, in seconds), the answer comes when something is. */
    private Optional<Answer> changes(
            Request request, Response response, Fields query, String token, Callback callback) {
        String cursor = value(query, "cursor", "");
        String page = value(query, "limit", "500");
        String heads = value(query, "heads", "");
        String waits = value(query, "waits", "");
        Supplier<Answer> pull = () -> functions.pullChanges(token, cursor, page, heads, waits);
        Duration patience = patience(value(query, "wait", "0"));
        if (patience.isZero()) {
            return Optional.of(pull.get());
        }
        Optional<UUID> store;
        try {
            store = functions.store(token);
        } catch (SQLException | BusyException trouble) {
            return Optional.of(pull.get());
        }
        // Wait first, then look: what is committed in between rings.
        AtomicReference<@Nullable Waiter> waiter = new AtomicReference<>();
        store.flatMap(mine -> bell.await(mine, token, patience, () -> write(request, response, pull.get(), callback)))
                .ifPresent(waiter::set);
        Answer now = pull.get();
        Waiter waiting = waiter.get();
        if (waiting != null && (now.status() == 304 || !waiting.cancel())) {
            remember(token, now.status());
            return Optional.empty();
        }
        return Optional.of(now);
    }

    private void remember(String token, int status) {
        if (status == 200 || status == 304) {
            known.add(token);
        } else if (status == 401 || status == 403) {
            known.remove(token);
        }
    }

    private static String token(Request request) {
        String header = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        return header.startsWith("Bearer ") && header.length() <= TOKEN_MAX ? header.substring("Bearer ".length()) : "";
    }

    private static Duration patience(String seconds) {
        Duration asked = seconds.matches("[0-9]{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
        return asked.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : asked;
    }

    private static String value(Fields query, String name, String otherwise) {
        String value = query.getValue(name);
        return value == null ? otherwise : value;
    }

    private static boolean write(Request request, Response response, Answer answer, Callback callback) {
        response.setStatus(answer.status());
        if (answer.retryAfterSeconds() > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Integer.toString(answer.retryAfterSeconds()));
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        }
        String accepted = Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))
                .orElse("");
        if (bytes.length >= PACK_FROM_BYTES && accepted.contains("gzip")) {
            try {
                bytes = Bodies.pack(bytes);
                response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            } catch (IOException impossible) {
                throw new IllegalStateException("memory is no disk", impossible);
            }
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
        return true;
    }
}
