package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.ClaimHandler;
import com.euphoriapos.core.checkout.SaleHandler;
import com.euphoriapos.core.checkout.SuspendedHandler;
import com.euphoriapos.core.inventory.StockHandler;
import com.euphoriapos.core.settings.ConfigHandler;
import com.euphoriapos.sync.protocol.Input;
import java.time.Clock;
import java.util.List;

/** The engine's way to apply, with shipped handlers, for the simulation. */
public final class ShippedApplier {
    private final Store store;
    private final Handlers handlers = new Handlers();
    private final Applier applier;

    /** @param older whether this release does not read yet how sales and settings are told now */
    public ShippedApplier(Store store, Clock clock, boolean older) {
        this.store = store;
        handlers.add(older ? new Older(new SaleHandler()) : new SaleHandler(), List.of(Topics.TRANSACTION_NEW));
        handlers.add(older ? new Older(new ConfigHandler()) : new ConfigHandler(), List.of(Topics.POS_CONFIG_UPDATE));
        handlers.add(new StockHandler(), List.of(Topics.INVENTORY_UPDATE));
        handlers.add(new SuspendedHandler(), List.of(Topics.SALE_SUSPENDED));
        handlers.add(new ClaimHandler(), List.of(Topics.CLAIM_MADE));
        applier = new Applier(store, handlers, clock);
    }

    /** All of it in one durable transaction; returns what was parked. */
    public List<Input.Parked> apply(List<Segment> segments) {
        return applier.apply(segments);
    }

    /** Tries what is parked again. */
    public void retryParked() {
        applier.retryParked();
    }

    /** Applies once more what was applied. */
    public void again(List<Event> events) {
        store.apply(Store.Priority.BACKGROUND, handle -> {
            events.forEach(event -> handlers.of(event.topic()).orElseThrow().apply(event, handle));
            return true;
        });
    }

    /** The handler of the release before. */
    private record Older(TopicHandler present) implements TopicHandler {
        @Override
        public int schema() {
            return present.schema() - 1;
        }

        @Override
        public boolean ordered() {
            return present.ordered();
        }

        @Override
        public void apply(Event event, StoreHandle handle) {
            throw new AssertionError("an older release applies " + event);
        }
    }
}
