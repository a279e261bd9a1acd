package com.euphoriapos.core.inventory;

import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Payload;
import com.github.f4b6a3.uuid.UuidCreator;

/**
 * A change of stock as other lanes are told of it, and read back. Every field is named here by hand; the schema is in
 * docs/sync-protocol.md. Pure.
 */
public final class StockMessages {
    /** Why stock moves when something is sold. */
    public static final String REASON_SALE = "sale";

    private StockMessages() {}

    /** The message of a change. */
    public static Message update(Change change, String actor) {
        return new Message(
                UuidCreator.getTimeOrderedEpoch().toString(),
                Topics.INVENTORY_UPDATE,
                aggregate(change.productId()),
                payload(change),
                actor,
                change.createdAt());
    }

    private static String payload(Change change) {
        return Json.object(json -> {
            json.writeStringField("changeId", change.changeId());
            json.writeStringField("productId", change.productId());
            json.writeNumberField("change", change.change().thousandths());
            json.writeStringField("reason", change.reason());
            json.writeStringField("transactionId", change.transactionId());
            json.writeNumberField("createdAt", change.createdAt().toEpochMilli());
        });
    }

    /** The change that an event tells of. */
    static Change read(Event event) {
        Payload payload = Payload.of(event);
        Change change = new Change(
                payload.uuid("changeId"),
                payload.key("productId"),
                payload.quantity("change"),
                payload.key("reason"),
                payload.text("transactionId", ""),
                payload.moment("createdAt"));
        if (!event.aggregate().equals(aggregate(change.productId()))) {
            throw payload.refused("productId", "is not what the event is about");
        }
        return change;
    }

    static String aggregate(String productId) {
        return "product:" + productId;
    }
}
