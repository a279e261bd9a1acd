package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.PageFiles.PageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * The web page over HTTP: its files below {@code /web/}, and what it asks below {@code /web/api/}. Who may see or change what is decided in
 * the database; here is whether a request came from the page at all, how much it may send, and how often. Thread-safe.
 */
final class PageRequests extends Handler.Abstract {
    private static final String API = "/web/api/";
    private static final int BODY_MAX = 64 << 10;
    /** Of a name and a password. */
    private static final int SIGN_IN_MAX = 4 << 10;

    private static final long ROOM = 8 << 20;
    private static final String SIGN_IN = "sign_in";
    private static final int QUERY_MAX = 20;
    private static final int PACK_FROM_BYTES = 1024;
    private static final Duration WAIT_MAX = Duration.ofSeconds(25);
    private static final Pattern STORE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Nothing but the page's own files, in no frame. Icons are masks of the style sheet, so images are needed. */
    private static final List<HttpField> ALWAYS = List.of(
            new HttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            new HttpField("X-Content-Type-Options", "nosniff"),
            new HttpField("X-Frame-Options", "DENY"),
            new HttpField("Referrer-Policy", "same-origin"),
            new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new HttpField("Cross-Origin-Resource-Policy", "same-origin"));

    private final PageFunctions functions;
    private final PageBell bell;
    private final PageAccounts accounts;
    private final PageFiles files;
    private final Visitor visitor;
    private final Intake intake = new Intake(ROOM);
    private final RateLimit sessions;

    PageRequests(PageFunctions functions, PageBell bell, Visitor visitor, InstantSource clock) {
        this.functions = functions;
        this.bell = bell;
        this.visitor = visitor;
        this.accounts = new PageAccounts(functions, visitor, clock);
        this.files = PageFiles.load();
        this.sessions = new RateLimit(clock, 200, 50);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.equals("/") || path.equals("/web")) {
            response.setStatus(302);
            response.getHeaders().put(HttpHeader.LOCATION, "/web/");
            callback.succeeded();
            return true;
        }
        if (!path.startsWith("/web/")) {
            return false;
        }
        ALWAYS.forEach(response.getHeaders()::put);
        if (!path.startsWith(API)) {
            return file(request, response, callback, path);
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String method = request.getMethod();
        String name = path.substring(API.length());
        if (method.equals("GET")) {
            look(request, response, callback, name).ifPresent(now -> write(request, response, now, callback));
        } else if (!method.equals("POST")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, POST");
            write(request, response, Answer.refused(405, "Only GET and POST."), callback);
        } else if (!visitor.fromThePage(request)) {
            write(request, response, Answer.refused(403, "This request did not come from the page."), callback);
        } else {
            int most = name.equals(SIGN_IN) ? SIGN_IN_MAX : BODY_MAX;
            intake.read(request, most, callback, (outcome, bytes) -> {
                write(request, response, change(request, response, name, outcome, bytes), callback);
            });
        }
        return true;
    }

    private boolean file(Request request, Response response, Callback callback, String path) {
        Optional<PageFile> found = files.at(path);
        if (found.isEmpty()) {
            write(request, response, Answer.refused(404, "There is nothing here."), callback);
            return true;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            write(request, response, Answer.refused(405, "Only GET."), callback);
            return true;
        }
        PageFile file = found.get();
        // Asked for again each time, so that after an upgrade nobody works with half of the old page.
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        response.getHeaders().put(HttpHeader.ETAG, file.tag());
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        if (file.tag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(304);
            callback.succeeded();
            return true;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
        boolean packed = accepts(request) && file.packed().length < file.bytes().length;
        if (packed) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        send(response, packed ? file.packed() : file.bytes(), callback);
        return true;
    }

    /** Empty where the answer comes later. */
    private Optional<Answer> look(Request request, Response response, Callback callback, String name) {
        String session = visitor.session(request);
        // The page's first question; that nobody is signed in is no mistake.
        if (name.equals("me") && session.isEmpty()) {
            return Optional.of(Answer.ok("{}"));
        }
        Optional<Answer> refused = refused(session);
        if (refused.isPresent()) {
            return refused;
        }
        if (name.equals("me")) {
            return Optional.of(functions.me(session));
        }
        Fields query = Request.extractQueryParameters(request);
        String store = Optional.ofNullable(query.getValue("store")).orElse("");
        if (!STORE.matcher(store).matches() || query.getSize() > QUERY_MAX) {
            return Optional.of(Answer.refused(400, "The request says no store."));
        }
        if (name.equals("live")) {
            return live(request, response, callback, session, query);
        }
        if (!PageFunctions.LOOK.contains(name)) {
            return Optional.of(Answer.refused(404, "There is nothing here."));
        }
        List<String> asked = new ArrayList<>();
        query.forEach(field -> asked.addAll(List.of(field.getName(), String.valueOf(field.getValue()))));
        return Optional.of(functions.look(name, session, store, asked));
    }

    /** Answers when the store is not as the page saw it. */
    private Optional<Answer> live(Request request, Response response, Callback callback, String session, Fields query) {
        UUID store = UUID.fromString(String.valueOf(query.getValue("store")));
        String seen = Optional.ofNullable(query.getValue("pulse")).orElse("");
        Answer now = functions.pulse(session, store.toString());
        boolean same = now.status() == 200 && !seen.isEmpty() && now.body().equals(pulse(seen));
        boolean waits = same
                && bell.await(
                        store,
                        session,
                        seen,
                        WAIT_MAX,
                        then -> write(request, response, Answer.ok(pulse(then)), callback));
        return waits ? Optional.empty() : Optional.of(now);
    }

    private static String pulse(String pulse) {
        return "{\"pulse\": \"" + pulse + "\"}";
    }

    private Answer change(Request request, Response response, String name, Intake.Outcome outcome, byte[] bytes)
            throws IOException {
        if (outcome == Intake.Outcome.NO_ROOM) {
            return PageFunctions.busy();
        }
        String body;
        try {
            body = Bodies.text(request, outcome, bytes);
            if (body.length() > BODY_MAX) {
                return Answer.refused(413, "At most 64 KiB.");
            }
        } catch (Bodies.TooLargeException large) {
            return Answer.refused(413, "At most 64 KiB.");
        } catch (Bodies.NotTextException damaged) {
            return Answer.refused(400, "The body can't be read.");
        }
        if (name.equals(SIGN_IN)) {
            return accounts.signIn(request, response, body);
        }
        String session = visitor.session(request);
        Optional<Answer> refused = refused(session);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (PageAccounts.CHANGE.contains(name)) {
            return accounts.change(request, response, name, session, body);
        }
        if (!PageFunctions.CHANGE.contains(name)) {
            return Answer.refused(404, "There is nothing here.");
        }
        String store = Optional.ofNullable(
                        Request.extractQueryParameters(request).getValue("store"))
                .orElse("");
        if (!STORE.matcher(store).matches()) {
            return Answer.refused(400, "The request says no store.");
        }
        return functions.change(name, session, store, body);
    }

    private Optional<Answer> refused(String session) {
        if (session.isEmpty()) {
            return Optional.of(Answer.refused(401, "You are not signed in."));
        }
        int wait = sessions.take(session);
        return wait > 0 ? Optional.of(Answer.later(429, "Too many requests.", wait)) : Optional.empty();
    }

    private static boolean accepts(Request request) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }

    private static void write(Request request, Response response, Answer answer, Callback callback) {
        response.setStatus(answer.status());
        if (answer.retryAfterSeconds() > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Integer.toString(answer.retryAfterSeconds()));
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= PACK_FROM_BYTES && accepts(request)) {
            try {
                bytes = Bodies.pack(bytes);
                response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            } catch (IOException impossible) {
                throw new IllegalStateException("memory is no disk", impossible);
            }
        }
        send(response, bytes, callback);
    }

    private static void send(Response response, byte[] bytes, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
