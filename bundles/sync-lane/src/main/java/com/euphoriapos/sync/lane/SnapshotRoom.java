package com.euphoriapos.sync.lane;

import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.sync.lane.SnapshotDesk.State;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where paired lanes fetch a snapshot: {@code GET /snapshot/catalog} begins one, {@code GET /snapshot/history/ID} goes on with it,
 * both with a range where the connection ended before; {@code DELETE /snapshot/ID} says that it was fetched.
 */
final class SnapshotRoom {
    static final String PATH = "/snapshot/";
    /** Which snapshot a part is of. */
    static final String ID_HEADER = "Snapshot-Id";
    /** RFC 9530. */
    static final String DIGEST_HEADER = "Repr-Digest";

    private static final Pattern ROUTE = Pattern.compile("/snapshot/(catalog|history)(?:/([0-9a-f]{32}))?");
    private static final Pattern ONE = Pattern.compile("/snapshot/([0-9a-f]{32})");
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-");

    private final SnapshotDesk desk;
    private final Trust trust;
    private final ByteBufferPool buffers;

    SnapshotRoom(SnapshotDesk desk, Trust trust, ByteBufferPool buffers) {
        this.desk = desk;
        this.trust = trust;
        this.buffers = buffers;
    }

    static String path(SnapshotPart part, String id) {
        return PATH + part.name().toLowerCase(Locale.ROOT) + (id.isEmpty() ? "" : "/" + id);
    }

    static String digest(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    void handle(String node, Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        Matcher one = ONE.matcher(path);
        if (HttpMethod.DELETE.is(request.getMethod()) && one.matches()) {
            desk.done(node, one.group(1));
            response.setStatus(HttpStatus.NO_CONTENT_204);
            response.write(true, null, callback);
            return;
        }
        Matcher route = ROUTE.matcher(path);
        if (!HttpMethod.GET.is(request.getMethod()) || !route.matches()) {
            Replies.refuse(response, callback, HttpStatus.NOT_FOUND_404, "There is nothing.");
            return;
        }
        SnapshotPart part = SnapshotPart.valueOf(route.group(1).toUpperCase(Locale.ROOT));
        String id = route.group(2);
        if (id == null && part == SnapshotPart.CATALOG) {
            desk.begin(node)
                    .ifPresentOrElse(
                            set -> give(set, part, request, response, callback),
                            () -> Replies.refuse(
                                    response,
                                    callback,
                                    HttpStatus.SERVICE_UNAVAILABLE_503,
                                    "Other lanes are fetching snapshots from that lane. Try again later."));
            return;
        }
        Optional<SnapshotDesk.Set> known = id == null ? Optional.empty() : desk.find(node, id);
        if (known.isPresent()) {
            give(known.get(), part, request, response, callback);
        } else {
            Replies.refuse(response, callback, HttpStatus.GONE_410, "That snapshot is kept no longer.");
        }
    }

    private void give(SnapshotDesk.Set set, SnapshotPart part, Request request, Response response, Callback callback) {
        response.getHeaders().put(ID_HEADER, set.id);
        State state = desk.part(set, part);
        if (state instanceof State.Ready ready) {
            send(set.node(), ready, request, response, callback);
        } else if (state instanceof State.Failed failed) {
            Replies.refuse(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, failed.reason());
        } else {
            response.setStatus(HttpStatus.ACCEPTED_202);
            response.write(true, null, callback);
        }
    }

    private void send(String node, State.Ready ready, Request request, Response response, Callback callback) {
        long from = 0;
        HttpField range = request.getHeaders().getField(HttpHeader.RANGE);
        if (range != null) {
            Matcher matcher = RANGE.matcher(range.getValue());
            from = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        }
        response.getHeaders().put(DIGEST_HEADER, digest(ready.sha256()));
        if (from > ready.bytes()) {
            Replies.refuse(response, callback, HttpStatus.RANGE_NOT_SATISFIABLE_416, "So much there is not.");
            return;
        }
        response.setStatus(from == 0 ? HttpStatus.OK_200 : HttpStatus.PARTIAL_CONTENT_206);
        if (from > 0) {
            response.getHeaders()
                    .put(HttpHeader.CONTENT_RANGE, "bytes " + from + "-" + (ready.bytes() - 1) + "/" + ready.bytes());
        }
        long length = ready.bytes() - from;
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        if (length == 0) {
            response.write(true, null, callback);
            return;
        }
        try {
            Content.Source content =
                    Content.Source.from(new ByteBufferPool.Sized(buffers, false, 1 << 16), ready.file(), from, length);
            Content.copy(new WhileTrusted(content, () -> trust.maySpeak(node)), response, callback);
        } catch (RuntimeException e) {
            callback.failed(new IOException("the snapshot is gone", e));
        }
    }
}
