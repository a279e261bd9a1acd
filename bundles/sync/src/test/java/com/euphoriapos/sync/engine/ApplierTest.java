package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.testkit.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sales that wait while much is applied, on the real store. */
class ApplierTest {
    private static final String NODE = "abcd";
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Executor NEW_THREAD = task -> new Thread(task, "seller").start();

    @TempDir
    Path home;

    private RealStores.RealStore store;
    private Applier applier;
    private final Notes notes = new Notes();

    @BeforeEach
    void open() {
        store = RealStores.open(home, Clock.systemUTC());
        Handlers handlers = new Handlers();
        handlers.add(notes, List.of(Topics.POS_CONFIG_UPDATE));
        applier = new Applier(store, handlers, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Writes down what it applies in the transaction that does it; at chosen events a sale comes and waits. */
    private final class Notes implements TopicHandler {
        final Set<Long> saleAt = ConcurrentHashMap.newKeySet();
        final List<CompletableFuture<Seen>> sales = new CopyOnWriteArrayList<>();
        volatile long failAt;

        @Override
        public void apply(Event event, StoreHandle handle) {
            if (event.seq() == failAt) {
                throw new StoreException(StoreException.Reason.IO_ERROR, "refused by the test");
            }
            int times = handle.lane().get(key(event)).map(Integer::parseInt).orElse(0);
            handle.lane().put(key(event), Integer.toString(times + 1));
            if (saleAt.remove(event.seq())) {
                sales.add(CompletableFuture.supplyAsync(
                        () -> store.write(sale -> seen(sale, event.stream())), NEW_THREAD));
                Await.until("the sale waits", DEADLINE, handle::isWaitedFor);
            }
        }
    }

    /** How far the stream is held, and how much of it is applied, as a sale finds it. */
    private record Seen(long held, List<Long> applied) {}

    private static Seen seen(StoreHandle handle, StreamId stream) {
        long held =
                handle.replication().vector().getOrDefault(stream, Mark.NONE).seq();
        List<Long> applied = new ArrayList<>();
        for (long seq = 1; handle.lane().get(key(stream, seq)).isPresent(); seq++) {
            applied.add(Long.parseLong(handle.lane().get(key(stream, seq)).orElseThrow()));
        }
        return new Seen(held, applied);
    }

    private static String key(Event event) {
        return key(event.stream(), event.seq());
    }

    private static String key(StreamId stream, long seq) {
        return "applied " + stream.epoch() + " " + seq;
    }

    /** A segment of groups of these sizes. */
    private static Segment segment(String epoch, int... groups) {
        StreamId stream = new StreamId(NODE, epoch);
        List<Event> events = new ArrayList<>();
        String hash = HashChain.START;
        for (int group = 0; group < groups.length; group++) {
            for (int i = 0; i < groups[group]; i++) {
                Event event = new Event(
                                UUID.randomUUID().toString(),
                                Topics.POS_CONFIG_UPDATE,
                                stream,
                                events.size() + 1,
                                group + 1,
                                "pos_config:1",
                                "",
                                0,
                                "",
                                1,
                                "{}",
                                "")
                        .linked(hash);
                hash = event.hash();
                events.add(event);
            }
        }
        return new Segment(stream, HashChain.START, events);
    }

    private static List<Long> once(long events) {
        return Collections.nCopies((int) events, 1L);
    }

    private Seen now(Segment segment) {
        return store.read(handle -> seen(handle, segment.stream()));
    }

    @Test
    void servesASaleThatWaitsBeforeTheRestOfALongSlice() {
        Segment segment = segment("01JD0000000000000000000000", sizes(50, 4));
        notes.saleAt.add(6L);
        assertEquals(List.of(), applier.apply(List.of(segment)));
        Seen sale = notes.sales.get(0).join();
        assertTrue(sale.held() >= 6 && sale.held() < 60, () -> "the sale waited for " + sale.held() + " events");
        assertEquals(once(sale.held()), sale.applied());
        assertEquals(new Seen(200, once(200)), now(segment));
    }

    @Test
    void endsATransactionBetweenGroupsAndAppliesEachEventOnceWheneverSalesCome() {
        Random random = new Random(4);
        for (int round = 0; round < 25; round++) {
            int[] sizes = random.ints(random.nextInt(1, 40), 1, 30).toArray();
            Segment segment = segment("01JD00000000000000000000%02d".formatted(round), sizes);
            int events = segment.events().size();
            random.longs(random.nextInt(6), 1, events + 1).forEach(notes.saleAt::add);
            notes.sales.clear();
            applier.apply(List.of(segment));
            Map<Long, Integer> ends = ends(sizes);
            for (CompletableFuture<Seen> sale : notes.sales) {
                Seen seen = sale.join();
                assertTrue(ends.containsKey(seen.held()), () -> "a group was cut at " + seen.held());
                assertEquals(once(seen.held()), seen.applied());
            }
            assertEquals(new Seen(events, once(events)), now(segment));
        }
    }

    @Test
    void keepsWhatWasDurableBeforeAFailureAndGoesOnFromThere() {
        Segment segment = segment("01JD0000000000000000000000", sizes(100, 2));
        notes.saleAt.add(3L);
        notes.failAt = 150;
        assertThrows(StoreException.class, () -> applier.apply(List.of(segment)));
        notes.failAt = 0;
        Seen half = now(segment);
        assertTrue(half.held() > 0 && half.held() < 150, () -> half.held() + " events are held");
        assertEquals(once(half.held()), half.applied());
        assertThrows(IllegalArgumentException.class, () -> applier.apply(List.of(segment)), "it is not kept twice");
        assertEquals(half, now(segment));
        applier.apply(List.of(segment.after(half.held())));
        assertEquals(new Seen(200, once(200)), now(segment));
    }

    @Test
    void takesAGroupThatIsLongerThanAStretchAsAWhole() {
        Segment segment = segment("01JD0000000000000000000000", 3, 90, 3);
        notes.saleAt.add(4L);
        applier.apply(List.of(segment));
        assertTrue(Set.of(93L, 96L).contains(notes.sales.get(0).join().held()));
        assertEquals(new Seen(96, once(96)), now(segment));
    }

    private static int[] sizes(int groups, int of) {
        int[] sizes = new int[groups];
        Arrays.fill(sizes, of);
        return sizes;
    }

    private static Map<Long, Integer> ends(int... sizes) {
        Map<Long, Integer> ends = new HashMap<>();
        AtomicInteger end = new AtomicInteger();
        for (int size : sizes) {
            ends.put((long) end.addAndGet(size), size);
        }
        return ends;
    }
}
