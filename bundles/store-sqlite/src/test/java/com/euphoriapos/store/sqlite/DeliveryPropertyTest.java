package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Any acts in any order on a real store, against a model that knows of each target only what was said: the statuses are what follows
 * from that, watermarks fall only by a reset, and no event is gone that an active target lacks.
 */
class DeliveryPropertyTest {
    private static final int ACTS = 60;
    private static final List<String> TARGETS = List.of("a", "b", "c", "cloud");
    private static final StreamId OTHER = new StreamId("a", "0EPOCH");

    /** What was said of a target and a stream. */
    private static final class Told {
        long sent;
        long acked;
        long since;
    }

    private final Map<String, Map<StreamId, Told>> told = new HashMap<>();
    private final Map<String, Integer> retries = new HashMap<>();
    private final Map<String, State> lanes = new TreeMap<>();
    private Random random = new Random();
    private SqliteStore store;
    private Path home;
    private int said;
    private String otherHash = HashChain.START;
    private long otherSeq;

    @Property(tries = 12)
    void keepsTheStatusesThatFollowAndEverythingThatSomebodyLacks(@ForAll long seed) throws IOException {
        random = new Random(seed);
        told.clear();
        retries.clear();
        lanes.clear();
        otherHash = HashChain.START;
        otherSeq = 0;
        home = Files.createTempDirectory("delivery");
        open();
        try {
            for (int act = 0; act < ACTS; act++) {
                String done = act();
                check("seed " + seed + ", act " + act + ": " + done);
            }
        } finally {
            store.close();
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void open() {
        store = RealStores.sqlite(home);
        store.write(h -> {
            h.lane().put("node_id", "me");
            return true;
        });
    }

    private String act() {
        int choice = random.nextInt(20);
        String target = TARGETS.get(random.nextInt(TARGETS.size()));
        if (choice < 5) {
            return say();
        } else if (choice < 7) {
            return sent(target);
        } else if (choice < 12) {
            return acknowledge(target);
        } else if (choice < 13) {
            return reset(target);
        } else if (choice < 15) {
            return trouble(target);
        } else if (choice < 16) {
            return lane(target);
        } else if (choice < 17) {
            return keep();
        } else if (choice < 19) {
            return purge();
        }
        store.close();
        open();
        return "opened again";
    }

    private String say() {
        int count = random.nextInt(4) + 1;
        store.write(h -> {
            h.outbox()
                    .append(IntStream.range(0, count)
                            .mapToObj(i -> new Message(
                                    Samples.id("m" + said++), "transaction:new", "t", "{}", "", Samples.NOON))
                            .toList());
            return true;
        });
        return "said " + count;
    }

    private String keep() {
        Event event = new Event("o" + otherSeq, "x", OTHER, otherSeq + 1, otherSeq + 1, "x", "", 0, "", 1, "{}", "")
                .linked(otherHash);
        Segment segment = new Segment(OTHER, otherHash, List.of(event));
        replicate(r -> r.keep(segment));
        otherHash = event.hash();
        otherSeq++;
        return "kept one of another";
    }

    private Map<StreamId, Mark> vector() {
        return store.read(h -> h.replication().vector());
    }

    private void replicate(Consumer<ReplicationRepository> work) {
        store.apply(Priority.BACKGROUND, h -> {
            work.accept(h.replication());
            return true;
        });
    }

    private Told told(String target, StreamId stream) {
        return told.computeIfAbsent(target, t -> new HashMap<>()).computeIfAbsent(stream, s -> new Told());
    }

    /** A position of a stream that is held here, not before what is kept of it; empty where there is none. */
    private List<Map.Entry<StreamId, Mark>> somewhere() {
        List<StreamLog.Kept> all =
                store.read(h -> new StreamLog((UnitOfWork) h).all()).stream().toList();
        if (all.isEmpty()) {
            return List.of();
        }
        StreamLog.Kept kept = all.get(random.nextInt(all.size()));
        long seq = kept.purged().seq()
                + random.nextInt((int) (kept.end().seq() - kept.purged().seq()) + 1);
        String hash =
                store.read(h -> h.replication().hashAt(kept.stream(), seq)).orElseThrow();
        return List.of(Map.entry(kept.stream(), new Mark(seq, hash)));
    }

    private String sent(String target) {
        somewhere().forEach(at -> {
            replicate(r -> r.sent(target, at.getKey(), at.getValue().seq()));
            Told known = told(target, at.getKey());
            known.sent = Math.max(known.sent, at.getValue().seq());
        });
        return "sent to " + target;
    }

    private String acknowledge(String target) {
        somewhere().forEach(at -> {
            replicate(r -> r.acknowledged(target, at.getKey(), at.getValue(), Samples.NOON));
            Told known = told(target, at.getKey());
            known.acked = Math.max(known.acked, at.getValue().seq());
            known.sent = Math.max(known.sent, at.getValue().seq());
        });
        return "acknowledged by " + target;
    }

    private String reset(String target) {
        Map<StreamId, Mark> marks = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            somewhere().forEach(at -> marks.put(at.getKey(), at.getValue()));
        }
        replicate(r -> r.resetDelivery(target, marks, Samples.NOON));
        told.getOrDefault(target, Map.of()).values().forEach(known -> known.acked = 0);
        marks.forEach((stream, mark) -> {
            Told known = told(target, stream);
            known.acked = mark.seq();
            known.sent = Math.max(known.sent, mark.seq());
        });
        return "reset " + target;
    }

    private String trouble(String target) {
        int count = random.nextInt(3) * 6;
        replicate(r -> r.trouble(target, count, "planned"));
        retries.put(target, count);
        return target + " failed " + count + " times";
    }

    private String lane(String target) {
        if (target.equals(ReplicationRepository.CLOUD)) {
            return "nothing";
        }
        State state = State.values()[random.nextInt(State.values().length)];
        boolean joins = state == State.ACTIVE && lanes.get(target) != State.ACTIVE;
        Map<StreamId, Mark> ends = vector();
        store.write(h -> {
            h.lanes().save(new PairedLane(target, target, state, ""));
            return true;
        });
        lanes.put(target, state);
        if (joins) {
            ends.forEach((stream, mark) -> {
                if (stream.origin().equals("me")) {
                    told(target, stream).since = mark.seq();
                }
            });
        }
        return target + " is " + state;
    }

    private String purge() {
        Map<StreamId, Long> before = store.read(h -> h.replication().kept());
        List<String> targets = Stream.concat(peers().stream(), cloud()).toList();
        int gone = store.<Integer>apply(
                Priority.BACKGROUND, h -> h.replication().purge(Instant.now().plusSeconds(60), random.nextInt(9) + 1));
        Map<StreamId, Long> after = store.read(h -> h.replication().kept());
        vector().forEach((stream, end) -> {
            long goneBefore = before.getOrDefault(stream, end.seq() + 1) - 1;
            long goneNow = after.getOrDefault(stream, end.seq() + 1) - 1;
            for (String target : targets) {
                boolean lacks = !target.equals(stream.origin()) && told(target, stream).acked < goneNow;
                assertTrue(goneNow == goneBefore || !lacks, target + " lacks what is gone of " + stream);
            }
        });
        return "purged " + gone;
    }

    private void check(String context) {
        store.read(h -> ((UnitOfWork) h).sql(session -> {
            try (ResultSet row = session.statement("SELECT origin, epoch, seq, status FROM outbox")
                    .executeQuery()) {
                while (row.next()) {
                    StreamId stream = new StreamId(row.getString(1), row.getString(2));
                    assertEquals(
                            status(stream, row.getLong(3)),
                            row.getString(4),
                            context + ", " + stream + " " + row.getLong(3));
                }
            }
            return true;
        }));
        for (String status : List.of("pending", "sent", "peer_ack", "cloud_ack", "error")) {
            assertEquals(rows(status), (long) store.<Long>read(h -> h.outbox().count(status)), context + status);
        }
        checkWatermarks(context);
        checkEverythingKeptCanBeRead(context);
    }

    private long rows(String status) {
        return store.read(h -> ((UnitOfWork) h)
                .sql(session -> Long.parseLong(DatabaseFile.query(
                        session.connection(), "SELECT COUNT(*) FROM outbox WHERE status = '" + status + "'"))));
    }

    private List<String> peers() {
        return lanes.keySet().stream()
                .filter(node -> lanes.get(node) == State.ACTIVE)
                .toList();
    }

    /** In the words of the definition, message by message. */
    private String status(StreamId stream, long seq) {
        List<String> targets = new ArrayList<>(peers());
        targets.add(ReplicationRepository.CLOUD);
        boolean trouble = targets.stream().anyMatch(t -> retries.getOrDefault(t, 0) >= 10 && !has(t, stream, seq));
        if (trouble) {
            return "error";
        }
        if (targets.stream().allMatch(t -> has(t, stream, seq))) {
            return "cloud_ack";
        }
        if (peers().stream().allMatch(t -> has(t, stream, seq))) {
            return "peer_ack";
        }
        return targets.stream().anyMatch(t -> told(t, stream).sent >= seq) ? "sent" : "pending";
    }

    private boolean has(String target, StreamId stream, long seq) {
        return Math.max(told(target, stream).acked, told(target, stream).since) >= seq;
    }

    private void checkWatermarks(String context) {
        for (ReplicationRepository.Delivery each :
                store.read(h -> h.replication().deliveries())) {
            Told known = told(each.target(), each.stream());
            assertEquals(known.acked, each.ackedSeq(), context + ", " + each);
            assertEquals(known.sent, each.sentSeq(), context + ", " + each);
        }
    }

    private void checkEverythingKeptCanBeRead(String context) {
        Map<StreamId, Mark> vector = vector();
        store.<Map<StreamId, Long>>read(h -> h.replication().kept()).forEach((stream, first) -> {
            Segment rest = store.read(h -> h.replication().read(stream, first - 1, Long.MAX_VALUE, 9_999, 9_999))
                    .orElseThrow();
            assertTrue(rest.isWhole() && rest.end().equals(vector.get(stream)), context + ", " + stream);
        });
        assertEquals(Optional.empty(), store.read(h -> h.outbox().firstBroken()), context);
    }

    /** It counts once anything was said of it. */
    private Stream<String> cloud() {
        boolean counts = store.read(h -> ((UnitOfWork) h)
                .query(() -> ((UnitOfWork) h).mappers().delivery().isKnown(ReplicationRepository.CLOUD)));
        return counts ? Stream.of(ReplicationRepository.CLOUD) : Stream.empty();
    }
}
