package com.euphoriapos.sync.engine;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lanes ask each other about their tables. Answers take a scan of a table: on a thread of its own, one after the other. */
final class Questions {
    /** Sends a frame on a link to a lane; false where there is none. */
    interface Sender {
        boolean send(String node, Frame frame);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final int WAITING = 40;
    private static final int ROWS = 4_000;
    /** Rows that are written anew for one question. */
    private static final int NAMES = 500;
    /** Characters of a content, and of the payloads of an excerpt: a frame holds them also where each takes three bytes. */
    private static final int CONTENT = 160 << 10;

    private static final int EVENTS = 100;
    private static final long ANSWER_SECONDS = 30;

    private record Asked(String node, CompletableFuture<Frame> answer) {}

    private final Store store;
    private final Sender sender;
    private final Repair repair;
    /** What of the cloud's changes comes after a cursor. */
    private volatile UnaryOperator<String> feed = cursor -> "";

    private final ExecutorService scans = Threads.single("sync-compare", WAITING);
    private final Map<Long, Asked> asked = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    Questions(Store store, Repair repair, Sender sender) {
        this.store = store;
        this.repair = repair;
        this.sender = sender;
    }

    void feed(UnaryOperator<String> after) {
        feed = after;
    }

    void stop() {
        asked.values().forEach(each -> each.answer().cancel(false));
        Threads.stop(scans, "sync-compare");
    }

    /** Whether the frame was a question or an answer. */
    boolean received(String node, Frame frame) {
        if (frame instanceof Frame.Checksum checksum) {
            return take(node, checksum.answer(), checksum.id(), frame);
        }
        if (frame instanceof Frame.Buckets buckets) {
            return take(node, buckets.answer(), buckets.id(), frame);
        }
        if (frame instanceof Frame.Rows rows) {
            return take(node, rows.answer(), rows.id(), frame);
        }
        if (frame instanceof Frame.Mend mend) {
            return take(node, mend.answer(), mend.id(), frame);
        }
        if (frame instanceof Frame.Content content) {
            return take(node, content.answer(), content.id(), frame);
        }
        if (frame instanceof Frame.Excerpt excerpt) {
            return take(node, excerpt.answer(), excerpt.id(), frame);
        }
        return false;
    }

    private boolean take(String node, boolean answer, long id, Frame frame) {
        if (!answer) {
            // Whoever asks faster than this lane can answer is not answered.
            Threads.offer(scans, () -> answer(node, frame));
            return true;
        }
        Asked question = asked.get(id);
        if (question != null && question.node().equals(node)) {
            question.answer().complete(frame);
        }
        return true;
    }

    private void answer(String node, Frame question) {
        try {
            sender.send(node, answerTo(question));
        } catch (RuntimeException e) {
            LOG.warn("A question about this lane's tables can't be answered: {}", e.getMessage());
        }
    }

    private Frame answerTo(Frame question) {
        if (question instanceof Frame.Checksum checksum) {
            return Tables.read(store).frame(checksum.id(), true);
        }
        if (question instanceof Frame.Buckets buckets) {
            List<String> digests = store.read(handle -> handle.audit().tables().contains(buckets.table())
                    ? handle.audit().digests(buckets.table())
                    : List.of());
            return new Frame.Buckets(buckets.id(), true, buckets.table(), digests);
        }
        if (question instanceof Frame.Mend mend) {
            List<String> names = mend.names().size() > NAMES ? mend.names().subList(0, NAMES) : mend.names();
            return new Frame.Mend(mend.id(), true, mend.table(), List.copyOf(repair.fromLog(mend.table(), names)));
        }
        if (question instanceof Frame.Content asked && asked.table().equals(Feeds.TABLE)) {
            return new Frame.Content(asked.id(), true, asked.table(), asked.name(), feed.apply(asked.name()));
        }
        if (question instanceof Frame.Content asked) {
            return new Frame.Content(asked.id(), true, asked.table(), asked.name(), content(asked));
        }
        if (question instanceof Frame.Excerpt asked) {
            return new Frame.Excerpt(asked.id(), true, asked.stream(), asked.after(), excerpt(asked));
        }
        Frame.Rows rows = (Frame.Rows) question;
        return new Frame.Rows(rows.id(), true, rows.table(), rows.bucket(), rows(rows.table(), rows.bucket()));
    }

    private String content(Frame.Content asked) {
        return store.read(handle -> handle.audit().content(asked.table(), asked.name()))
                .filter(content -> content.length() <= CONTENT)
                .orElse("");
    }

    private Optional<Segment> excerpt(Frame.Excerpt asked) {
        return store.read(handle ->
                        handle.replication().read(asked.stream(), asked.after(), Long.MAX_VALUE, EVENTS, CONTENT))
                .filter(segment -> segment.events().stream()
                                .mapToInt(event -> event.payload().length())
                                .sum()
                        <= CONTENT);
    }

    /** The rows of a bucket; none where they are more than an answer holds. */
    Map<String, String> rows(String table, long bucket) {
        return store.read(handle -> {
            Map<String, String> rows =
                    handle.audit().tables().contains(table) ? handle.audit().rows(table, (int) bucket) : Map.of();
            return rows.size() > ROWS ? Map.of() : rows;
        });
    }

    Optional<Frame.Checksum> checksum(String node, Tables mine) {
        return ask(node, id -> mine.frame(id, false)).map(Frame.Checksum.class::cast);
    }

    Optional<Frame.Buckets> buckets(String node, String table) {
        return ask(node, id -> new Frame.Buckets(id, false, table, List.of())).map(Frame.Buckets.class::cast);
    }

    Optional<Frame.Rows> rows(String node, String table, long bucket) {
        return ask(node, id -> new Frame.Rows(id, false, table, bucket, Map.of()))
                .map(Frame.Rows.class::cast);
    }

    /** How many rows became others there. */
    int mend(String node, String table, List<String> names) {
        return ask(node, id -> new Frame.Mend(id, false, table, names))
                .map(Frame.Mend.class::cast)
                .map(mend -> mend.names().size())
                .orElse(0);
    }

    Optional<String> content(String node, String table, String name) {
        return ask(node, id -> new Frame.Content(id, false, table, name, ""))
                .map(Frame.Content.class::cast)
                .map(Frame.Content::content)
                .filter(content -> !content.isEmpty());
    }

    Optional<Segment> excerpt(String node, StreamId stream, long after) {
        return ask(node, id -> new Frame.Excerpt(id, false, stream, after, Optional.empty()))
                .map(Frame.Excerpt.class::cast)
                .flatMap(Frame.Excerpt::segment);
    }

    private interface Question {
        Frame numbered(long id);
    }

    private Optional<Frame> ask(String node, Question question) {
        long id = numbers.incrementAndGet();
        Frame frame = question.numbered(id);
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        asked.put(id, new Asked(node, answer));
        try {
            if (!sender.send(node, frame)) {
                return Optional.empty();
            }
            Frame answered = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return answered.getClass().equals(frame.getClass()) ? Optional.of(answered) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return Optional.empty();
        } finally {
            asked.remove(id);
        }
    }
}
