package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.CommitListener.Commit;
import com.euphoriapos.api.store.CommitListener.Subject;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the replication keeps, on two real stores. */
class StreamsTest extends TwoStores {
    private static final int BYTES = 256 * 1024;

    private static Message message(String id, String topic, String aggregate) {
        return new Message(Samples.id(id), topic, aggregate, "{\"n\":\"" + id + "\"}", "e1", Samples.NOON);
    }

    private static StreamId say(SqliteStore store, String name, int count) {
        return store.write(h -> {
            h.outbox()
                    .append(IntStream.range(0, count)
                            .mapToObj(i -> message(name + i, "transaction:new", "transaction:" + name))
                            .toList());
            return own(store);
        });
    }

    private static StreamId own(SqliteStore store) {
        return new StreamId(
                store.facts().file().contains("/one/") ? "one" : "two",
                store.facts().epoch());
    }

    private static Mark end(SqliteStore store, StreamId stream) {
        return store.read(h -> h.replication().vector()).getOrDefault(stream, Mark.NONE);
    }

    private static Optional<Segment> read(SqliteStore store, StreamId stream, long after, int events) {
        return store.read(h -> h.replication().read(stream, after, Long.MAX_VALUE, events, BYTES));
    }

    /** Brings everything of a stream over. */
    private static void bring(SqliteStore from, SqliteStore to, StreamId stream) {
        Optional<Segment> next = read(from, stream, end(to, stream).seq(), 200);
        while (next.isPresent()) {
            Segment segment = next.get();
            assertTrue(segment.isWhole());
            to.apply(Priority.BACKGROUND, h -> {
                h.replication().keep(segment);
                return true;
            });
            next = read(from, stream, segment.end().seq(), 200);
        }
    }

    @Test
    void givesWholeGroupsThatContinueTheChain() {
        StreamId stream = say(one, "a", 3);
        say(one, "b", 2);
        say(one, "c", 1);

        assertEquals(3, read(one, stream, 0, 1).orElseThrow().end().seq());
        assertEquals(3, read(one, stream, 0, 4).orElseThrow().end().seq());
        assertEquals(5, read(one, stream, 0, 5).orElseThrow().end().seq());
        assertEquals(6, read(one, stream, 3, 9).orElseThrow().end().seq());
        assertEquals(Optional.empty(), read(one, stream, 6, 9));
        assertEquals(Optional.empty(), one.read(h -> h.replication().read(stream, 0, 2, 9, BYTES)));
        assertEquals(
                3,
                one.read(h -> h.replication().read(stream, 0, 9, 9, 1))
                        .orElseThrow()
                        .end()
                        .seq());
        assertTrue(read(one, stream, 3, 9).orElseThrow().isWhole());
        assertEquals(end(one, stream), read(one, stream, 0, 200).orElseThrow().end());
    }

    @Test
    void keepsWhatAnotherLaneSaidExactlyAndPassesItOn() {
        StreamId stream = say(one, "a", 3);
        say(one, "b", 300);
        bring(one, two, stream);

        assertEquals(end(one, stream), end(two, stream));
        assertEquals(read(one, stream, 0, 999), read(two, stream, 0, 999));
        assertEquals(hashAt(one, stream, 7), hashAt(two, stream, 7));
        assertEquals(Map.of(stream, 1L), two.read(h -> h.replication().kept()));
    }

    private static String hashAt(SqliteStore store, StreamId stream, long seq) {
        return store.read(h -> h.replication().hashAt(stream, seq)).orElseThrow();
    }

    @Test
    void refusesWhatDoesNotContinue() {
        StreamId stream = say(one, "a", 1);
        say(one, "b", 1);
        Segment first =
                one.read(h -> h.replication().read(stream, 0, 1, 1, BYTES)).orElseThrow();
        Segment second = read(one, stream, 1, 1).orElseThrow();

        assertRefused(second);
        two.apply(Priority.BACKGROUND, h -> {
            h.replication().keep(first);
            return true;
        });
        assertRefused(first);
        assertRefused(new Segment(stream, "0".repeat(31) + "1", second.events()));
        assertEquals(first.end(), end(two, stream));
    }

    private void assertRefused(Segment segment) {
        assertThrows(
                IllegalArgumentException.class,
                () -> two.apply(Priority.BACKGROUND, h -> {
                    h.replication().keep(segment);
                    return true;
                }));
    }

    @Test
    void getsBackWhatItOnceSaidAndLost() throws IOException {
        StreamId lost = say(one, "a", 2);
        one.close();
        Path image = home.resolve("image");
        copy(home.resolve("one"), image);
        one = open("one");
        StreamId later = say(one, "b", 2);
        bring(one, two, lost);
        bring(one, two, later);
        one.close();
        delete(home.resolve("one"));
        copy(image, home.resolve("one"));
        one = open("one");
        StreamId after = say(one, "c", 1);

        assertEquals(Mark.NONE, end(one, later));
        bring(two, one, later);
        say(one, "d", 1);

        assertEquals(end(two, later), end(one, later));
        assertEquals(read(two, later, 0, 9), read(one, later, 0, 9));
        assertEquals(Optional.empty(), one.read(h -> h.outbox().firstBroken()));
        one.close();
        one = open("one");
        say(one, "e", 1);
        assertEquals(Optional.empty(), one.read(h -> h.outbox().firstBroken()));
        assertEquals(2, end(one, after).seq());
        assertEquals(7, (long) one.<Long>read(h -> h.outbox().count()));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("pos.sqlite")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void saysNothingOfItsOwnWhileItApplies() {
        assertThrows(
                IllegalStateException.class,
                () -> one.apply(Priority.BACKGROUND, h -> {
                    h.outbox().append(List.of(message("a", "transaction:new", "transaction:a")));
                    return true;
                }));
        var sale = Samples.sale(Samples.id("a"), "L2-1", List.of(Samples.product(1)));
        assertThrows(
                IllegalStateException.class,
                () -> one.apply(Priority.BACKGROUND, h -> h.transactions().insert(sale, Samples.messages(sale))));
        assertThrows(
                IllegalStateException.class,
                () -> one.write(h -> h.transactions().apply(sale)));

        assertTrue(one.<Boolean>apply(Priority.BACKGROUND, h -> h.transactions().apply(sale)));
        assertFalse(
                one.<Boolean>apply(Priority.BACKGROUND, h -> h.transactions().apply(sale)));
        assertEquals(Optional.of(sale), one.read(h -> h.transactions().byId(sale.id())));
        assertEquals(0, (long) one.<Long>read(h -> h.outbox().count()));
    }

    @Test
    void saysThatAWriteIsDurableWhenAListenerIsGoneInTheMiddle() {
        one.addListener(commit -> {
            throw new NoClassDefFoundError("a class of a bundle that is gone");
        });
        StreamId stream = say(one, "a", 1);
        assertEquals(1, end(one, stream).seq());
    }

    @Test
    void tellsListenersWhatWasWrittenAndWhatWasApplied() {
        List<Commit> heard = new ArrayList<>();
        one.addListener(heard::add);
        two.addListener(heard::add);
        StreamId stream = say(one, "a", 2);
        one.write(h -> {
            h.lane().put("quiet", "x");
            return true;
        });
        Segment segment = read(one, stream, 0, 9).orElseThrow();
        two.apply(Priority.BACKGROUND, h -> {
            h.replication().keep(segment);
            Event last = segment.events().get(1);
            h.replication().park(last, "later", Samples.NOON);
            return true;
        });
        two.apply(Priority.BACKGROUND, h -> {
            h.replication().unpark(stream, 2);
            return true;
        });

        Set<Subject> subjects = Set.of(new Subject("transaction:new", "transaction:a"));
        StreamId other = own(two);
        assertEquals(
                List.of(
                        new Commit(stream, end(one, stream), subjects, Set.of()),
                        new Commit(other, Mark.NONE, Set.of(), subjects),
                        new Commit(other, Mark.NONE, Set.of(), subjects)),
                heard);
    }

    @Test
    void undoesAnAttemptAndNothingElse() {
        one.write(h -> {
            h.settings().put("a", "1", Samples.NOON);
            assertThrows(IllegalStateException.class, () -> h.replication().attempt(() -> {
                h.settings().put("b", "2", Samples.NOON);
                h.outbox().append(List.of(message("x", "transaction:new", "transaction:x")));
                throw new IllegalStateException("planned");
            }));
            h.outbox().append(List.of(message("y", "transaction:new", "transaction:y")));
            return true;
        });

        assertEquals(Map.of("a", "1"), one.read(h -> h.settings().all()));
        assertEquals(1, end(one, own(one)).seq());
        assertEquals(Optional.empty(), one.read(h -> h.outbox().firstBroken()));
    }

    @Test
    void tellsListenersNothingOfAnAttemptThatFailed() {
        StreamId stream = say(one, "a", 2);
        Segment segment = read(one, stream, 0, 9).orElseThrow();
        List<Commit> heard = new ArrayList<>();
        two.addListener(heard::add);
        two.apply(Priority.BACKGROUND, h -> {
            h.replication().keep(segment);
            assertThrows(IllegalStateException.class, () -> h.replication().attempt(() -> {
                segment.events().forEach(event -> h.replication().park(event, "later", Samples.NOON));
                throw new IllegalStateException("planned");
            }));
            return true;
        });

        Set<Subject> applied = Set.of(new Subject("transaction:new", "transaction:a"));
        assertEquals(List.of(new Commit(own(two), Mark.NONE, Set.of(), applied)), heard);
        one.addListener(heard::add);
        one.write(h -> {
            assertThrows(IllegalStateException.class, () -> h.replication().attempt(() -> {
                h.outbox().append(List.of(message("x", "transaction:new", "transaction:x")));
                throw new IllegalStateException("planned");
            }));
            h.outbox().append(List.of(message("y", "transaction:new", "transaction:y")));
            return true;
        });
        assertEquals(
                Set.of(new Subject("transaction:new", "transaction:y")),
                heard.get(1).written());
    }

    @Test
    void countsParkedEventsAndKnowsTheirAggregates() {
        StreamId stream = say(one, "a", 2);
        bring(one, two, stream);
        Event event = read(two, stream, 0, 9).orElseThrow().events().get(0);
        two.apply(Priority.BACKGROUND, h -> {
            h.replication().park(event, "too new", Samples.NOON);
            h.replication().park(event, "still too new", Samples.NOON.plusSeconds(9));
            return true;
        });

        var parked = two.read(h -> h.replication().parked(9));
        assertEquals(1, parked.size());
        assertEquals(event, parked.get(0).event());
        assertEquals("still too new", parked.get(0).reason());
        assertEquals(2, parked.get(0).attempts());
        assertEquals(Samples.NOON, parked.get(0).firstAt());
        assertEquals(1, (long) two.<Long>read(h -> h.replication().parkedCount()));
        assertTrue(two.<Boolean>read(h -> h.replication().isParked("one", "transaction:a")));
        assertFalse(two.<Boolean>read(h -> h.replication().isParked("two", "transaction:a")));
        two.apply(Priority.BACKGROUND, h -> {
            h.replication().unpark(stream, 1);
            return true;
        });
        assertEquals(0, (long) two.<Long>read(h -> h.replication().parkedCount()));
    }

    @Test
    void showsWhereItsMessagesAre() {
        say(one, "alone", 1);
        assertEquals(List.of("peer_ack"), statuses());
        join("two", PairedLane.State.ACTIVE);
        join("three", PairedLane.State.ACTIVE);
        StreamId stream = say(one, "a", 2);
        assertEquals(List.of("peer_ack", "pending", "pending"), statuses());

        replicate(h -> h.sent("two", stream, 2));
        assertEquals(List.of("peer_ack", "sent", "pending"), statuses());
        acknowledge("two", stream, 3);
        assertEquals(List.of("peer_ack", "sent", "sent"), statuses());
        acknowledge("three", stream, 1);
        assertEquals(List.of("peer_ack", "sent", "sent"), statuses());
        assertEquals(2, (long) one.<Long>read(h -> h.outbox().count("sent")));
        replicate(h -> h.trouble("three", 10, "no route"));
        assertEquals(List.of("peer_ack", "error", "error"), statuses());
        assertEquals(2, (long) one.<Long>read(h -> h.replication().backlog("three")));
        replicate(h -> h.trouble("three", 0, ""));
        assertEquals(List.of("peer_ack", "sent", "sent"), statuses());
        acknowledge("cloud", stream, 2);
        assertEquals(List.of("cloud_ack", "sent", "sent"), statuses());
        join("three", PairedLane.State.RETIRED);
        assertEquals(List.of("cloud_ack", "cloud_ack", "peer_ack"), statuses());
        replicate(h -> h.resetDelivery("two", Map.of(), Samples.NOON));
        assertEquals(List.of("cloud_ack", "sent", "sent"), statuses());
    }

    private List<String> statuses() {
        return one.read(h -> h.outbox().after(0, 99)).stream()
                .map(row -> row.status())
                .toList();
    }

    private void join(String node, PairedLane.State state) {
        one.write(h -> {
            h.lanes().save(new PairedLane(node, node, state, ""));
            return true;
        });
    }

    private void replicate(Consumer<com.euphoriapos.api.store.ReplicationRepository> work) {
        one.apply(Priority.BACKGROUND, h -> {
            work.accept(h.replication());
            return true;
        });
    }

    private void acknowledge(String target, StreamId stream, long seq) {
        replicate(h -> h.acknowledged(
                target, stream, new Mark(seq, h.hashAt(stream, seq).orElseThrow()), Samples.NOON));
    }

    @Test
    void doesNotBelieveALinkThatIsNotItsOwn() {
        join("two", PairedLane.State.ACTIVE);
        StreamId stream = say(one, "a", 2);
        Mark wrong = new Mark(2, "f".repeat(32));

        replicate(h -> h.acknowledged("two", stream, wrong, Samples.NOON));
        replicate(h -> h.resetDelivery("two", Map.of(stream, wrong), Samples.NOON));

        assertEquals(List.of("pending", "pending"), statuses());
        assertEquals(2, (long) one.<Long>read(h -> h.replication().backlog("two")));
    }

    @Test
    void continuesItsChainByItsEventsWhenADiskChangedWhatStandsBesideThem() throws SQLException {
        StreamId stream = say(one, "a", 3);
        one.close();
        try (Connection disk = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("one/pos.sqlite"));
                Statement statement = disk.createStatement()) {
            statement.executeUpdate("UPDATE stream SET applied_hash = '" + "f".repeat(32) + "'");
        }

        one = open("one");
        say(one, "b", 1);

        Mark good = one.read(h -> h.replication().damaged()).get(stream);
        assertEquals(3, good.seq());
        one.apply(Priority.BACKGROUND, h -> {
            h.replication().mendEnd(stream, good);
            return true;
        });
        assertEquals(Map.of(), one.read(h -> h.replication().damaged()));
        assertEquals(good, end(one, stream));
        assertEquals(Optional.empty(), one.read(h -> h.outbox().firstBroken()));
    }

    @Test
    void stampsTheVersionOfWhatItEditsAfterTheOneThatWasSeen() {
        Version far = new Version("ffff00000000-0007", "two", "", "ffff00000000-0001 one");
        one.apply(Priority.BACKGROUND, h -> {
            h.versions().put("product:p", "", far);
            return true;
        });
        one.write(h -> {
            h.outbox()
                    .append(List.of(message("a", "product:upsert", "product:p"), message("b", "transaction:new", "t")));
            return true;
        });

        Version mine = one.read(h -> h.versions().of("product:p", "")).orElseThrow();
        assertTrue(mine.compareTo(far) > 0);
        assertEquals(new StreamId("one", one.facts().epoch()).author(), mine.node());
        assertEquals(far.stamp(), mine.base());
        assertFalse(mine.review());
        assertEquals(Optional.empty(), one.read(h -> h.versions().of("t", "")));
    }

    @Test
    void purgesWhatIsOldAndWithEverybodyButKeepsTheChain() {
        join("two", PairedLane.State.ACTIVE);
        StreamId stream = say(one, "a", 2);
        say(one, "b", 2);
        say(one, "c", 2);
        acknowledge("two", stream, 5);

        assertEquals(0, purge(Samples.NOON, 99));
        assertEquals(2, purge(Samples.NOON.plusMillis(1), 1));
        assertEquals(2, purge(Samples.NOON.plusMillis(1), 99));
        assertEquals(0, purge(Samples.NOON.plusMillis(1), 99));
        assertEquals(Map.of(stream, 5L), one.read(h -> h.replication().kept()));
        assertEquals(Optional.empty(), read(one, stream, 3, 9));
        assertTrue(read(one, stream, 4, 9).orElseThrow().isWhole());
        acknowledge("two", stream, 6);
        assertEquals(0, purge(Samples.NOON.plusMillis(1), 99));
        one.close();
        one = open("one");
        StreamId next = say(one, "d", 1);
        assertEquals(Optional.empty(), one.read(h -> h.outbox().firstBroken()));
        assertEquals(
                end(one, stream).hash(), read(one, next, 0, 9).orElseThrow().previous());
        acknowledge("two", stream, 6);
        assertEquals(2, purge(Samples.NOON.plusMillis(1), 99));
        assertEquals(Map.of(next, 1L), one.read(h -> h.replication().kept()));
        assertEquals(Optional.empty(), one.read(h -> h.outbox().firstBroken()));
    }

    @Test
    void keepsWhatAThirdLaneMayLackOfAnother() {
        StreamId stream = say(two, "a", 2);
        join("two", PairedLane.State.ACTIVE);
        join("three", PairedLane.State.ACTIVE);
        bring(two, one, stream);
        Instant later = Instant.now().plusSeconds(60);

        assertEquals(0, purge(later, 99));
        acknowledge("three", stream, 2);
        assertEquals(Map.of(stream, 2L), one.read(h -> h.replication().acknowledged("three")));
        replicate(h -> h.resetDelivery("three", Map.of(), Samples.NOON));
        assertEquals(Map.of(), one.read(h -> h.replication().acknowledged("three")));
        assertEquals(0, purge(later, 99));
        acknowledge("three", stream, 2);
        assertEquals(2, purge(later, 99));
        assertEquals(Map.of(), one.read(h -> h.replication().kept()));
        assertEquals(2, end(one, stream).seq());
    }

    private int purge(Instant before, int limit) {
        return one.<Integer>apply(Priority.BACKGROUND, h -> h.replication().purge(before, limit));
    }
}
