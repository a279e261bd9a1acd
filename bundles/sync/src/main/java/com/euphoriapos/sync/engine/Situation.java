package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Listener;
import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Effect;
import com.euphoriapos.sync.wire.About;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the replication stands, for those who show it. Gathered where it happens, read by anybody. Thread-safe. */
final class Situation {
    private static final Logger LOG = LoggerFactory.getLogger(Situation.class);
    /** Ticks between two looks at the backlog. */
    private static final int LOOK_TICKS = 5;
    /** Ticks after which ages that are shown have become others. */
    private static final int AGE_TICKS = 30;
    /** Applying has to fail for so long before it is said. */
    private static final long FAILING_MILLIS = 30_000;

    private final Setting setting;
    private final Peers peers;
    private final Alarms alarms;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong malformed = new AtomicLong();

    private volatile Optional<Book> book = Optional.empty();
    private volatile Optional<Integer> history = Optional.empty();
    private volatile long parked;
    private volatile long failingSince;
    private volatile boolean dirty = true;
    private volatile boolean look = true;
    private int ticks;
    private long away;

    Situation(Setting setting) {
        this.setting = setting;
        this.peers = new Peers(setting.clock(), setting.app());
        this.alarms = new Alarms(setting.clock());
    }

    Peers peers() {
        return peers;
    }

    Alarms alarms() {
        return alarms;
    }

    Optional<Book> book() {
        return book;
    }

    void begin(Book lanes) {
        book = Optional.of(lanes);
        dirty = true;
    }

    /** @param thousandths as kept by whoever fetches the history; empty when it is complete */
    void history(Optional<String> thousandths) {
        Optional<Integer> now = thousandths.map(Situation::number);
        if (!now.equals(history)) {
            history = now;
            dirty = true;
        }
    }

    private static int number(String text) {
        try {
            return Math.max(0, Math.min(1_000, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Optional<Integer> history() {
        return history;
    }

    /** How many frames were refused since the start, whether they were none or broke the protocol. */
    long malformed() {
        return malformed.get();
    }

    long parked() {
        return parked;
    }

    void malformed(String node) {
        refused(node, Effect.Reason.PROTOCOL);
        alarm(new Effect.Alarm(Effect.Reason.PROTOCOL, node, "no frame"));
    }

    /** A link was closed: counted where that was for what the peer sent. */
    void closed(String node, Effect.Reason reason) {
        if (reason == Effect.Reason.PROTOCOL) {
            refused(node, reason);
            alarm(new Effect.Alarm(reason, node, "a frame out of turn or beyond its limits"));
        } else if (reason == Effect.Reason.FORGED || reason == Effect.Reason.BROKEN) {
            // Alarmed where it was found.
            refused(node, reason);
        }
    }

    /** What was set aside came back first-hand as it was, and the lane that wrote it says again that it differs. */
    void namesAnotherEnd(StreamId stream) {
        LOG.warn("{} says of {} again what its events do not", label(stream.origin()), stream);
        alarms.raise(
                "LOG_END",
                stream.origin(),
                label(stream.origin())
                        + " says of its own log what its events do not say. Both go on selling; that part"
                        + " of the log is no longer exchanged between them. Check the disk of that lane, and call"
                        + " support.");
        changed();
    }

    /** That lane and this one hold the same events again. */
    void agrees(String node) {
        if (alarms.clear("LOG_END", node) | alarms.clear(Effect.Reason.DIVERGED.name(), node)) {
            changed();
        }
    }

    private void refused(String node, Effect.Reason reason) {
        malformed.incrementAndGet();
        LOG.warn("{} frames of lane {} were refused so far ({})", peers.refused(node), node, reason);
    }

    void reached(String node) {
        peers.unreachable(node, 0, "");
        changed();
    }

    void connected(String node, boolean now) {
        peers.connected(node, now);
        changed();
    }

    void heard(String node) {
        peers.heard(node);
        dirty = true;
    }

    void unreachable(String node, int attempts, String reason) {
        peers.unreachable(node, attempts, reason);
        dirty = true;
    }

    void says(String node, About about) {
        peers.says(node, about);
        List<PairedLane> lanes = new ArrayList<>(book.map(Book::others).orElse(List.of()));
        book.ifPresent(known -> lanes.add(known.me()));
        boolean twice = lanes.stream()
                .anyMatch(lane -> lane.maySpeak()
                        && lane.label().equals(about.label())
                        && !lane.node().equals(node));
        if (twice) {
            alarms.raise(
                    "LABEL",
                    node,
                    "Two lanes are called " + about.label()
                            + ". Both sell, but their receipts could get the same number. Give one of them another"
                            + " label.");
        } else {
            alarms.clear("LABEL", node);
        }
        changed();
    }

    void alarm(Effect.Alarm alarm) {
        alarms.raise(alarm, label(alarm.peer()));
        changed();
    }

    String label(String node) {
        return book.flatMap(lanes -> lanes.byNode(node))
                .map(lane -> "Lane " + lane.label())
                .orElse("An unknown lane");
    }

    void applied(int newlyParked) {
        failingSince = 0;
        if (alarms.clear("APPLYING", "") || newlyParked > 0) {
            look = true;
            changed();
        }
    }

    void applyFailed(Throwable failure) {
        long now = setting.millis().getAsLong();
        if (failingSince == 0) {
            failingSince = now;
            LOG.warn("Events can't be kept now and are tried again until they are: {}", failure.toString());
        } else if (now - failingSince > FAILING_MILLIS) {
            alarms.raise(
                    "APPLYING",
                    "",
                    "What other lanes sold can't be stored here: " + failure.getMessage()
                            + ". This lane sells on; it is tried again all the time. Restart the lane, then call"
                            + " support.");
            changed();
        }
    }

    /** Deliveries were written: the backlog may be another. */
    void delivered() {
        look = true;
    }

    void wrote() {
        look = true;
    }

    /** Tells it at the next tick at the latest. */
    void changed() {
        dirty = true;
        tell();
    }

    private void tell() {
        for (Listener listener : listeners) {
            try {
                listener.replicationChanged();
            } catch (RuntimeException e) {
                LOG.warn("A listener of the replication failed", e);
            }
        }
    }

    /** Whether the store should be asked for {@link #look} now; at most every few seconds, and only when something happened. */
    boolean isLookDue() {
        boolean due = look && ticks % LOOK_TICKS == 0 && book.isPresent();
        if (due) {
            look = false;
        }
        return due;
    }

    void tick() {
        ticks++;
        boolean agesMove = ticks % AGE_TICKS == 0
                && book.filter(lanes -> !lanes.others().isEmpty()).isPresent();
        long before = away;
        away = peers.away();
        if (dirty || agesMove || away != before) {
            dirty = false;
            tell();
        }
    }

    /** Reads what only the store knows. */
    void look(StoreHandle handle) {
        ReplicationRepository kept = handle.replication();
        parked = kept.parkedCount();
        Map<String, Instant> heard = new HashMap<>();
        for (ReplicationRepository.Delivery delivery : kept.deliveries()) {
            if (delivery.lastAckAt().toEpochMilli() > 0) {
                heard.merge(delivery.target(), delivery.lastAckAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        heard.forEach(peers::heardBefore);
        for (PairedLane lane : book.map(Book::others).orElse(List.of())) {
            if (lane.maySpeak()) {
                peers.backlog(lane.node(), kept.backlog(lane.node()));
            }
        }
        dirty = true;
    }

    Overview overview() {
        List<Peer> views = book.map(Book::others).orElse(List.of()).stream()
                .sorted(Comparator.comparing(PairedLane::label).thenComparing(PairedLane::node))
                .map(peers::view)
                .toList();
        return new Overview(views, parked, history, alarms.all());
    }

    void addListener(Listener listener) {
        listeners.add(listener);
    }

    void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
