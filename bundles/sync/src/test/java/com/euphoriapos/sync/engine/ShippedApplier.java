package com.euphoriapos.sync.engine;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.SaleHandler;
import com.euphoriapos.core.inventory.StockHandler;
import com.euphoriapos.sync.protocol.Input;
import java.time.Clock;
import java.util.List;

/** The engine's way to apply, with the shipped handlers of sales and stock, for the simulation. */
public final class ShippedApplier {
    private final Applier applier;

    public ShippedApplier(Store store, Clock clock) {
        Handlers handlers = new Handlers();
        handlers.add(new SaleHandler(), List.of(Topics.TRANSACTION_NEW));
        handlers.add(new StockHandler(), List.of(Topics.INVENTORY_UPDATE));
        applier = new Applier(store, handlers, clock);
    }

    /** All of it in one durable transaction; returns what was parked. */
    public List<Input.Parked> apply(List<Segment> segments) {
        return applier.apply(segments);
    }
}
