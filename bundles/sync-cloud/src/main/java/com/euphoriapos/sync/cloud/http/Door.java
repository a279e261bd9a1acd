package com.euphoriapos.sync.cloud.http;

import com.euphoriapos.api.replication.CloudFeed.Page;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.http.Line.Request;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Want;
import com.euphoriapos.sync.cloud.protocol.CloudInput;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** The cloud's requests, and what its answers mean. Thread-safe. */
public final class Door implements AutoCloseable {
    private static final int SILENCE_MILLIS = 30_000;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int PAGE = 500;
    private static final int POSITIONS_PAGE = 1_000;
    /** A million openings of its lanes is what no store comes to: a thousand pages are not the cloud's. */
    private static final int POSITIONS_PAGES_MAX = 1_000;

    private static final int HEADS_MAX = 50;
    private static final long RETRY_AFTER_MAX = TimeUnit.HOURS.toMillis(1);

    private final Line line;
    private final String token;

    /** @param token of this lane; empty before it has one */
    public Door(Line line, String token) {
        this.line = line;
        this.token = token;
    }

    /** What an enrolment gives. */
    public record Enrolled(String token, String store, String storeName) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Enrolled[" + storeName + "]";
        }
    }

    /** What was sold on a day, as the cloud has it. */
    public record Day(String day, long count, String digest, long totalCents) {}

    /** Bytes that went to and fro. */
    public long bytes() {
        return line.bytes();
    }

    /** Lets this lane in. */
    public Enrolled enrol(String code, String node, String label) throws DoorException {
        String body = Wire.enrolment(code, node, label);
        Answer answer = answer(post("/enrol", body));
        return new Enrolled(answer.text("token"), answer.text("store"), answer.text("storeName"));
    }

    /** Sends a batch. */
    public CloudInput.Taken ingest(String batch) throws DoorException {
        Answer answer = answer(post("/ingest/batch", batch));
        return new CloudInput.Taken(answer.results(), answer.positions());
    }

    /** All positions of the store, a thousand at a time. */
    public Map<StreamId, Mark> positions() throws DoorException {
        Map<StreamId, Mark> all = new HashMap<>();
        StreamId last = new StreamId("", "");
        for (int pages = 0; pages < POSITIONS_PAGES_MAX; pages++) {
            Map<StreamId, Mark> page = positionsAfter(last.origin(), last.epoch());
            all.putAll(page);
            if (page.size() < POSITIONS_PAGE) {
                return all;
            }
            StreamId next = page.keySet().stream().max(StreamId::compareTo).orElse(last);
            if (next.compareTo(last) <= 0) {
                break;
            }
            last = next;
        }
        throw new DoorException(Failure.TROUBLE, "Its answer is none of this version: positions without an end.", 0);
    }

    /** Positions from that stream on, some. */
    public Map<StreamId, Mark> positionsFrom(StreamId stream) throws DoorException {
        return positionsAfter(
                stream.origin(), stream.epoch().substring(0, stream.epoch().length() - 1));
    }

    private Map<StreamId, Mark> positionsAfter(String origin, String epoch) throws DoorException {
        return answer(get("/positions?origin=" + quoted(origin) + "&epoch=" + quoted(epoch), SILENCE_MILLIS))
                .positions();
    }

    /** Sales by days, for 35 days. */
    public List<Day> digests(String firstDay) throws DoorException {
        return answer(get("/digests?from=" + quoted(firstDay), SILENCE_MILLIS)).days();
    }

    /**
     * What a lane tells of itself, for people who look at it centrally.
     *
     * @param heads how far its own streams go that the cloud lacks something of, and the newest
     * @param waits for how many seconds the oldest event waits that the cloud lacks; empty where none does
     */
    public record Told(List<Want> heads, OptionalLong waits) {
        /** Nothing. */
        public static final Told NOTHING = new Told(List.of(), OptionalLong.empty());

        public Told {
            heads = List.copyOf(heads);
        }

        private String query() {
            String all = heads.stream()
                    .limit(HEADS_MAX)
                    .map(head -> head.stream().epoch() + "." + head.upTo())
                    .collect(Collectors.joining(","));
            return (all.isEmpty() ? "" : "&heads=" + quoted(all))
                    + (waits.isPresent() ? "&waits=" + waits.getAsLong() : "");
        }
    }

    /** What was changed after the cursor; empty where nothing was. */
    public Optional<Page> pull(String cursor, int waitSeconds, Told told) throws DoorException {
        String path = "/pull/changes?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + quoted(cursor))
                + (waitSeconds > 0 ? "&wait=" + waitSeconds : "") + told.query();
        Reply reply = get(path, SILENCE_MILLIS + waitSeconds * 1_000);
        if (reply.status() == NOT_MODIFIED) {
            return Optional.empty();
        }
        Answer answer = answer(reply);
        return Optional.of(
                new Page(answer.text("cursor"), answer.flag("more"), answer.flag("reset"), answer.changes()));
    }

    private static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply get(String path, int timeoutMillis) throws DoorException {
        return ask(new Request(path, token, "", timeoutMillis));
    }

    private Reply post(String path, String body) throws DoorException {
        return ask(new Request(path, token, body, SILENCE_MILLIS));
    }

    private Reply ask(Request request) throws DoorException {
        try {
            return line.ask(request);
        } catch (UnknownHostException e) {
            throw new DoorException(Failure.UNREACHABLE, "Its name is not found.", 0);
        } catch (SSLException e) {
            throw new DoorException(Failure.STRANGER, "Whoever answers has no certificate of it.", 0);
        } catch (SocketTimeoutException e) {
            throw new DoorException(Failure.UNREACHABLE, "It does not answer in time.", 0);
        } catch (ConnectException e) {
            throw new DoorException(Failure.UNREACHABLE, "No connection.", 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new DoorException(Failure.UNREACHABLE, "The connection broke.", 0);
        }
    }

    /** What was answered, where the cloud did and it went well. */
    private static Answer answer(Reply reply) throws DoorException {
        Optional<Answer> parsed = reply.header("content-type", "").startsWith("application/json")
                ? Answer.parse(reply.body())
                : Optional.empty();
        int status = reply.status();
        if (status == OK && parsed.isPresent()) {
            return parsed.get();
        }
        if (status == 429 || status >= 500 && status != 511) {
            throw new DoorException(
                    Failure.TROUBLE, "It answers " + status + ": too busy or out of order.", retryAfter(reply));
        }
        String error = parsed.map(answer -> answer.textOr("error", "")).orElse("");
        if (error.isEmpty()) {
            throw new DoorException(
                    Failure.STRANGER,
                    "Something else answers at its address: a sign-in page of the network, or another service.",
                    0);
        }
        throw switch (status) {
            case 401, 403 -> new DoorException(Failure.GONE, error, 0);
            case 413 -> new DoorException(Failure.TOO_LARGE, error, 0);
            case 404, 405 -> new DoorException(Failure.STRANGER, "There is no such cloud at that address.", 0);
            default -> new DoorException(Failure.MALFORMED, error, 0);
        };
    }

    private static long retryAfter(Reply reply) {
        String seconds = reply.header("retry-after", "0");
        return seconds.matches("[0-9]{1,9}") ? Math.min(RETRY_AFTER_MAX, Long.parseLong(seconds) * 1_000) : 0;
    }

    /** Ends a request that waits; from any thread. */
    @Override
    public void close() {
        line.close();
    }
}
