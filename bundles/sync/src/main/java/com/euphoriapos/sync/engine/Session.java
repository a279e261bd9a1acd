package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.SyncLink;
import com.euphoriapos.api.store.CommitListener.Commit;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Effect;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Identity;
import com.euphoriapos.sync.protocol.Input;
import com.euphoriapos.sync.protocol.Limits;
import com.euphoriapos.sync.protocol.Replica;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.sync.wire.Decoded;
import com.euphoriapos.sync.wire.FrameCodec;
import com.euphoriapos.sync.wire.FrameException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the protocol, from the positions that the store had when it began: gives it what happens, and carries out what it wants.
 * Everything is called on the engine's thread.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** A segment's payloads; with their envelopes it stays well below the largest frame. */
    private static final int SEGMENT_BYTES = 256 << 10;

    /** Key of the moment, in milliseconds, at which a snapshot was last asked for. */
    private static final String KEY_SNAPSHOT = "snapshot_at";

    private static final Duration SNAPSHOTS_APART = Duration.ofHours(6);

    private final Setting setting;
    private final Book book;
    private final Engine.Hands hands;
    private final Situation situation;
    private final Applier applier;
    private final Deliveries deliveries = new Deliveries();
    private final Parts parts = new Parts();
    private final Replica replica;
    private final boolean takes;
    private final StreamId own;
    private final int schema;

    private long written;
    private boolean saving;

    /** @param takes whether events of others are taken, too */
    Session(Setting setting, Book book, Engine.Hands hands, Situation situation, boolean takes) {
        this.takes = takes;
        this.setting = setting;
        this.book = book;
        this.hands = hands;
        this.situation = situation;
        this.applier = hands.applier();
        StoreFacts facts = setting.store().facts();
        String node = book.me().node();
        this.own = new StreamId(node, facts.epoch());
        this.schema = facts.schemaVersion();
        Map<StreamId, Mark> vector =
                setting.store().read(handle -> handle.replication().vector());
        this.written = vector.getOrDefault(own, Mark.NONE).seq();
        Identity me = new Identity(node, book.instance(), facts.epoch());
        this.replica = takes ? new Replica(me, Limits.NORMAL, vector) : Replica.sendingOnly(me, Limits.NORMAL, vector);
        LOG.info(
                "The replication {}: lane {}, {} streams known",
                takes ? "runs" : "sends, while the history comes",
                book.me().label(),
                vector.size());
    }

    Replica replica() {
        return replica;
    }

    /** Whether it takes events of others; not while the store's past is still on its way. */
    boolean takes() {
        return takes;
    }

    private void step(Input input) {
        for (Effect effect : replica.step(input, setting.millis().getAsLong())) {
            carryOut(effect);
        }
    }

    void tick() {
        step(new Input.Timer());
        save();
        if (book.hasToKeep()) {
            hands.write(() -> quietly("where lanes were reached", () -> book.keep(setting.store())));
        }
    }

    void committed(Commit commit) {
        if (!commit.own().epoch().equals(own.epoch())) {
            // The disk failed, and the store writes a new opening since: what is in that would be nobody's.
            hands.beginAnew("the store had to open its database anew");
        } else if (commit.own().equals(own) && commit.upTo().seq() > written) {
            written = commit.upTo().seq();
            step(new Input.Committed(own, commit.upTo()));
        }
    }

    void up(long id, SyncLink link) {
        situation.reached(link.peer());
        deliveries.trouble(link.peer(), 0, "");
        step(new Input.LinkUp(id, link.peer(), link.dialled()));
    }

    void down(long id, String peer) {
        parts.forget(id);
        step(new Input.LinkDown(id));
        if (!hands.links().hasPeer(peer)) {
            situation.connected(peer, false);
        }
    }

    void unreachable(String node, int attempts, String reason) {
        situation.unreachable(node, attempts, reason);
        if (attempts >= ReplicationRepository.TROUBLE_RETRIES) {
            deliveries.trouble(node, attempts, reason);
        }
    }

    void revoked(String node) {
        step(new Input.Revoked(node));
    }

    /** Somebody at this lane wants a name; {@link Engine.Hands#decided} answers. */
    void claim(long request, String name) {
        step(new Input.ClaimAsked(request, name));
    }

    /** The claim was made durable. */
    void kept(String name) {
        step(new Input.ClaimKept(name));
    }

    /** The claim is not wanted any more. */
    void release(String name) {
        step(new Input.ClaimDropped(name));
    }

    /** Compares all positions with all peers. */
    void compare() {
        step(new Input.Compare());
    }

    /** @throws FrameException when it is no frame, or not the next one */
    void received(long id, SyncLink link, String text) {
        Decoded decoded = FrameCodec.decode(text);
        hands.links().received(link, decoded.number());
        situation.heard(link.peer());
        if (decoded.frame() instanceof Frame.Hello) {
            greeted(link.peer(), decoded.about());
        } else if (isSignOfLife(decoded.frame())) {
            situation.peers().clockSays(link.peer(), decoded.about().clock());
            hands.feed().says(link.peer(), decoded.about());
        }
        Optional<Frame> frame = decoded.frame() instanceof Frame.Events events
                ? parts.take(id, events, decoded.more())
                : Optional.of(decoded.frame());
        if (frame.isEmpty()) {
            return;
        }
        boolean greeted = replica.isOpen(link.peer());
        if (!greeted || !hands.questions().received(link.peer(), frame.get())) {
            step(new Input.Received(id, frame.get()));
        }
    }

    private static boolean isSignOfLife(Frame frame) {
        return frame instanceof Frame.Ping || frame instanceof Frame.Pong;
    }

    private void greeted(String peer, About about) {
        situation.connected(peer, true);
        situation.says(peer, about);
        book.reached(peer, about.address());
        if (book.byNode(peer)
                .filter(lane -> lane.state() == PairedLane.State.STALE)
                .isPresent()) {
            hands.write(() -> quietly("that a lane is back", () -> back(peer)));
        }
    }

    private void back(String peer) {
        setting.store().write(Store.Priority.BACKGROUND, handle -> {
            handle.lanes()
                    .byNode(peer)
                    .filter(lane -> lane.state() == PairedLane.State.STALE)
                    .ifPresent(lane -> handle.lanes()
                            .save(new PairedLane(lane.node(), lane.label(), PairedLane.State.ACTIVE, lane.address())));
            return true;
        });
        book.refresh(setting.store());
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Send send) {
            send(send);
        } else if (effect instanceof Effect.Close close) {
            close(close);
        } else if (effect instanceof Effect.Read read) {
            read(read);
        } else if (effect instanceof Effect.ReadHash read) {
            readHash(read);
        } else if (effect instanceof Effect.Apply apply) {
            apply(apply);
        } else if (effect instanceof Effect.SaveDelivery saved) {
            deliveries.acknowledged(saved.target(), saved.stream(), saved.upTo());
        } else if (effect instanceof Effect.ResetDelivery reset) {
            deliveries.reset(reset.target(), reset.marks());
        } else if (effect instanceof Effect.FindClaim find) {
            find(find);
        } else if (effect instanceof Effect.ClaimDecided decided) {
            hands.decided(decided.request(), decided.verdict());
        } else if (effect instanceof Effect.SetAside other) {
            hands.write(() -> quietly("what was set aside", () -> setAside(other)));
        } else if (effect instanceof Effect.Alarm alarm) {
            LOG.warn("{} about lane {}: {}", alarm.reason(), alarm.peer(), alarm.detail());
            situation.alarm(alarm);
            if (alarm.reason() == Effect.Reason.STALE) {
                hands.write(() -> quietly("that a snapshot is needed", () -> askForSnapshot(alarm.peer())));
            }
        }
    }

    /** Somebody gave this lane other events than their lane wrote: they are kept apart, and the right ones are taken. */
    private void setAside(Effect.SetAside other) {
        StreamId stream = other.stream();
        if (!hands.maySetAside(other)) {
            situation.namesAnotherEnd(stream);
            return;
        }
        int count = setting.store().apply(Store.Priority.BACKGROUND, handle -> handle.replication()
                .setAside(
                        stream,
                        other.after(),
                        "not what lane " + stream.origin() + " wrote",
                        setting.clock().instant())
                .size());
        hands.setAside(stream, count);
        hands.beginAnew("events that " + situation.label(stream.origin()) + " never wrote were set aside");
    }

    /** What is kept nowhere any longer comes as a snapshot, once in a while at most; the replication waits for it. */
    private void askForSnapshot(String peer) {
        String from = book.byNode(peer).map(PairedLane::address).orElse("");
        Instant now = setting.clock().instant();
        boolean asked = !from.isEmpty()
                && setting.store().write(Store.Priority.BACKGROUND, handle -> {
                    boolean lately = handle.lane()
                            .get(KEY_SNAPSHOT)
                            .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                            .filter(at -> Duration.between(at, now).abs().compareTo(SNAPSHOTS_APART) < 0)
                            .isPresent();
                    if (!lately) {
                        handle.lane().put(KEY_SNAPSHOT, Long.toString(now.toEpochMilli()));
                        handle.lane().put(LaneRepository.KEY_HISTORY_FROM, from);
                        handle.lane().put(LaneRepository.KEY_HISTORY, "0");
                    }
                    return !lately;
                });
        if (asked) {
            hands.beginAnew("a snapshot has to bring what is kept nowhere any longer");
        }
    }

    private void send(Effect.Send send) {
        Optional<SyncLink> link = hands.links().byId(send.link());
        if (link.isEmpty()) {
            return;
        }
        About about = send.frame() instanceof Frame.Hello || isSignOfLife(send.frame())
                ? new About(
                        setting.app(),
                        schema,
                        book.me().label(),
                        book.address(),
                        setting.clock().millis(),
                        hands.feed().cursor())
                : About.NOTHING;
        hands.links().send(link.get(), FrameCodec.encode(send.frame(), about));
        if (send.frame() instanceof Frame.Events events) {
            Segment segment = events.segment();
            if (segment.stream().origin().equals(own.origin())) {
                deliveries.sent(
                        link.get().peer(), segment.stream(), segment.end().seq());
            }
        }
    }

    private void close(Effect.Close close) {
        parts.forget(close.link());
        hands.links().byId(close.link()).ifPresent(link -> {
            hands.links().remove(link);
            situation.closed(link.peer(), close.reason());
            if (!hands.links().hasPeer(link.peer())) {
                situation.connected(link.peer(), false);
            }
            link.close(close.reason().name());
        });
    }

    private void read(Effect.Read read) {
        boolean taken = hands.read(() -> {
            Input answer;
            try {
                Optional<Segment> segment = setting.store().read(handle -> handle.replication()
                        .read(read.stream(), read.after(), read.upTo(), read.eventsMax(), SEGMENT_BYTES));
                boolean damaged = segment.filter(found -> found.first() != read.after() + 1 || !found.isWhole())
                        .isPresent();
                // The peer would refuse it and close the link each time; other streams go on meanwhile.
                answer = damaged ? new Input.ReadFailed(read.request()) : new Input.ReadDone(read.request(), segment);
                if (damaged) {
                    hands.damaged(read.stream());
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Events of {} can't be read: {}", read.stream(), e.getMessage());
                answer = new Input.ReadFailed(read.request());
            }
            answer(answer);
        });
        if (!taken) {
            answer(new Input.ReadFailed(read.request()));
        }
    }

    private void readHash(Effect.ReadHash read) {
        boolean taken = hands.read(() -> {
            Optional<String> hash;
            try {
                hash = setting.store().read(handle -> handle.replication().hashAt(read.stream(), read.seq()));
            } catch (RuntimeException | LinkageError e) {
                hash = Optional.empty();
            }
            answer(new Input.HashRead(read.request(), hash));
        });
        if (!taken) {
            answer(new Input.HashRead(read.request(), Optional.empty()));
        }
    }

    private void find(Effect.FindClaim find) {
        boolean taken = hands.read(() -> {
            Input answer;
            try {
                Optional<String> node = setting
                        .store()
                        .read(handle -> handle.suspended().claims(find.name()))
                        .stream()
                        .findFirst()
                        .map(SuspendedRepository.Claim::node);
                answer = new Input.ClaimFound(find.request(), node);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Claims can't be looked up: {}", e.getMessage());
                answer = new Input.ClaimUnknown(find.request());
            }
            answer(answer);
        });
        if (!taken) {
            answer(new Input.ClaimUnknown(find.request()));
        }
    }

    private void apply(Effect.Apply apply) {
        boolean taken = hands.write(() -> {
            Input answer = new Input.ApplyFailed(apply.request());
            try {
                List<Input.Parked> parked = applier.apply(apply.segments());
                answer = new Input.Applied(apply.request(), parked);
                situation.applied(parked.size());
            } catch (IllegalArgumentException e) {
                hands.beginAnew("events do not continue what the store holds: " + e.getMessage());
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                // Also what comes of a bundle that is exchanged just now: an apply without an answer would be the last.
                situation.applyFailed(e);
            }
            answer(answer);
        });
        if (!taken) {
            answer(new Input.ApplyFailed(apply.request()));
        }
    }

    /** An input that comes from another thread; nothing where another session runs by then. */
    private void answer(Input input) {
        hands.post(() -> {
            if (hands.isRunning(this)) {
                step(input);
            }
        });
    }

    /** Writes what is new of deliveries, at most one write at a time. */
    private void save() {
        if (saving || deliveries.isEmpty()) {
            return;
        }
        saving = true;
        boolean taken = hands.write(() -> {
            try {
                flush();
            } finally {
                hands.post(() -> saving = false);
            }
        });
        saving = taken;
    }

    /** Writes it now, on the calling thread. */
    void flush() {
        if (deliveries.isEmpty()) {
            return;
        }
        Deliveries.Pending pending = deliveries.take();
        try {
            setting.store().write(Store.Priority.BACKGROUND, handle -> {
                pending.write(handle.replication(), setting.clock().instant());
                return true;
            });
            situation.delivered();
        } catch (RuntimeException e) {
            deliveries.putBack(pending);
            LOG.debug("How far lanes are could not be written: {}", e.getMessage());
        }
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("It could not be kept {}: {}", what, e.getMessage());
        }
    }
}
