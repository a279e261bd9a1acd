package com.euphoriapos.core.inventory;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Moves the stock as other lanes moved it. Changes add up, so their order does not matter, and one that can't be applied stops no other.
 * One whose id is known has to be the same, else somebody has to look at it: it is parked.
 * Stateless.
 */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.INVENTORY_UPDATE)
public final class StockHandler implements TopicHandler {
    @Activate
    public StockHandler() {}

    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Change change = StockMessages.read(event);
        if (!change.reason().equals(StockMessages.REASON_SALE)) {
            Actors.require(handle, event, Payload.of(event), Permission.MANAGE_STOCK);
        }
        if (handle.inventory().apply(change)) {
            NegativeStock.look(handle, change);
            return;
        }
        Optional<Change> known = handle.inventory().byId(change.changeId());
        if (known.filter(change::equals).isEmpty()) {
            throw new EventRejectedException("Another change of stock is stored under the id " + change.changeId()
                    + "; this one moves " + change.productId() + " by " + change.change() + ".");
        }
    }
}
