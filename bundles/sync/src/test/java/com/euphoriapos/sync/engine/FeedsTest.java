package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.core.cloud.StoredFeed;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.FrameCodec;
import com.euphoriapos.testkit.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cloud's changes go from a lane with a line to one without. */
final class FeedsTest {
    private static final String CURSOR = "0123456789abcdef.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicLong millis = new AtomicLong();

    @TempDir
    Path home = Path.of("");

    /** A lane as far as the feed is concerned. */
    private final class Lane implements AutoCloseable {
        final RealStores.RealStore store;
        final Questions questions;
        final Feeds feeds;
        final CloudFeed feed;
        Optional<Lane> other = Optional.empty();

        Lane(String name) {
            store = RealStores.open(home.resolve(name), Clock.systemUTC());
            Setting setting = new Setting(store, new Handlers(), Clock.systemUTC(), millis::get, "1.0");
            questions = new Questions(
                    store,
                    new Repair(store, new Handlers(), Clock.systemUTC()),
                    (node, frame) -> other.map(peer -> FrameCodec.encode(frame, About.NOTHING).stream()
                                    .allMatch(text -> peer.questions.received(
                                            name, FrameCodec.decode(text).frame())))
                            .orElse(false));
            feeds = new Feeds(setting, questions);
            feed = new StoredFeed(store);
            feeds.use(Optional.of(feed));
        }

        String look() {
            return store.read(handle -> {
                feeds.look(handle);
                return feeds.cursor();
            });
        }

        long price(String product) {
            return store.read(handle -> handle.catalog().byId(product))
                    .map(match -> match.product().price().cents())
                    .orElse(0L);
        }

        @Override
        public void close() {
            feeds.stop();
            questions.stop();
            store.close();
        }
    }

    private static String product(int number, long cents) {
        return """
               {"seq":%d,"kind":"product","deleted":false,"at":1,"id":"p%d","sku":"%d","name":"GIN","category":"","sizeMillilitres":0,
               "priceCents":%d,"caseSize":1,"taxCategory":"STANDARD","active":true,"barcodes":{},"updatedAt":1,
               "stamp":"0123456789ab-%04d cloud","base":"","rival":""}"""
                .formatted(number, number, number, cents, number);
    }

    @Test
    void bringsALaneWithoutALineUpToDate() {
        try (Lane line = new Lane("n1");
                Lane none = new Lane("n2")) {
            line.other = Optional.of(none);
            none.other = Optional.of(line);
            List<String> changes = IntStream.rangeClosed(1, 450)
                    .mapToObj(number -> product(number, 900 + number))
                    .toList();
            line.feed.apply(new CloudFeed.Page(CURSOR + 450, false, true, changes));

            none.feeds.says("n1", sign(line.look()));
            assertEquals(0, none.price("p1"));
            millis.addAndGet(30_000);
            none.feeds.says("n1", sign(line.look()));

            Await.until("all changes are here", PATIENCE, () -> none.look().equals(CURSOR + 450));
            assertEquals(901, none.price("p1"));
            assertEquals(1350, none.price("p450"));
            long said = none.store.read(handle -> handle.outbox().count());
            assertEquals(0, said);
        }
    }

    private static About sign(String cursor) {
        return new About("", 0, "", "", 1, cursor);
    }

    @Test
    void staysPatientWithALaneWhoseAnswersSayNothingOfItsPlace() {
        try (Lane line = new Lane("n1");
                Lane none = new Lane("n2")) {
            line.other = Optional.of(none);
            none.other = Optional.of(line);
            line.feed.apply(new CloudFeed.Page(CURSOR + 1, false, true, List.of(product(1, 901))));

            for (int period = 0; period < 6; period++) {
                none.feeds.says("n1", sign(line.look()));
                none.feeds.says("n1", About.NOTHING);
                millis.addAndGet(5_000);
            }

            Await.until("the change is here", () -> none.price("p1") == 901);
        }
    }

    @Test
    void takesTheSameFeedOnlyAndNeverAnOlderPlace() {
        assertTrue(Feeds.isBehind("", "a.1"));
        assertTrue(Feeds.isBehind("a.9", "a.10"));
        assertFalse(Feeds.isBehind("a.10", "a.9"));
        assertFalse(Feeds.isBehind("a.1", "b.9"));
        assertFalse(Feeds.isBehind("a.1", ""));
        assertFalse(Feeds.isBehind("", ""));
        assertFalse(Feeds.isBehind("a.1", "a.x"));
    }
}
