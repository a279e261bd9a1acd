package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.store.sqlite.RealStores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An engine on a real store, with a handler that keeps what it applied in the settings. */
final class TestLane implements AutoCloseable, Engine.Services, TopicHandler {
    final String node;
    final RealStores.RealStore store;
    final Handlers handlers = new Handlers();
    final Engine engine;
    volatile Optional<LaneBook> book = Optional.empty();
    volatile Optional<Replication> replication = Optional.empty();
    volatile Optional<Claims> claims = Optional.empty();
    /** SQLite's code with which all commits fail; 0 for none. */
    volatile int refusal;
    /** Payloads with this text are refused. */
    volatile String poison = "nothing is poison";

    private final Clock clock;
    private int said;

    TestLane(Path home, String node, Clock clock) {
        this.node = node;
        this.clock = clock;
        this.store = RealStores.open(home.resolve(node), clock, () -> refusal, new SecureRandom());
        this.engine = new Engine(
                new Setting(store, handlers, clock, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), "1.0"),
                this);
    }

    static String label(String node) {
        return "L" + node.charAt(0);
    }

    /** As after the set-up, with these other lanes. */
    TestLane setUp(String... others) {
        return with(handle -> {
            handle.lane().put(LaneRepository.KEY_NODE_ID, node);
            handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, label(node));
            for (String other : others) {
                handle.lanes().save(new PairedLane(other, label(other), PairedLane.State.ACTIVE, ""));
            }
        });
    }

    TestLane with(Consumer<StoreHandle> work) {
        store.write(handle -> {
            work.accept(handle);
            return true;
        });
        return this;
    }

    TestLane applies(String... topics) {
        handlers.add(this, List.of(topics));
        return this;
    }

    TestLane start(MemoryNetwork network) {
        engine.add(network.port(node));
        engine.start();
        return this;
    }

    /** Says so many things in one transaction. */
    void say(int count, String text) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(new Message(
                    UUID.randomUUID().toString(),
                    Topics.POS_CONFIG_UPDATE,
                    "pos_config:" + text.substring(0, Math.min(text.length(), 20)),
                    "{\"text\":\"" + text + "\",\"n\":" + said++ + "}",
                    "",
                    clock.instant()));
        }
        with(handle -> handle.outbox().append(messages));
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        if (event.payload().contains(poison)) {
            throw new EventRejectedException("poison");
        }
        handle.settings().put("test." + event.id(), event.payload(), clock.instant());
    }

    Map<StreamId, Mark> vector() {
        return store.read(handle -> handle.replication().vector());
    }

    /** How many events of others were applied. */
    long applied() {
        return store.read(handle -> handle.settings().all().keySet().stream()
                .filter(key -> key.startsWith("test."))
                .count());
    }

    long parked() {
        return store.read(handle -> handle.replication().parkedCount());
    }

    long status(String status) {
        return store.read(handle -> handle.outbox().count(status));
    }

    boolean isConnected(String peer) {
        return engine.situation().peers().isConnected(peer);
    }

    @Override
    public void register(LaneBook newBook, Replication newReplication, Claims newClaims) {
        claims = Optional.of(newClaims);
        book = Optional.of(newBook);
        replication = Optional.of(newReplication);
    }

    @Override
    public void withdraw() {
        book = Optional.empty();
        replication = Optional.empty();
    }

    @Override
    public void close() {
        engine.stop();
        store.close();
    }

    <T> T read(Store.Work<T> query) {
        return store.read(query);
    }
}
