package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Replication;
import com.euphoriapos.api.replication.SyncTransport;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engine of a lane without a container. */
public final class BenchEngine implements AutoCloseable {
    private final Handlers handlers = new Handlers();
    private final Engine engine;

    /** @param found hears of the lane book as soon as the engine has it */
    public BenchEngine(Store store, Consumer<LaneBook> found) {
        Engine.Services services = new Engine.Services() {
            @Override
            public void register(LaneBook book, Replication replication, Claims claims) {
                found.accept(book);
            }

            @Override
            public void withdraw() {}
        };
        engine = new Engine(
                new Setting(
                        store,
                        handlers,
                        Clock.systemUTC(),
                        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                        "bench"),
                services);
    }

    public void handler(TopicHandler handler, String topic) {
        handlers.add(handler, List.of(topic));
    }

    /** Begins to exchange over that transport. */
    public void start(SyncTransport transport) {
        engine.add(transport);
        engine.start();
    }

    public boolean isConnected(String node) {
        return engine.situation().peers().isConnected(node);
    }

    @Override
    public void close() {
        engine.stop();
    }
}
